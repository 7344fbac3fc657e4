import { z } from 'zod'
import { Instant, PersonId } from '@dangjian/domain/access'
import { HourEntryId } from '@dangjian/domain/training'
import { listHours as list } from '@dangjian/db/panorama/hours-store'
import { query } from '../trpc.ts'
import { HoursAsked, hoursScopeOf } from './hours-asked.ts'

/** The ledger's entries behind a figure of hours: their sum is the figure. */
export const listHours = query({
  permission: 'panorama.list-hours',
  kept: 'report',
  input: HoursAsked.extend({
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
    nextCursor: HourEntryId.nullable(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const { cursor, limit } = input
    const rows = await list(db, { ...(await hoursScopeOf(db, input, today)), cursor, limit })
    return { rows, nextCursor: rows.length === limit ? (rows.at(-1)?.id ?? null) : null }
  },
})
