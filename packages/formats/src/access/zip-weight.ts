import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'

/** What is used of yauzl, which comes without types. */
interface Yauzl {
  fromBufferPromise(bytes: Buffer, options: { readonly lazyEntries: true }): Promise<ZipFile>
}
interface ZipFile {
  readonly entryCount: number
  eachEntry(): AsyncIterable<{ readonly uncompressedSize: number }>
  openReadStreamPromise(entry: object): Promise<Readable>
}

const yauzl = createRequire(import.meta.url)('yauzl') as Yauzl

/** Bytes and files that an office document unpacks to, at most. */
const UNPACKED_LIMIT = 96 * 1024 * 1024
const ENTRY_LIMIT = 2000

/**
 * Whether the parts of a zip are more than may be unpacked, by what they are and not by what they claim. Throws where
 * it is broken, where a part is larger than it claims, and where a name leads out of the folder.
 */
export async function isHeavyZip(bytes: Uint8Array): Promise<boolean> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  if (zip.entryCount > ENTRY_LIMIT) return true
  let claimed = 0
  for await (const entry of zip.eachEntry()) {
    claimed += entry.uncompressedSize
    if (claimed > UNPACKED_LIMIT) return true
    // Unpacked to nowhere: it ends in an error as soon as there is more than was claimed.
    for await (const _ of await zip.openReadStreamPromise(entry));
  }
  return false
}
