import { constants, crc32, deflateRawSync } from 'node:zlib'
import { zipOfEntries } from '@dangjian/formats/access/zip'

/** An entry of a zip as its maker wants it: the sizes that it claims need not be those that it has. */
export interface HostileEntry {
  readonly name: string
  readonly packed: Buffer
  /** What it says it unpacks to. */
  readonly claimed: number
  readonly crc?: number
}

export function entry(name: string, content: string | Buffer): HostileEntry {
  const bytes = Buffer.from(content)
  return { name, packed: deflateRawSync(bytes), claimed: bytes.byteLength, crc: crc32(bytes) }
}

const MIB = 1024 * 1024

/** Begins, goes on for so many MiB of the same, and ends: some kilobytes a hundred MiB. */
export function bomb(name: string, mebibytes: number, parts: { start: string; filler: string; end: string }) {
  const fill = Buffer.from(parts.filler.repeat(Math.ceil(MIB / parts.filler.length)))
  // Each piece ends flushed and needs none before it, so that it can be repeated as it is.
  const flushed = (bytes: Buffer) => deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH, level: 9 })
  const piece = flushed(fill)
  const packed = Buffer.concat([
    flushed(Buffer.from(parts.start)),
    ...Array.from({ length: mebibytes }, () => piece),
    deflateRawSync(Buffer.from(parts.end)),
  ])
  const claimed = parts.start.length + fill.byteLength * mebibytes + parts.end.length
  return { name, packed, claimed } satisfies HostileEntry
}

const MADE = new Date('2026-01-01T00:00:00Z')

/** A zip of entries with whatever names and sizes they claim. */
export function hostileZip(entries: readonly HostileEntry[]): Buffer<ArrayBuffer> {
  const claiming = entries.map(({ claimed, crc = 0, ...rest }) => ({ ...rest, size: claimed, crc }))
  return Buffer.from(zipOfEntries(claiming, MADE).buffer)
}
