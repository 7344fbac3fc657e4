import { z } from 'zod'
import { UnitId } from '@dangjian/domain/access'
import { Course, CourseId } from '@dangjian/domain/training'
import { insertCourse } from '@dangjian/db/training/course-store'
import { command } from '../trpc.ts'

/** Begins a course as an empty draft. */
export const createCourse = command({
  permission: 'training.create-course',
  input: z.strictObject({ unitId: UnitId, title: Course.shape.title }),
  output: z.strictObject({ courseId: CourseId }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, now, newId, note }) => {
    const courseId = newId<CourseId>()
    await insertCourse(db, {
      id: courseId,
      unitId: input.unitId,
      title: input.title,
      summary: '',
      audience: '',
      hours: 0,
      content: { sections: [] },
      state: 'draft',
      latestVersionId: null,
      rev: 1,
      updatedAt: now,
      updatedBy: actor.personId,
      createdAt: now,
    })
    note({ courseId })
    return { courseId }
  },
})
