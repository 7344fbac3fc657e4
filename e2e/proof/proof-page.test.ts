import { expect, it } from 'vitest'
import type { PrintedFigure } from './figure.ts'
import { proofPage } from './proof-page.ts'

const line = (figure: Partial<PrintedFigure>): string =>
  JSON.stringify({
    figure: 'acknowledged and lost',
    value: 0,
    target: '0',
    pass: true,
    proof: 'kill',
    seed: 1,
    database: 'sqlite',
    commit: 'abc',
    versions: { dangjian: '0.1.0', node: '26' },
    machine: '2 x processor',
    load: 0.1,
    at: '2026-11-28T10:00:00.000Z',
    ...figure,
  })

it('shows the last run of each proof, and counts what misses', () => {
  const page = proofPage([
    ['Installing …', line({ value: 3, pass: false }), line({ figure: 'kills', value: 200 })].join('\n'),
    [line({ at: '2026-11-28T11:00:00.000Z', value: 1, pass: false }), line({ proof: 'bench', value: 7 })].join('\n'),
  ])
  expect(page).toContain('2 figures, 1 of them miss')
  expect(page).toContain('| acknowledged and lost | 1 | 0 | **MISS** |')
  expect(page).not.toContain('| acknowledged and lost | 3 |')
  expect(page.indexOf('## kill, sqlite')).toBeLessThan(page.indexOf('## bench, sqlite'))
})

const sectionOf = (page: string, name: string) => page.split('\n## ').find((part) => part.startsWith(name)) ?? ''

it('shows all misses first, of each with its proof, value and target', () => {
  const slow = line({ proof: 'bench', figure: 'ready, ms', value: 1509, target: 'at most 1000', pass: false })
  const lost = line({ value: 1, pass: false, database: 'postgres' })
  const page = proofPage([slow, [lost, line({ figure: 'kept', database: 'postgres' })].join('\n')])
  expect(page.indexOf('\n## Misses')).toBe(page.indexOf('\n## '))
  const misses = sectionOf(page, 'Misses')
  expect(misses).toContain('| bench, sqlite | ready, ms | 1509 | at most 1000 |')
  expect(misses).toContain('| kill, postgres | acknowledged and lost | 1 | 0 |')
  expect(misses).not.toContain('kept')
  expect(sectionOf(proofPage([line({})]), 'Misses')).toContain('There are none.')
})

it('folds away what has no target, below what has one', () => {
  const beside = ['as it comes', 'as they come'].map((target, n) =>
    line({ figure: `beside ${n}`, value: 70 + n, target }),
  )
  const kill = sectionOf(proofPage([[...beside, line({})].join('\n')]), 'kill')
  const [shown, folded, after] = kill.split(/<\/?details>/)
  expect(shown).toContain('| acknowledged and lost | 0 | 0 | ok |')
  expect(shown).not.toContain('beside 0')
  expect(folded).toContain('| beside 0 | 70 |\n| beside 1 | 71 |')
  expect(after?.trim()).toBe('')
})

it('says of a run on a busy machine that its times are upper bounds', () => {
  const page = proofPage([line({ load: 4.1 }), line({ proof: 'bench', load: 4 })])
  expect(sectionOf(page, 'kill')).toContain('load 4.1')
  expect(sectionOf(page, 'kill')).toContain('times of this run are upper bounds')
  expect(sectionOf(page, 'bench')).not.toContain('upper bounds')
})
