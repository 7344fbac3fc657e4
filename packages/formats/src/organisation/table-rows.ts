import { parse } from 'csv-parse/sync'
import type { Cell, ValueType } from 'exceljs'
import { allow, refuse, type Decision } from '@dangjian/domain/access'
import { readApart } from '../access/read-apart.ts'
import { decodeBytes } from '../access/text-encoding.ts'
import { isHeavyZip } from '../access/zip-weight.ts'

export type TableRefusal =
  | 'import-empty'
  | 'import-too-large'
  | 'import-too-heavy'
  | 'import-too-many-rows'
  | 'import-encoding-unknown'
  | 'import-not-a-table'

/** A table as it stands in a file: its header and its rows, each with its line (the header is line 1). */
export interface TableRows {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

export const TABLE_LIMIT = 20 * 1024 * 1024
export const TABLE_ROWS_LIMIT = 20_000

/** Reads a CSV in UTF-8, UTF-16 or GB18030, or the first sheet of an .xlsx, by what the bytes are. */
export async function tableRows(bytes: Uint8Array): Promise<Decision<TableRows, TableRefusal>> {
  if (bytes.byteLength > TABLE_LIMIT) return refuse('import-too-large', { megabytes: TABLE_LIMIT / 1024 / 1024 })
  return (await readApart(import.meta.url, readTableRows, bytes, '')) ?? refuse('import-too-heavy')
}

/** The same where one is apart already. */
export async function readTableRows(bytes: Uint8Array): Promise<Decision<TableRows, TableRefusal>> {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  const lines = zipped ? await sheetLines(bytes) : csvLines(bytes)
  if (!lines.ok) return lines
  const [first, ...rest] = lines.value.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (!first || rest.length === 0) return refuse('import-empty')
  if (rest.length > TABLE_ROWS_LIMIT) return refuse('import-too-many-rows', { limit: TABLE_ROWS_LIMIT })
  return allow({ header: first.cells.map((cell) => cell.replace(/^\ufeff/, '').trim()), rows: rest })
}

type Lines = { line: number; cells: string[] }[]

function csvLines(bytes: Uint8Array): Decision<Lines, TableRefusal> {
  const decoded = decodeBytes(bytes)
  if ('trouble' in decoded) {
    if (decoded.trouble === 'empty') return refuse('import-empty')
    return refuse(decoded.trouble === 'encoding-unknown' ? 'import-encoding-unknown' : 'import-not-a-table')
  }
  const { text } = decoded
  const firstLine = text.split(/\r?\n/, 1)[0] ?? ''
  const delimiter = [',', '\t', ';'].toSorted((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0] ?? ','
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      info: true,
      to: 2 * TABLE_ROWS_LIMIT,
      skip_empty_lines: false,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    // The parser counts the lines up to a row's end; a row begins after the one before it.
    return allow(
      records.map(({ record }, index) => ({ line: (records[index - 1]?.info.lines ?? 0) + 1, cells: record })),
    )
  } catch {
    return refuse('import-not-a-table')
  }
}

async function sheetLines(bytes: Uint8Array): Promise<Decision<Lines, TableRefusal>> {
  try {
    if (await isHeavyZip(bytes)) return refuse('import-too-heavy')
    const { default: ExcelJS } = await import('exceljs')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
    const lines: Lines = []
    workbook.worksheets[0]?.eachRow((row, line) => {
      const cells: string[] = []
      for (let column = 1; column <= row.cellCount; column += 1) {
        cells.push(cellText(row.getCell(column), ExcelJS.ValueType.Formula))
      }
      lines.push({ line, cells })
    })
    return allow(lines)
  } catch {
    return refuse('import-not-a-table')
  }
}

/** A formula shows as the formula that it is, so that whoever reads the row can refuse it. */
function cellText(cell: Cell, formula: ValueType): string {
  return cell.type === formula ? `=${cell.formula}` : cell.text
}
