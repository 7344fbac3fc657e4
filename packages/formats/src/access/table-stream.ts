import { PassThrough, Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { csvLine, sheetCell, type ExportCell, type ExportFormat } from '../organisation/table-export.ts'

const ROWS_AT_ONCE = 100

type Rows = AsyncIterable<readonly ExportCell[]>

/**
 * Rows as a file that is written while it is read, as neutral as `tableExport`: text never lies whole in memory, a
 * workbook only as the zip that is not sent yet.
 */
export function tableStream(rows: Rows, format: ExportFormat, sheet: string): Readable {
  return format === 'csv' ? Readable.from(csvChunks(rows)) : workbookStream(rows, sheet)
}

/** A few hundred lines at a time: a line by itself would be a write by itself. */
async function* csvChunks(rows: Rows): AsyncGenerator<Buffer> {
  let chunk = '\ufeff'
  for await (const row of paced(rows)) {
    chunk += csvLine(row)
    if (chunk.length < 32_768) continue
    yield Buffer.from(chunk)
    chunk = ''
  }
  yield Buffer.from(chunk)
}

function workbookStream(rows: Rows, sheet: string): Readable {
  const out = new PassThrough({ highWaterMark: 1024 * 1024 })
  void writeWorkbook(rows, sheet, out).catch((error: unknown) => out.destroy(error as Error))
  return out
}

async function writeWorkbook(rows: Rows, sheet: string, out: PassThrough): Promise<void> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const page = book.addWorksheet(sheet, { views: [{ state: 'frozen', ySplit: 1 }] })
  for await (const row of paced(rows)) {
    if (out.destroyed) return
    const added = page.addRow(row.map(sheetCell))
    added.eachCell((cell) => {
      if (typeof cell.value === 'string') cell.numFmt = '@'
    })
    added.commit()
  }
  page.commit()
  await book.commit()
}

/** What is read from memory comes without a pause: others have their turn between, and what was written goes out. */
async function* paced(rows: Rows): AsyncGenerator<readonly ExportCell[]> {
  let count = 0
  for await (const row of rows) {
    if ((count += 1) % ROWS_AT_ONCE === 0) await setImmediate()
    yield row
  }
}
