import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]

/** A picture of a few flat shapes, as a PNG: stands for a photograph of an activity in the demo. */
class Canvas {
  readonly #pixels: Uint8Array
  readonly width: number
  readonly height: number

  constructor(width: number, height: number, ground: Colour) {
    this.width = width
    this.height = height
    this.#pixels = new Uint8Array(width * height * 3)
    this.rectangle(0, 0, width, height, ground)
  }

  rectangle(left: number, top: number, width: number, height: number, colour: Colour): void {
    for (let y = top; y < top + height; y += 1) for (let x = left; x < left + width; x += 1) this.#dot(x, y, colour)
  }

  disc(centreX: number, centreY: number, radius: number, colour: Colour): void {
    for (let y = -radius; y <= radius; y += 1) {
      for (let x = -radius; x <= radius; x += 1) {
        if (x * x + y * y <= radius * radius) this.#dot(centreX + x, centreY + y, colour)
      }
    }
  }

  #dot(x: number, y: number, colour: Colour): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return
    this.#pixels.set(colour, (y * this.width + x) * 3)
  }

  png(): Uint8Array {
    const rows = Buffer.alloc(this.height * (this.width * 3 + 1))
    for (let y = 0; y < this.height; y += 1) {
      const row = this.#pixels.subarray(y * this.width * 3, (y + 1) * this.width * 3)
      rows.set(row, y * (this.width * 3 + 1) + 1)
    }
    const header = Buffer.alloc(13)
    header.writeUInt32BE(this.width, 0)
    header.writeUInt32BE(this.height, 4)
    header.set([8, 2, 0, 0, 0], 8)
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ])
  }
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.byteLength)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** People around a table before a screen, drawn anew for each number. */
export function meetingPicture(number: number): Uint8Array {
  const canvas = new Canvas(720, 450, [238, 232, 222])
  canvas.rectangle(0, 300, 720, 150, [196, 180, 158])
  canvas.rectangle(210, 40, 300, 150, [250, 250, 248])
  canvas.rectangle(222, 52, 276, 18, [156, 31, 32])
  for (let line = 0; line < 4; line += 1) canvas.rectangle(232, 86 + line * 22, 250 - line * 30, 8, [170, 165, 158])
  canvas.rectangle(90, 290, 540, 60, [132, 98, 66])
  const heads = 5 + (number % 4)
  for (let n = 0; n < heads; n += 1) {
    const x = 110 + Math.round((500 / (heads - 1)) * n)
    canvas.rectangle(x - 28, 236, 56, 56, n % 2 === 0 ? [52, 72, 104] : [84, 92, 84])
    canvas.disc(x, 214, 24, [224, 188, 156])
    canvas.disc(x, 204, 22, [58, 48, 42])
    canvas.disc(x, 218, 20, [224, 188, 156])
  }
  return canvas.png()
}
