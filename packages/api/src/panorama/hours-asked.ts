import { z } from 'zod'
import { UnitId, type LocalDate } from '@dangjian/domain/access'
import { PanoramaFilter } from '@dangjian/domain/panorama'
import type { Db } from '@dangjian/db/database'
import type { HoursScope } from '@dangjian/db/panorama/hours-store'
import { cycleInView } from './plan-in-view.ts'

/** Which figure of hours is looked into. Only the category of the filter cuts it. */
export const HoursAsked = z.strictObject({
  unitId: UnitId,
  year: z.int().min(2000).max(2100).optional(),
  filter: PanoramaFilter.default({}),
})

export async function hoursScopeOf(
  db: Db,
  { unitId, year, filter }: z.output<typeof HoursAsked>,
  today: LocalDate,
): Promise<HoursScope> {
  return { beneath: unitId, category: filter.category, cycle: await cycleInView(db, year, today) }
}
