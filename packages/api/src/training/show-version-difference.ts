import { z } from 'zod'
import { CourseChange, courseDifference, CourseId, CourseVersionId } from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import { findCourse } from '@dangjian/db/training/course-store'
import { findCourseVersion } from '@dangjian/db/training/course-version-store'
import { notFound, query } from '../trpc.ts'
import { courseTarget } from './course-scope.ts'

/** What is different between two versions of a course, or between a version and the draft. */
export const showVersionDifference = query({
  permission: 'training.show-version-difference',
  input: z.strictObject({
    courseId: CourseId,
    fromVersionId: CourseVersionId,
    /** Null for the draft. */
    toVersionId: CourseVersionId.nullable(),
  }),
  output: z.strictObject({ changes: z.array(CourseChange) }),
  target: courseTarget,
  run: async ({ db, input }) => {
    const before = await versionOfCourse(db, input.courseId, input.fromVersionId)
    const after = input.toVersionId
      ? await versionOfCourse(db, input.courseId, input.toVersionId)
      : ((await findCourse(db, input.courseId)) ?? notFound())
    return { changes: courseDifference(before, after) }
  },
})

/** A version is found through its own course alone. */
async function versionOfCourse(db: Db, courseId: CourseId, id: CourseVersionId) {
  const version = await findCourseVersion(db, id)
  return version?.courseId === courseId ? version : notFound()
}
