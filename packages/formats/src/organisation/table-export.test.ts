import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFormula, textOfCell } from '@dangjian/domain/organisation'
import { tableStream } from '../access/table-stream.ts'
import { tableExport, type ExportFormat } from './table-export.ts'
import { readTableRows } from './table-rows.ts'

const signs = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'] as const
/** What spreadsheets run, what looks like it, and what is put before it. */
const formula = fc
  .tuple(
    fc.constantFrom('', ' ', '　', '\n', "'", "''", '\ufeff', '\u0001', '_x003D_'),
    fc.constantFrom(...signs),
    fc.constantFrom('1+1', 'SUM(A1)', 'cmd|calc', 'HYPERLINK("x")', '', '2', "1','=1"),
  )
  .map((parts) => parts.join(''))
/** Whatever a person may have typed into a field. */
const cell = fc.oneof(
  formula,
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('"quoted", with comma', '两行\n文字', '_x0041_', '-2', '－2', '\ufffe', '\ud83d'),
)
const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 })

/** What XML can hold, and so a workbook; its lines end in LF. */
const kept = (text: string, format: ExportFormat): string => {
  const plain = [...text]
    .filter((sign) => /[\t\n\r\u0020-\u007e\u0080-\ud7ff\ue000-\ufffd]|[^\u0000-\uffff]/u.test(sign))
    .join('')
  return format === 'csv' ? plain : plain.replaceAll(/\r\n?/g, '\n')
}

const written = {
  whole: async (rows: string[][], format: ExportFormat) => (await tableExport(rows, format, '表/一')).content,
  streamed: async (rows: string[][], format: ExportFormat) => {
    const chunks: Buffer[] = []
    for await (const chunk of tableStream(inTurn(rows), format, '表')) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  },
}
async function* inTurn(rows: readonly string[][]) {
  yield* rows
}

describe.each(['whole', 'streamed'] as const)('a table exported %s', (how) => {
  it.each(['csv', 'xlsx'] as const)(
    'holds nothing that a spreadsheet would run, and says the same when it is read again (%s)',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(table, async (rows) => {
          // A row without text would be no row.
          const all = [['甲', '乙', '丙'], ...rows.map((row) => [...row, '末'])]
          const read = await readTableRows(await written[how](all, format))
          if (!read.ok) throw new Error(read.refusal)
          // Spreadsheets take `_x005F_` for `_` in text that is streamed as well; what reads here does so in other text.
          const says = (cell: string) => (how === 'streamed' ? cell.replaceAll('_x005F_', '_') : cell)
          const cells = read.value.rows.map((row) => row.cells.map(says))
          expect(cells.flat().filter(isFormula)).toEqual([])
          expect(cells.map((row) => row.map(textOfCell))).toEqual(
            rows.map((row) => [...row, '末'].map((text) => kept(text, format))),
          )
        }),
        { numRuns: format === 'csv' ? 300 : 60 },
      )
    },
  )
})

describe('a formula', () => {
  it.each(signs)('is what begins with %j', (sign) => {
    expect(isFormula(`${sign}1+1`)).toBe(true)
  })

  it('is no number below nothing', () => {
    expect(['-2', '－2', '-2.5'].some(isFormula)).toBe(false)
  })
})
