import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFormula } from '@dangjian/domain/organisation'
import { tableExport } from './table-export.ts'
import { readTableRows } from './table-rows.ts'

/** Whatever a person may have typed into a field, what spreadsheets run among it. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '=1+1',
    '@SUM(A1)',
    '+cmd|calc',
    '-2+3',
    '＝HYPERLINK("x")',
    '\t=1',
    ' =1',
    '"quoted", with comma',
    '两行\n文字',
    "'=1",
  ),
)
/** Control characters cannot stand in a workbook's XML, and a row without text is no row. */
const printable = (text: string): boolean =>
  !/[\u0000-\u001f\ufffe\uffff]/.test(text) && text.trim() === text && text.trim() !== ''
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })

describe('an exported table', () => {
  it.each(['csv', 'xlsx'] as const)('holds nothing that a spreadsheet would run (%s)', async (format) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const { content } = await tableExport([['甲', '乙', '丙'], ...rows], format, '表')
        const read = await readTableRows(content)
        if (!read.ok) return
        for (const { cells } of read.value.rows) expect(cells.filter(isFormula)).toEqual([])
      }),
      { numRuns: format === 'csv' ? 200 : 30 },
    )
  })

  it.each(['csv', 'xlsx'] as const)(
    'reads back as what was written, with an apostrophe before what looked like a formula (%s)',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(cell.filter(printable), cell.filter(printable)), { minLength: 1, maxLength: 8 }),
          async (rows) => {
            const { content } = await tableExport([['甲', '乙'], ...rows], format, '表/一')
            const read = await readTableRows(content)
            expect(read.ok && read.value.rows.map(({ cells }) => cells)).toEqual(
              rows.map((row) => row.map((text) => (isFormula(text) ? `'${text}` : text))),
            )
          },
        ),
        { numRuns: format === 'csv' ? 200 : 30 },
      )
    },
  )
})
