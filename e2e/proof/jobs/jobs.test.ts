import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import '../prepare.ts'
import { startPostgres } from '@dangjian/db/testing/embedded-postgres'
import { doJobs, type UndisturbedJobs } from './jobs-run.ts'

/** What imports, a publication, closed attempts and kept house leave behind. */
const CHANGED = ['certificate', 'course_assignment', 'files', 'hour_entry', 'question', 'training_evidence', 'unit']

let jobs: UndisturbedJobs
beforeAll(async () => {
  jobs = await doJobs({ demo: inject('demo') })
})
afterAll(() => jobs.forget())

it.each(['"unit"', '"certificate"'])(
  'work that is killed on SQLite when it writes to %s, and started again, ends as it would have',
  async (table) => {
    expect(jobs.changed).toEqual(expect.arrayContaining(CHANGED))
    expect(jobs.faults).toEqual([])
    expect(await jobs.killAt(`insert into ${table}`)).toEqual({ otherwise: [], faults: [] })
  },
)

it('work that is killed on PostgreSQL, and started again, ends as it would have', async () => {
  const postgres = await startPostgres()
  const onPostgres = await doJobs({ demo: inject('demo'), postgres })
  try {
    expect(onPostgres.changed).toEqual(expect.arrayContaining(CHANGED))
    expect(await onPostgres.killAt('insert into "training_evidence"')).toEqual({ otherwise: [], faults: [] })
  } finally {
    await onPostgres.forget()
    await postgres.stop()
  }
})

it('sees statements that stand each for itself', async () => {
  const { otherwise } = await jobs.killAt('insert into "hour_entry"', 'no-transactions')
  expect(otherwise).toContain('certificate')
})

it('sees a client whose keys are forgotten', async () => {
  const { otherwise } = await jobs.killAt('insert into "certificate"', 'keys-forgotten')
  expect(otherwise).toEqual(['did not come to its end'])
})
