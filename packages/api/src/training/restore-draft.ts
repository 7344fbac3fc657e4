import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import { CourseId } from '@dangjian/domain/training'
import { findCourse, findDraftHistory, saveCourseDraft } from '@dangjian/db/training/course-store'
import { command, notFound } from '../trpc.ts'
import { courseTarget } from './course-scope.ts'
import { refuseDraftConflict } from './draft-conflict.ts'

/** Goes back to a saved state of the draft. What stood there before stays in the history, so this can be undone as well. */
export const restoreDraft = command({
  permission: 'training.restore-draft',
  input: z.strictObject({ courseId: CourseId, rev: z.int(), toRev: z.int32() }),
  output: z.strictObject({ rev: z.int(), savedAt: Instant }),
  target: courseTarget,
  run: async ({ db, input, actor, now, note }) => {
    const course = (await findCourse(db, input.courseId)) ?? notFound()
    if (course.rev !== input.rev) return refuseDraftConflict(db, course.id)
    const kept = (await findDraftHistory(db, course.id, input.toRev)) ?? notFound()
    const next = { ...course, ...kept, rev: course.rev + 1, updatedAt: now, updatedBy: actor.personId }
    if (!(await saveCourseDraft(db, next))) return refuseDraftConflict(db, course.id)
    note({ courseId: course.id, toRev: input.toRev })
    return { rev: next.rev, savedAt: now }
  },
})
