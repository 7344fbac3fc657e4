import { expect, inject, it } from 'vitest'
import '../prepare.ts'
import { startPostgres } from '@dangjian/db/testing/embedded-postgres'
import { runBackup, type BackupResult } from './backup-run.ts'

const demo = inject('demo')

function expectWhole(result: BackupResult): void {
  expect(result).toMatchObject({ disagreements: [], faults: [], differing: [], signedOut: [] })
  expect(result.flips.undetected).toEqual([])
  for (const count of [result.acknowledgedBefore, result.acknowledgedMeanwhile, result.signedIn, result.tables]) {
    expect(count).toBeGreaterThan(0)
  }
}

/** The short forms; `npm run proof:backup` is the long one. */
it('brings back all that was acknowledged, encrypted, from SQLite under load', async () => {
  const result = await runBackup({ demo, seed: 2026, sealed: true, flips: 3, before: 1500 })
  expectWhole(result)
  expect(result.flips.kinds).toEqual(['sealed', 'sealed, the largest', 'sealed.json'])
})

it('brings back all that was acknowledged, in the open, from PostgreSQL under load', async () => {
  const postgres = await startPostgres()
  try {
    const result = await runBackup({ demo, seed: 2026, sealed: false, flips: 5, before: 1500, postgres })
    expectWhole(result)
    expect(result.flips.kinds).toEqual(['files', 'keys', 'manifest.json', 'manifest.sha256', 'tables'])
  } finally {
    await postgres.stop()
  }
})

it('sees a database that was copied while it was written to, and a check that lets a changed byte pass', async () => {
  const plants = ['file-copied', 'byte-spared'] as const
  const result = await runBackup({ demo, seed: 2026, sealed: false, flips: 1, before: 1500, plants })
  expect(result.disagreements.length + result.faults.length).toBeGreaterThan(0)
  expect(result.flips.undetected).toHaveLength(1)
})
