import type { Storage } from '@dangjian/db/connection/storage'
import { findSetting, saveSetting } from '@dangjian/db/access/setting-store'
import type { Services } from '@dangjian/api/context'
import { seedAssignments } from './assignments.ts'
import { seedLearning } from './learning.ts'
import { seedOrganisation } from './organisation.ts'
import { seedTasks } from './tasks.ts'
import { seedTraining } from './training.ts'

export interface SeedOptions {
  /** More people than the demo's own, for looking at large lists. */
  readonly people: number
}

export const DEMO_MARK = 'demo-seeded-at'
/** Half of the demo is no demo: it is marked when it is begun, too. */
export const DEMO_BEGUN_MARK = 'demo-begun-at'

/** Whether demo data has been written, or anything else that it must not mix with. */
export async function isSeeded(storage: Storage): Promise<boolean> {
  if (await findSetting(storage.read, DEMO_MARK)) return true
  return Boolean(await storage.read.selectFrom('unit').select('id').limit(1).executeTakeFirst())
}

/**
 * Writes the demo: an invented year of invented people. Each wing seeds its own part, in the order in which
 * one stands on the other, through the real procedures with a clock of its own wherever that is quick enough.
 */
export async function seedDemo(services: Services, options: SeedOptions): Promise<void> {
  await services.storage.transact((tx) => saveSetting(tx, DEMO_BEGUN_MARK, String(services.clock())))
  const organisation = await seedOrganisation(services, options)
  const training = await seedTraining(services, organisation)
  const doneLongAgo = await seedTasks(services, organisation, training)
  await seedAssignments(services, organisation, doneLongAgo)
  await seedLearning(services, organisation, training)
  await services.storage.transact((tx) => saveSetting(tx, DEMO_MARK, String(services.clock())))
}
