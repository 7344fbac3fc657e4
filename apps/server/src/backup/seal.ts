import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'

const CHUNK = 64 * 1024
const TAG = 16

/** Bytes that do not open: damaged, cut short, put in another's place, or sealed with another key. */
export class Unsealable extends Error {}

/** What one file of one backup is sealed with, and the name it goes by, which says nothing of its content. */
export interface FileSeal {
  readonly key: Buffer
  readonly alias: string
}

/** The salt is a backup's own, so no two files ever share a key, and nonces may simply count. */
export function fileSeal(key: Buffer, salt: string, name: string): FileSeal {
  const derived = Buffer.from(hkdfSync('sha256', key, salt, `file ${name}`, 64))
  return { key: derived.subarray(0, 32), alias: derived.subarray(32).toString('hex') }
}

/** Tells keys apart without telling what they are. */
export function keyIdOf(key: Buffer): string {
  return Buffer.from(hkdfSync('sha256', key, '', 'key id', 8)).toString('hex')
}

/**
 * Seals a stream with AES-256-GCM in chunks, each opened only as a whole: nothing is ever read that was not found
 * genuine. The nonce holds the chunk's number and whether it is the last one, so that none can be moved or cut off.
 */
export async function* seal(content: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  for await (const { bytes, nonce } of chunks(content, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

export async function* unseal(sealed: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  for await (const { bytes, nonce } of chunks(sealed, CHUNK + TAG)) {
    if (bytes.byteLength < TAG) throw new Unsealable()
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
    decipher.setAuthTag(bytes.subarray(-TAG))
    const opened = decipher.update(bytes.subarray(0, -TAG))
    try {
      decipher.final()
    } catch {
      throw new Unsealable()
    }
    yield opened
  }
}

/** The stream in pieces of one size; the last one has what is left, which may be nothing. */
async function* chunks(content: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ bytes: Buffer; nonce: Buffer }> {
  let count = 0
  const numbered = (bytes: Buffer, last: boolean): { bytes: Buffer; nonce: Buffer } => {
    const nonce = Buffer.alloc(12)
    nonce.writeBigUInt64BE(BigInt(count), 0)
    nonce.writeUInt8(last ? 1 : 0, 11)
    count += 1
    return { bytes, nonce }
  }
  let held = Buffer.alloc(0)
  for await (const more of content) {
    held = held.byteLength === 0 ? Buffer.from(more) : Buffer.concat([held, more])
    while (held.byteLength > size) {
      yield numbered(held.subarray(0, size), false)
      held = held.subarray(size)
    }
  }
  yield numbered(held, true)
}
