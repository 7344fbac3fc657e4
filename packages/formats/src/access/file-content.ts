import { open, type FileHandle } from 'node:fs/promises'
import { decodeBytes } from './text-encoding.ts'

/** What a file is by its bytes. */
export interface FileContent {
  /** `text/plain` for any text; null where the bytes say nothing. */
  readonly mediaType: string | null
  /** False when its end is missing. */
  readonly whole: boolean
}

const HEAD = 64 * 1024
/** The end of a zip lies before a comment of at most 64 KiB. */
const TAIL = 66 * 1024

/** Reads the head and the end of a file on disk, never the whole of it. */
export async function fileContent(file: string): Promise<FileContent> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const head = await bytesAt(handle, 0, Math.min(HEAD, size))
    const tail = await bytesAt(handle, Math.max(0, size - TAIL), Math.min(TAIL, size))
    const mediaType = (await typeByMark(file)) ?? typeByText(head, size)
    return { mediaType, whole: await isWhole(handle, size, head, tail) }
  } finally {
    await handle.close()
  }
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

async function typeByMark(file: string): Promise<string | null> {
  const { fileTypeFromFile } = await import('file-type')
  const found = await fileTypeFromFile(file).catch(() => undefined)
  // XML is text to us: whether it is a drawing is asked there.
  return found && found.mime !== 'application/xml' ? found.mime : null
}

function typeByText(head: Buffer, size: number): string | null {
  const decoded = decodeBytes(head, { head: size > head.byteLength })
  if ('trouble' in decoded) return null
  const start = decoded.text.replace(/^\ufeff?\s*(<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype svg[^>]*>|\s)*/i, '')
  if (/^<svg[\s>]/i.test(start)) return 'image/svg+xml'
  return /^(<!doctype html|<html[\s>])/i.test(start) ? 'text/html' : 'text/plain'
}

/** Formats that say where they end are asked whether they do; the others count as whole. */
async function isWhole(handle: FileHandle, size: number, head: Buffer, tail: Buffer): Promise<boolean> {
  const begins = (mark: string, at = 0): boolean => head.toString('latin1', at, at + mark.length) === mark
  const ends = (mark: string): boolean => tail.includes(Buffer.from(mark, 'latin1'))
  if (begins('PK\u0003\u0004')) return ends('PK\u0005\u0006')
  if (begins('%PDF')) return ends('%%EOF')
  if (begins('\u0089PNG')) return ends('IEND')
  if (begins('\u00ff\u00d8\u00ff')) return ends('\u00ff\u00d9')
  if (begins('GIF8')) return ends('\u003b')
  if (begins('RIFF')) return size >= head.readUInt32LE(4)
  if (begins('ftyp', 4)) return hasWholeBoxes(handle, size)
  return true
}

/** An MP4 or QuickTime recording is a row of boxes; one of them (`moov`) tells how to play it. */
async function hasWholeBoxes(handle: FileHandle, size: number): Promise<boolean> {
  let at = 0
  let playable = false
  for (let count = 0; at + 8 <= size && count < 10_000; count += 1) {
    const header = await bytesAt(handle, at, Math.min(16, size - at))
    const kind = header.toString('latin1', 4, 8)
    const short = header.readUInt32BE(0)
    if (kind === 'moov' || kind === 'moof' || kind === 'meta') playable = true
    if (short === 0) return playable
    const length = short === 1 && header.byteLength >= 16 ? Number(header.readBigUInt64BE(8)) : short
    if (length < 8) return playable
    at += length
  }
  return playable && at <= size
}
