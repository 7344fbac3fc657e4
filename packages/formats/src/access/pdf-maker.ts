import { createRequire } from 'node:module'

/** What is used of pdfmake, which comes without types. */
interface PdfMaker {
  addFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void
  setLocalAccessPolicy(allow: (path: string) => boolean): void
  setUrlAccessPolicy(allow: (url: string) => boolean): void
  createPdf(document: object): { getBuffer(): Promise<Uint8Array> }
}

const require = createRequire(import.meta.url)
const font = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')

/** Makes a document as pdfmake describes them into a PDF, its Chinese glyphs inside; it reads that font and nothing else. */
export async function makePdf(
  document: { readonly content: unknown } & Readonly<Record<string, unknown>>,
): Promise<Uint8Array> {
  const maker = require('pdfmake') as PdfMaker
  maker.setLocalAccessPolicy((path) => path === font)
  maker.setUrlAccessPolicy(() => false)
  maker.addFonts({ text: { normal: font, bold: font, italics: font, bolditalics: font } })
  return maker
    .createPdf({ ...document, defaultStyle: { font: 'text', ...(document.defaultStyle as object) } })
    .getBuffer()
}
