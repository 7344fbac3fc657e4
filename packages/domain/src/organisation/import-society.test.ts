import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { decideSocietyImport, isFormula, planSocietyImport, type SocietyRow } from './import-society.ts'

const unit = (over: { code?: string; name?: string; seq?: number } = {}) =>
  ({ kind: 'society', code: 'A-01', name: '华夏云学会', category: 'science', seq: 1, ...over }) as const

const row = (line: number, code: string, name: string, category = '理科', seq = '1'): SocietyRow => ({
  line,
  cells: { code, name, category, seq, parent: '1' },
})

describe('importing societies', () => {
  it('says for each line what is new, changed, unchanged or wrong, and why', () => {
    const known = [unit(), unit({ code: 'A-02', name: '华夏雨学会', seq: 2 })]
    const plan = planSocietyImport(known, [
      { line: 2, cells: { code: 'HX', name: '华夏科协', parent: '-1', category: '' } },
      row(3, 'a-01 ', ' 华夏云学会　'),
      row(4, 'A-02', '华夏雨水学会', '理科', '2'),
      row(5, 'A-03', '华夏风学会'),
      row(6, '', '华夏雷学会'),
      row(7, 'A-03', '华夏电学会'),
      row(8, 'A-05', '华夏风学会'),
      row(9, 'A-06', '=cmd()', '玄学'),
    ])
    expect(plan.map((each) => each.outcome)).toEqual([
      'root',
      'unchanged',
      'renamed',
      'new',
      'wrong',
      'wrong',
      'wrong',
      'wrong',
    ])
    expect(plan[5]).toMatchObject({ faults: [{ fault: 'code-doubled', other: 5 }] })
    expect(plan[6]).toMatchObject({ faults: [{ fault: 'name-doubled', other: 5 }] })
    expect(plan[7]).toMatchObject({
      faults: [{ fault: 'cell-is-formula' }, { fault: 'category-unknown', other: '玄学' }],
    })
  })

  it('takes another name for a known code only when somebody said that it is one', () => {
    const plan = planSocietyImport(
      [unit(), unit({ code: 'A-02', name: '华夏雨学会', seq: 2 })],
      [row(2, 'A-01', '华夏云雾学会'), row(3, 'A-02', '华夏霜学会', '理科', '2'), row(4, 'A-02X', '华夏雪学会')],
    )
    const lines = (renames: Record<string, boolean>) => {
      const decision = decideSocietyImport(plan, renames)
      return decision.ok ? decision.value.map(({ line }) => line) : [decision.refusal, decision.detail?.count]
    }
    expect(lines({ 2: true })).toEqual(['import-renames-undecided', 1])
    expect(lines({ 2: true, 3: false })).toEqual([2, 4])
    expect(decideSocietyImport(plan.slice(0, 1), { 2: false })).toMatchObject({ refusal: 'import-nothing-to-do' })
  })

  it('changes nothing the second time', () => {
    const rows = [row(2, 'A-01', '华夏云学会'), row(3, 'B-01', '华夏桥学会', '工科', '7')]
    const first = planSocietyImport([], rows)
    const written = first.flatMap((each) => ('society' in each ? [{ ...each.society, kind: 'society' as const }] : []))
    expect(planSocietyImport(written, rows).every((each) => each.outcome === 'unchanged')).toBe(true)
  })

  it('leaves the number of a society as it is when the column is not imported or the cell is blank', () => {
    const { seq: _, ...cells } = row(2, 'A-01', '华夏云学会').cells
    const plan = planSocietyImport([unit({ seq: 7 })], [{ line: 2, cells }])
    expect(plan).toEqual([{ line: 2, outcome: 'unchanged', society: expect.objectContaining({ seq: 7 }) }])
    expect(planSocietyImport([unit({ seq: 7 })], [row(2, 'A-01', '华夏云学会', '理科', ' ')])[0]?.outcome).toBe(
      'unchanged',
    )
    expect(planSocietyImport([], [{ line: 2, cells }])).toMatchObject([{ outcome: 'new', society: { seq: 0 } }])
  })

  it('takes for a formula what a spreadsheet would run, also full-width, and lets negative numbers be', () => {
    expect(['=1+1', ' @SUM(A1)', '+cmd', '-2+3', '＝HYPERLINK()', '\t=1'].every(isFormula)).toBe(true)
    expect(['-1', '中国=学会', 'A-01', '', '-12.5 '].some(isFormula)).toBe(false)
  })

  const file = fileURLToPath(new URL('../../../../../shared/data/cast-societies-2018.csv', import.meta.url))
  // The folder ../shared/data lies beside the project where it is developed; elsewhere this is skipped.
  it.skipIf(!existsSync(file))('finds the dirt of the real list', () => {
    const [, ...lines] = readFileSync(file, 'utf8').split(/\r?\n/)
    const rows = lines.flatMap((text, index): SocietyRow[] => {
      const [, code = '', name = '', parent = '', category = '', seq = ''] = text.split(',')
      return text === '' ? [] : [{ line: index + 2, cells: { code, name, parent, category, seq } }]
    })
    const plan = planSocietyImport([], rows)
    const count = (outcome: string) => plan.filter((each) => each.outcome === outcome).length
    expect({ root: count('root'), new: count('new'), wrong: count('wrong') }).toEqual({
      root: 1,
      new: rows.length - 1 - count('wrong'),
      wrong: count('wrong'),
    })
    const wrong = plan.flatMap((each) => (each.outcome === 'wrong' ? each.faults.map(({ fault }) => fault) : []))
    expect(wrong).toEqual(['name-doubled'])
  })
})
