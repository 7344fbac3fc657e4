import { crc32, deflateRawSync } from 'node:zlib'

const VERSION = 20
/** Names are UTF-8. */
const FLAGS = 0x0800
const DEFLATED = 8

/** An entry, deflated, with the size and the checksum that it is said to unpack to. */
export interface ZipEntry {
  readonly name: string
  readonly packed: Buffer
  readonly size: number
  readonly crc: number
}

/** Texts as the files of a zip. */
export function zipOf(files: Readonly<Record<string, string>>, at: Date): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([name, text]) => {
    const content = Buffer.from(text)
    return { name, packed: deflateRawSync(content), size: content.byteLength, crc: crc32(content) }
  })
  return zipOfEntries(entries, at)
}

/** A zip of entries as they say they are (PKWARE APPNOTE 6.3.10, without encryption and without ZIP64: some megabytes at most). */
export function zipOfEntries(entries: readonly ZipEntry[], at: Date): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, packed, size, crc } of entries) {
    const title = Buffer.from(name)
    // What the entry's own head and the directory say alike.
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(VERSION, 0)
    fields.writeUInt16LE(FLAGS, 2)
    fields.writeUInt16LE(DEFLATED, 4)
    fields.writeUInt32LE(dosTime(at), 6)
    fields.writeUInt32LE(crc, 10)
    fields.writeUInt32LE(packed.byteLength, 14)
    fields.writeUInt32LE(size, 18)
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
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(central.byteLength, 8)
  end.writeUInt32LE(offset, 12)
  return Uint8Array.from(Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), end]))
}

/** A day and a time in two seconds' steps, as MS-DOS had them; the time is China's. */
function dosTime(at: Date): number {
  const china = new Date(at.getTime() + 8 * 3_600_000)
  const day = ((china.getUTCFullYear() - 1980) << 9) | ((china.getUTCMonth() + 1) << 5) | china.getUTCDate()
  const time = (china.getUTCHours() << 11) | (china.getUTCMinutes() << 5) | (china.getUTCSeconds() >> 1)
  return day * 65_536 + time
}
