import ExcelJS from 'exceljs'
import { isFormula } from '@dangjian/domain/organisation'

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

/** Text that no spreadsheet runs. */
export function neutral(value: ExportCell): string {
  return typeof value === 'string' && isFormula(value) ? `'${value}` : String(value ?? '')
}

async function workbook(rows: readonly (readonly ExportCell[])[], sheet: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  // A sheet's name has at most 31 characters and none of these.
  const page = book.addWorksheet(sheet.replace(/[*?:\\/[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  for (const row of rows) {
    const added = page.addRow(row.map((value) => (typeof value === 'number' ? value : neutral(value))))
    added.eachCell((cell) => {
      if (typeof cell.value === 'string') cell.numFmt = '@'
    })
  }
  page.getRow(1).font = { bold: true }
  for (const [index] of (rows[0] ?? []).entries()) page.getColumn(index + 1).width = widthOf(rows, index)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Chinese characters are about twice as wide as Latin ones. */
function widthOf(rows: readonly (readonly ExportCell[])[], column: number): number {
  const widths = rows
    .slice(0, 200)
    .map((row) => [...String(row[column] ?? '')].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 2))
  return Math.min(60, Math.max(8, ...widths))
}
