import { constants, crc32, deflateRawSync } from 'node:zlib'

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

/** A zip of entries with whatever names and sizes they claim. */
export function hostileZip(entries: readonly HostileEntry[]): Buffer<ArrayBuffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, packed, claimed, crc = 0 } of entries) {
    const title = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc, 10)
    fields.writeUInt32LE(packed.byteLength, 14)
    fields.writeUInt32LE(claimed, 18)
    fields.writeUInt16LE(title.byteLength, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, title, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, tail, title]))
    parts.push(local)
    offset += local.byteLength
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.byteLength, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.from(Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), end]))
}
