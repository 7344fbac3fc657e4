import { z } from 'zod'
import { sumHours as sum } from '@dangjian/db/panorama/hours-store'
import { query } from '../trpc.ts'
import { HoursAsked, hoursScopeOf } from './hours-asked.ts'

/** How many entries `listHours` lists in all, and what they come to: asked apart, since a page needs neither. */
export const sumHours = query({
  permission: 'panorama.sum-hours',
  kept: 'report',
  input: HoursAsked,
  output: z.strictObject({ entries: z.int(), hours: z.number() }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => sum(db, await hoursScopeOf(db, input, today)),
})
