import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import { Course, CourseId, sanitizeContent } from '@dangjian/domain/training'
import { findCourse, saveCourseDraft as save } from '@dangjian/db/training/course-store'
import { command, notFound } from '../trpc.ts'
import { demandReferences } from './course-references.ts'
import { courseTarget } from './course-scope.ts'
import { refuseDraftConflict } from './draft-conflict.ts'

/** Saves the draft of a course; learners see nothing of it before it is published. */
export const saveCourseDraft = command({
  permission: 'training.save-course-draft',
  input: z.strictObject({
    courseId: CourseId,
    rev: z.int(),
    title: Course.shape.title,
    summary: Course.shape.summary,
    audience: Course.shape.audience,
    hours: Course.shape.hours,
    content: Course.shape.content,
  }),
  output: z.strictObject({ rev: z.int(), savedAt: Instant }),
  target: courseTarget,
  run: async ({ db, input, actor, now, note }) => {
    const { courseId, rev, ...fields } = input
    const course = (await findCourse(db, courseId)) ?? notFound()
    if (course.rev !== rev) return refuseDraftConflict(db, courseId)
    const content = sanitizeContent(fields.content)
    await demandReferences(db, actor, course.content, content)
    const next = { ...course, ...fields, content, rev: rev + 1, updatedAt: now, updatedBy: actor.personId }
    if (!(await save(db, next))) return refuseDraftConflict(db, courseId)
    note({ courseId, rev: next.rev })
    return { rev: next.rev, savedAt: now }
  },
})
