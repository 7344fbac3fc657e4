import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import { CourseId, CourseVersionId } from '@dangjian/domain/training'
import { listCourseVersions as list } from '@dangjian/db/training/course-version-store'
import { query } from '../trpc.ts'
import { courseTarget } from './course-scope.ts'

/** Every version of a course, the latest first, with how many learners are on it. */
export const listCourseVersions = query({
  permission: 'training.list-course-versions',
  input: z.strictObject({ courseId: CourseId }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: CourseVersionId,
        number: z.int(),
        title: z.string(),
        hours: z.number(),
        changeNote: z.string(),
        publishedAt: Instant,
        publishedByName: z.string(),
        learners: z.int(),
      }),
    ),
  }),
  target: courseTarget,
  run: async ({ db, input }) => ({
    rows: (await list(db, input.courseId)).map((row) => ({ ...row, learners: row.learners ?? 0 })),
  }),
})
