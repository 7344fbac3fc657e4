import { expect, inject, it } from 'vitest'
import '../prepare.ts'
import { startPostgres } from '@dangjian/db/testing/embedded-postgres'
import { runFuzz, type FuzzSettings } from './fuzz-run.ts'

const demo = inject('demo')
/** The short forms, with a seed that stays; `npm run proof:fuzz` is the long one. */
const SEED = 2026
const EACH = { sqlite: 10, postgres: 3 }

async function fuzz(settings: Omit<FuzzSettings, 'seed'>) {
  process.stdout.write(`seed ${SEED}, ${settings.each} of each\n`)
  return runFuzz({ ...settings, seed: SEED })
}

it('is answered as declared, or refused, whatever it is sent: every procedure on SQLite', async () => {
  const { asked, procedures, ...result } = await fuzz({ demo, each: EACH.sqlite })
  expect(result).toMatchObject({ findings: [], logged: [], ended: false })
  expect(asked).toEqual({ valid: procedures * EACH.sqlite, mutated: procedures * EACH.sqlite })
  expect(result.statuses['valid 200']).toBeGreaterThan(asked.valid / 10)
})

it('is answered as declared, or refused, whatever it is sent: every procedure on PostgreSQL', async () => {
  const postgres = await startPostgres()
  try {
    const result = await fuzz({ demo, postgresUrl: postgres.url, each: EACH.postgres })
    expect(result).toMatchObject({ findings: [], logged: [], ended: false })
  } finally {
    await postgres.stop()
  }
})

it('sees a procedure that throws, one that says too much, one that tells of its database, and one that takes anything', async () => {
  const only = ['organisation.search', 'training.showHome', 'panorama.showPanorama', 'tasks.findTasks']
  const { findings, logged } = await fuzz({ demo, each: 30, only, plant: 'plant-faults.ts' })
  const found = new Set(findings.map(({ kind, path }) => `${path}: ${kind}`))
  expect([...found]).toEqual(
    expect.arrayContaining([
      'organisation.search: server error',
      'training.showHome: answers otherwise',
      'panorama.showPanorama: tells its inside',
      'tasks.findTasks: takes unnamed keys',
    ]),
  )
  expect(logged.join()).toContain('procedure failed')
})
