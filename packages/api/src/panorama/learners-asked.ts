import { z } from 'zod'
import { UnitId, type LocalDate } from '@dangjian/domain/access'
import { LearningStanding, PanoramaFilter } from '@dangjian/domain/panorama'
import type { Db } from '@dangjian/db/database'
import { findPlanInView, workScope } from './plan-in-view.ts'

/** Which figure of training is looked into. */
export const LearnersAsked = z.strictObject({
  unitId: UnitId,
  year: z.int().min(2000).max(2100).optional(),
  filter: PanoramaFilter.default({}),
  standing: LearningStanding.optional(),
})

/** Null where no plan of the year is published: then nobody is asked anything. */
export async function learnerFilterOf(
  db: Db,
  { unitId: beneath, year, filter, standing }: z.output<typeof LearnersAsked>,
  today: LocalDate,
) {
  const view = await findPlanInView(db, year, today)
  if (!view) return null
  return { ...workScope(view, filter, beneath), day: today, standing }
}
