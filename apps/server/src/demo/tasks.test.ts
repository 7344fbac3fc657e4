import { afterEach, describe, expect, it } from 'vitest'
import { emptyDatabase, type EmptyDatabase } from '@dangjian/db/testing/both-databases'
import { readConfig } from '../config.ts'
import { findOrphans } from '../files/orphan.ts'
import { openServices } from '../open-services.ts'
import { seedAssignments } from './assignments.ts'
import { seedOrganisation } from './organisation.ts'
import { seedTasks } from './tasks.ts'
import { seedTraining } from './training.ts'

describe('the demo’s year', () => {
  let database: EmptyDatabase
  afterEach(() => database.close())

  it.each(['2027-01-03', '2026-07-01', '2026-12-28'])(
    'begun on %s, has work in each month so far, all of it due within the year and done before now',
    async (today) => {
      database = await emptyDatabase('sqlite')
      const now = Date.parse(`${today}T10:00:00+08:00`)
      const config = readConfig({ DATA_DIR: database.dataDir, LOG_LEVEL: 'error' }, '/')
      const services = openServices(config, { storage: database.storage, clock: () => now })
      const organisation = await seedOrganisation(services, { people: 0 })
      const training = await seedTraining(services, organisation)
      await seedAssignments(services, organisation, await seedTasks(services, organisation, training))

      const { read } = services.storage
      expect((await findOrphans(database.dataDir, read)).orphans).toEqual([])
      const work = await read.selectFrom('assignment').select(['dueOn', 'state', 'id']).execute()
      const closedIn = (month: number): number => {
        const prefix = `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-`
        return work.filter(({ dueOn, state }) => dueOn.startsWith(prefix) && state === 'closed').length
      }
      const months = Array.from({ length: Number(today.slice(5, 7)) }, (_, index) => index + 1)
      expect(months.filter((month) => closedIn(month) === 0)).toEqual([])
      expect(new Set(work.map(({ dueOn }) => dueOn.slice(0, 4)))).toEqual(new Set([today.slice(0, 4)]))
      expect(work.filter(({ dueOn }) => dueOn > today).length).toBeGreaterThan(0)

      const closed = new Set(work.filter(({ state }) => state === 'closed').map(({ id }) => id))
      const shown = await read.selectFrom('evidence').select(['assignmentId', 'attachedAt']).execute()
      const withEvidence = new Set(shown.map(({ assignmentId }) => assignmentId))
      expect([...closed].filter((id) => !withEvidence.has(id))).toEqual([])
      const happened = await read.selectFrom('assignmentEvent').select('at').execute()
      expect(
        [...happened.map(({ at }) => at), ...shown.map(({ attachedAt }) => attachedAt)].every((at) => at <= now),
      ).toBe(true)
    },
    120_000,
  )
})
