import { z } from 'zod'
import { Instant, PersonId, UnitId } from '@dangjian/domain/access'
import { PanoramaFilter } from '@dangjian/domain/panorama'
import { HourEntryId } from '@dangjian/domain/training'
import { listHours as list } from '@dangjian/db/panorama/hours-store'
import { query } from '../trpc.ts'
import { cycleInView } from './plan-in-view.ts'

/** The ledger's entries behind a figure of hours: their sum is the figure. Only the category of the filter cuts them. */
export const listHours = query({
  permission: 'panorama.list-hours',
  kept: 'report',
  input: z.strictObject({
    unitId: UnitId,
    year: z.int().min(2000).max(2100).optional(),
    filter: PanoramaFilter.default({}),
    cursor: HourEntryId.optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: HourEntryId,
        personId: PersonId,
        personName: z.string(),
        sourceTitle: z.string(),
        hours: z.number(),
        at: Instant,
      }),
    ),
    total: z.int(),
    hours: z.number(),
    nextCursor: HourEntryId.nullable(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const { unitId, year, filter, cursor, limit } = input
    const cycle = await cycleInView(db, year, today)
    const { rows, total, hours } = await list(db, { beneath: unitId, category: filter.category, cycle, cursor, limit })
    return { rows, total, hours, nextCursor: rows.length === limit ? (rows.at(-1)?.id ?? null) : null }
  },
})
