import { encode } from 'uqr'

export interface QrCode {
  /** Modules along a side, the quiet border included. */
  readonly size: number
  /** The dark modules as an SVG path, a module being one unit. */
  readonly path: string
}

/** A QR code to draw (ISO/IEC 18004), with the quiet border of four modules that readers need. */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const rows = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: rows.join('') }
}
