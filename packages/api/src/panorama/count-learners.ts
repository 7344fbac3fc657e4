import { z } from 'zod'
import { countLearners as count } from '@dangjian/db/panorama/learning-store'
import { query } from '../trpc.ts'
import { learnerFilterOf, LearnersAsked } from './learners-asked.ts'

/** How many rows `listLearners` lists in all: asked apart, since a page needs it not. */
export const countLearners = query({
  permission: 'panorama.count-learners',
  kept: 'report',
  input: LearnersAsked,
  output: z.int(),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const filter = await learnerFilterOf(db, input, today)
    return filter ? count(db, filter) : 0
  },
})
