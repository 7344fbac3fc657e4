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
