import { bomb, entry, hostileZip, type HostileEntry } from './hostile-zip.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPES = 'application/vnd.openxmlformats-officedocument'

const relationship = (kind: string, target: string): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/${kind}" Target="${target}"/></Relationships>`
const types = (part: string, type: string): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${TYPES}.${type}+xml"/></Types>`

export const sheetStart = `${XML}<worksheet xmlns="${SHEET}"><sheetData>`
export const sheetEnd = '</sheetData></worksheet>'
export const wordStart = `${XML}<w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>`
export const wordEnd = '</w:t></w:r></w:p></w:body></w:document>'

/** A workbook whose one sheet is as told, with whatever else is to lie in it. */
export function workbookOf(sheet: string | HostileEntry, ...others: readonly HostileEntry[]): Buffer<ArrayBuffer> {
  return hostileZip([
    entry('[Content_Types].xml', types('xl/workbook.xml', 'spreadsheetml.sheet.main')),
    entry('_rels/.rels', relationship('officeDocument', 'xl/workbook.xml')),
    entry(
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    entry('xl/_rels/workbook.xml.rels', relationship('worksheet', 'worksheets/sheet1.xml')),
    typeof sheet === 'string' ? entry('xl/worksheets/sheet1.xml', sheet) : sheet,
    ...others,
  ])
}

/** A Word document whose text is as told, with whatever else is to lie in it. */
export function wordOf(text: string | HostileEntry, ...others: readonly HostileEntry[]): Buffer<ArrayBuffer> {
  return hostileZip([
    entry('[Content_Types].xml', types('word/document.xml', 'wordprocessingml.document.main')),
    entry('_rels/.rels', relationship('officeDocument', 'word/document.xml')),
    typeof text === 'string' ? entry('word/document.xml', text) : text,
    ...others,
  ])
}

const SHEET_PART = 'xl/worksheets/sheet1.xml'
const WORD_PART = 'word/document.xml'
export const sheetBomb = (mebibytes: number, filler: string): HostileEntry =>
  bomb(SHEET_PART, mebibytes, { start: sheetStart, filler, end: sheetEnd })
export const wordBomb = (mebibytes: number): HostileEntry =>
  bomb(WORD_PART, mebibytes, { start: wordStart, filler: '一', end: wordEnd })

/** What it claims is a hundredth of what it is. */
export const lying = (honest: HostileEntry): HostileEntry => ({ ...honest, claimed: Math.ceil(honest.claimed / 100) })

/** A sheet of texts, each in its place. */
export function sheetOf(...rows: readonly (readonly string[])[]): string {
  const cell = (text: string, row: number, column: number): string =>
    `<c r="${columnName(column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`
  const lines = rows.map(
    (cells, n) => `<row r="${n + 1}">${cells.map((text, column) => cell(text, n + 1, column)).join('')}</row>`,
  )
  return `${sheetStart}${lines.join('')}${sheetEnd}`
}

/** `A` for 0, `XFD` for 16,383. */
function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return `${rest < 0 ? '' : columnName(rest)}${String.fromCharCode(65 + (column % 26))}`
}

/** An entity that is a file of the server's, an address, or ten to the tenth of itself. */
export function withEntities(xml: string, canaryFile: string, address: string): Record<string, string> {
  const body = xml.replace(XML, '')
  const doctype = (entities: string): string => `${XML}<!DOCTYPE x [${entities}]>${body}`
  const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('')
  return {
    file: doctype(`<!ENTITY bait SYSTEM "file://${canaryFile}">`),
    address: doctype(`<!ENTITY bait SYSTEM "${address}">`),
    laughs: doctype(`<!ENTITY e0 "lol">${laughs}<!ENTITY bait "&e10;">`),
    parameter: doctype(`<!ENTITY % far SYSTEM "${address}"> %far;`),
  }
}

/** A PDF with one page of so many MiB of text, and with a script that runs when it is opened where one is given. */
export function pdfOf(content: Buffer, script = ''): Buffer<ArrayBuffer> {
  const action = script ? ` /OpenAction << /S /JavaScript /JS (${script}) >>` : ''
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R${action} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
  ].map((object, n) => Buffer.from(`${n + 1} 0 obj\n${object}\nendobj\n`))
  const stream = [Buffer.from(`4 0 obj\n<< /Length ${content.byteLength} /Filter /FlateDecode >>\nstream\n`), content]
  const end = Buffer.from('\nendstream\nendobj\ntrailer << /Size 5 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n')
  return Buffer.from(Buffer.concat([Buffer.from('%PDF-1.4\n'), ...objects, ...stream, end]))
}
