import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

/** What is used of yauzl, which comes without types. */
interface Yauzl {
  fromBufferPromise(bytes: Buffer, options: { readonly lazyEntries: true }): Promise<ZipFile>
}
interface ZipFile {
  eachEntry(): AsyncIterable<Entry>
  openReadStreamPromise(entry: Entry): Promise<Readable>
}
interface Entry {
  readonly fileName: string
  getLastModDate(): Date
}

const yauzl = createRequire(import.meta.url)('yauzl') as Yauzl

/** The texts in a zip by their names, read by another hand than the one that wrote it, which checks sizes and sums. */
export async function filesOfZip(bytes: Uint8Array): Promise<{ files: Record<string, string>; at: Date | undefined }> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const files: Record<string, string> = {}
  let at: Date | undefined
  for await (const entry of zip.eachEntry()) {
    at = entry.getLastModDate()
    files[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString()
  }
  return { files, at }
}
