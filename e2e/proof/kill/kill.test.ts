import { expect, inject, it } from 'vitest'
import '../prepare.ts'
import { startPostgres } from '@dangjian/db/testing/embedded-postgres'
import { runKills } from './kill-run.ts'

const demo = inject('demo')
/** The short forms; `npm run proof:kill` is the long one. */
const KILLS = { sqlite: 20, postgres: 10 }
const LIFE_MS = 500

it('loses nothing acknowledged and does nothing twice when the server is killed on SQLite', async () => {
  const result = await runKills({ demo, kills: KILLS.sqlite, seed: 2026, life: LIFE_MS })
  expect(result).toMatchObject({ kills: KILLS.sqlite, disagreements: [], faults: [], refusals: [] })
  expect(result.acknowledged).toBeGreaterThan(0)
})

it('loses nothing acknowledged and does nothing twice when the server or PostgreSQL is killed', async () => {
  const postgres = await startPostgres({ durable: true })
  try {
    const result = await runKills({ demo, kills: KILLS.postgres, seed: 2026, life: LIFE_MS, postgres })
    expect(result).toMatchObject({ kills: KILLS.postgres, disagreements: [], faults: [], refusals: [] })
    expect(result.acknowledged).toBeGreaterThan(0)
  } finally {
    await postgres.stop()
  }
})

it('sees a disk that lost its last writes', async () => {
  const { disagreements, faults } = await runKills({ demo, kills: 3, seed: 5, plant: 'disk-behind' })
  const lost = disagreements.filter(({ what }) => what === 'lost' || what === 'behind')
  expect(lost.length + faults.length).toBeGreaterThan(0)
})

it('sees a client whose keys are forgotten', async () => {
  const { disagreements } = await runKills({ demo, kills: 5, seed: 5, plant: 'key-forgotten' })
  expect(disagreements.map(({ what }) => what)).toContain('twice')
})
