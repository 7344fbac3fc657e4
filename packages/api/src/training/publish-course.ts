import { z } from 'zod'
import {
  CourseId,
  CourseVersion,
  CourseVersionId,
  publishCourse as decide,
  type CoursePublished,
} from '@dangjian/domain/training'
import { findCourse, saveCourseState } from '@dangjian/db/training/course-store'
import { findCourseVersion, insertCourseVersion } from '@dangjian/db/training/course-version-store'
import { questionSupplyOf } from '@dangjian/db/training/question-store'
import { accept, command, notFound } from '../trpc.ts'
import { courseTarget } from './course-scope.ts'
import { refuseDraftConflict } from './draft-conflict.ts'

/** Makes the draft the next version, which learners can begin from now on and nobody can change. */
export const publishCourse = command({
  permission: 'training.publish-course',
  input: z.strictObject({ courseId: CourseId, rev: z.int(), changeNote: CourseVersion.shape.changeNote.default('') }),
  output: z.strictObject({ versionId: CourseVersionId, number: z.int() }),
  target: courseTarget,
  run: async ({ db, input, actor, now, newId, emit, note }) => {
    const course = (await findCourse(db, input.courseId)) ?? notFound()
    // What is published is what the trainer saw.
    if (course.rev !== input.rev) return refuseDraftConflict(db, course.id)
    const latest = course.latestVersionId ? await findCourseVersion(db, course.latestVersionId) : undefined
    const supply = await questionSupplyOf(db, course.content)
    const act = { id: newId<CourseVersionId>(), changeNote: input.changeNote.trim(), now, by: actor.personId }
    const { course: next, version } = accept(decide(course, latest, supply, act))
    await insertCourseVersion(db, version)
    if (!(await saveCourseState(db, next))) return refuseDraftConflict(db, course.id)
    const event: CoursePublished = { type: 'course-published', courseId: course.id, versionId: version.id }
    emit(event)
    note({ courseId: course.id, versionId: version.id, number: version.number })
    return { versionId: version.id, number: version.number }
  },
})
