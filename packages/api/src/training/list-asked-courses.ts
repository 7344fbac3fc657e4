import { z } from 'zod'
import { UnitId } from '@dangjian/domain/access'
import { CourseId } from '@dangjian/domain/training'
import { listAskedCourses as list } from '@dangjian/db/training/learner-list-store'
import { query } from '../trpc.ts'

/** Each course that is asked of people of a unit or of those beneath it, with how many of them stand where. */
export const listAskedCourses = query({
  permission: 'training.list-asked-courses',
  kept: 'report',
  input: z.strictObject({ unitId: UnitId }),
  output: z.array(
    z.strictObject({
      courseId: CourseId,
      courseTitle: z.string(),
      asked: z.int(),
      begun: z.int(),
      passed: z.int(),
      overdue: z.int(),
    }),
  ),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: ({ db, input, today }) => list(db, { beneath: input.unitId, day: today }),
})
