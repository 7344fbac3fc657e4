import { z } from 'zod'
import { countCourseLearners as count } from '@dangjian/db/training/learner-list-store'
import { query } from '../trpc.ts'
import { CourseLearnersAsked, learnerFilterOf } from './course-learners-asked.ts'

/** How many rows `listCourseLearners` lists in all: asked apart, since a page needs it not. */
export const countCourseLearners = query({
  permission: 'training.count-course-learners',
  kept: 'report',
  input: CourseLearnersAsked,
  output: z.int(),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: ({ db, input, today }) => count(db, learnerFilterOf(input, today)),
})
