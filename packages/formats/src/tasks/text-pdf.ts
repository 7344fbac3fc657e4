import { makePdf } from '../access/pdf-maker.ts'

/** A plain text as an A4 PDF with its Chinese glyphs inside. */
export async function textPdf(title: string, paragraphs: readonly string[]): Promise<Uint8Array> {
  const content = [
    { text: title, fontSize: 18, alignment: 'center', margin: [0, 0, 0, 24] },
    ...paragraphs.map((text) => ({ text, margin: [0, 0, 0, 10], leadingIndent: 24 })),
  ]
  return makePdf({
    info: { title },
    pageSize: 'A4',
    pageMargins: [72, 72, 72, 72],
    content,
    defaultStyle: { fontSize: 12, lineHeight: 1.6 },
  })
}
