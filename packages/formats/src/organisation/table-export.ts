import { cellOfText } from '@dangjian/domain/organisation'

export type ExportCell = string | number | null
export type ExportFormat = 'csv' | 'xlsx'

export interface ExportedTable {
  readonly mediaType: string
  readonly content: Uint8Array
}

/**
 * Rows as a file that a spreadsheet opens and does not run: what it would take for a formula is put behind an
 * apostrophe in CSV, and stands as text in a workbook. The first row is the header.
 */
export async function tableExport(
  rows: readonly (readonly ExportCell[])[],
  format: ExportFormat,
  sheet: string,
): Promise<ExportedTable> {
  return format === 'csv'
    ? { mediaType: 'text/csv; charset=utf-8', content: new TextEncoder().encode(csvText(rows)) }
    : {
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        content: await workbook(rows, sheet),
      }
}

/** With a byte order mark, so that spreadsheets read it as Chinese. */
export function csvText(rows: readonly (readonly ExportCell[])[]): string {
  return `\ufeff${rows.map(csvLine).join('')}`
}

export function csvLine(row: readonly ExportCell[]): string {
  const cell = (value: ExportCell): string => {
    const text = neutral(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `${row.map(cell).join(',')}\r\n`
}

/** Text that no spreadsheet runs, and without the signs that make a file one that no spreadsheet opens. */
function neutral(value: ExportCell): string {
  if (typeof value !== 'string') return String(value ?? '')
  return cellOfText(value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu, ''))
}

/** The same for a workbook, whose lines end in LF, and which takes `_x0041_` for the sign of that number. */
export function sheetCell(value: ExportCell): string | number {
  if (typeof value === 'number') return value
  return neutral(value && value.replace(/\r\n?/g, '\n')).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

async function workbook(rows: readonly (readonly ExportCell[])[], sheet: string): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet(sheetName(sheet), { views: [{ state: 'frozen', ySplit: 1 }] })
  for (const row of rows) {
    const added = page.addRow(row.map(sheetCell))
    added.eachCell((cell) => {
      if (typeof cell.value === 'string') cell.numFmt = '@'
    })
  }
  page.getRow(1).font = { bold: true }
  for (const [index] of (rows[0] ?? []).entries()) page.getColumn(index + 1).width = widthOf(rows, index)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** A sheet's name has at most 31 characters, none of these, and is not the one that Excel keeps for itself. */
function sheetName(title: string): string {
  const name = neutral(title)
    .replace(/[*?:\\/[\]'\s]/g, ' ')
    .slice(0, 31)
    .trim()
  return name === '' || name.toLowerCase() === 'history' ? `${name} 1`.trim() : name
}

/** Chinese characters are about twice as wide as Latin ones. */
function widthOf(rows: readonly (readonly ExportCell[])[], column: number): number {
  const widths = rows
    .slice(0, 200)
    .map((row) => [...String(row[column] ?? '')].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 2))
  return Math.min(60, Math.max(8, ...widths))
}
