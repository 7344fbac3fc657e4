import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { extractText, getDocumentProxy, renderPageAsImage } from 'unpdf'
import { certificatePdf, type CertificateOnPaper } from './certificate-pdf.ts'

const certificate: CertificateOnPaper = {
  number: 'DJ-2026-7K4M2XAP',
  personName: '白星遥',
  courseTitle: '党务工作基础',
  hours: 4,
  cycle: 2026,
  issuerName: '华夏科学技术协会',
  issuedOn: '2026-11-24',
  revokedAt: null,
}
const address = 'https://school.example/verify/abcdefghijklmnop'

it('says in its text what the certificate says, on one page', async () => {
  const document = await getDocumentProxy(new Uint8Array(await certificatePdf(certificate, address)))
  const { text, totalPages } = await extractText(document, { mergePages: true })
  expect(totalPages).toBe(1)
  for (const words of [
    '白星遥',
    '党务工作基础',
    '4 学时',
    'DJ-2026-7K4M2XAP',
    '华夏科学技术协会',
    '2026 年 11 月 24 日',
  ]) {
    expect(text.replace(/\s+/g, ' ')).toContain(words)
  }
})

it('draws each Chinese glyph: another name makes another picture, and a name is no box', async () => {
  const picture = async (personName: string) => inkOf(await certificatePdf({ ...certificate, personName }, address))
  // 一 is one stroke, 龘 is forty-eight: a font without them would draw the same box for both.
  const [stroke, thick, blank] = [await picture('一'), await picture('龘'), await picture('　')]
  expect(stroke).toBeGreaterThan(blank)
  expect(thick - blank).toBeGreaterThan((stroke - blank) * 3)
})

it('carries the check address in a QR code', async () => {
  const bare = await inkOf(await certificatePdf(certificate, 'a'))
  const full = await inkOf(await certificatePdf(certificate, `${address}${'x'.repeat(80)}`))
  expect(full).not.toBe(bare)
})

it('says on paper that it was revoked', async () => {
  const document = await getDocumentProxy(
    new Uint8Array(await certificatePdf({ ...certificate, revokedAt: 1 }, address)),
  )
  expect((await extractText(document, { mergePages: true })).text).toContain('REVOKED')
})

/** What is used of the canvas that unpdf brings along: it stands beside it, and is no dependency of ours. */
interface CanvasModule {
  createCanvas(
    width: number,
    height: number,
  ): {
    getContext(kind: '2d'): {
      drawImage(image: unknown, x: number, y: number): void
      getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray }
    }
  }
  loadImage(png: Buffer): Promise<{ width: number; height: number }>
}
const canvas = createRequire(fileURLToPath(import.meta.resolve('unpdf')))('@napi-rs/canvas') as CanvasModule

/** Dark dots of the page as a browser would draw it. */
async function inkOf(pdf: Uint8Array): Promise<number> {
  const canvasImport = async () => canvas as never
  const png = await renderPageAsImage(new Uint8Array(pdf), 1, { canvasImport, scale: 2 })
  const image = await canvas.loadImage(Buffer.from(png))
  const context = canvas.createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  let dark = 0
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1
  return dark
}
