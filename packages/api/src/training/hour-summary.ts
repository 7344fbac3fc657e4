import { z } from 'zod'
import type { LocalDate, PersonId } from '@dangjian/domain/access'
import { requirementOf, requirementStanding, sumHours, type HourEntry } from '@dangjian/domain/training'
import { findPerson, listPostsOfPerson } from '@dangjian/db/organisation/person-store'
import type { Db } from '@dangjian/db/database'
import { listHourEntries } from '@dangjian/db/training/hour-store'

const Both = z.strictObject({ 'zh-CN': z.string(), en: z.string() })

/** A cycle's hours by their two kinds, what the year asks by post, and what is missing. */
export const HourSummary = z.strictObject({
  cycle: z.int(),
  total: z.number(),
  online: z.number(),
  class: z.number(),
  /** Null where nothing is asked of the person. */
  requirement: z
    .strictObject({
      group: z.enum(['member', 'committee']),
      hours: z.number(),
      classNeeded: z.boolean(),
      source: Both,
      fromYear: z.int(),
      toYear: z.int(),
      /** False where the year lies outside what the source speaks of: the figure is carried on, and said to be. */
      verified: z.boolean(),
      missingHours: z.number(),
      missingClass: z.boolean(),
      met: z.boolean(),
    })
    .nullable(),
})
export type HourSummary = z.infer<typeof HourSummary>

export async function hourSummaryOf(
  db: Db,
  personId: PersonId,
  today: LocalDate,
  cycle: number,
  entries?: readonly HourEntry[],
): Promise<HourSummary> {
  const sum = sumHours(entries ?? (await listHourEntries(db, personId)), cycle)
  const posts = (await listPostsOfPerson(db, personId, today)).map(({ post }) => post)
  const person = await findPerson(db, personId)
  const requirement = requirementOf({ posts, memberStatus: person?.memberStatus ?? 'unknown' }, cycle)
  return {
    cycle,
    total: sum.total,
    ...sum.byMode,
    requirement: requirement && { ...requirement, ...requirementStanding(requirement, sum) },
  }
}
