import { z } from 'zod'
import { CourseId, CourseState, withdrawCourse as decide } from '@dangjian/domain/training'
import { findCourse, saveCourseState } from '@dangjian/db/training/course-store'
import { accept, command, notFound } from '../trpc.ts'
import { courseTarget } from './course-scope.ts'
import { refuseDraftConflict } from './draft-conflict.ts'

/** Nobody begins the course any more; who has begun goes on. */
export const withdrawCourse = command({
  permission: 'training.withdraw-course',
  input: z.strictObject({ courseId: CourseId }),
  output: z.strictObject({ state: CourseState }),
  target: courseTarget,
  run: async ({ db, input, note }) => {
    const course = (await findCourse(db, input.courseId)) ?? notFound()
    const next = accept(decide(course))
    if (!(await saveCourseState(db, next))) return refuseDraftConflict(db, course.id)
    note({ courseId: course.id })
    return { state: next.state }
  },
})
