import { z } from 'zod'
import { PersonId } from '@dangjian/domain/access'
import { CourseId } from '@dangjian/domain/training'
import { deleteExtraTime } from '@dangjian/db/training/extra-time-store'
import { command } from '../trpc.ts'
import { demandCourse } from './course-scope.ts'
import { homeOfPerson } from './record-scope.ts'

/** The person has the course's own time again, from their next attempt on. */
export const withdrawExtraTime = command({
  permission: 'training.withdraw-extra-time',
  input: z.strictObject({ personId: PersonId, courseId: CourseId }),
  output: z.strictObject({ courseId: CourseId }),
  target: homeOfPerson,
  run: async ({ db, input, actor, note }) => {
    const { personId, courseId } = input
    await demandCourse(db, actor, 'training.withdraw-extra-time', courseId)
    await deleteExtraTime(db, personId, courseId)
    note({ personId, courseId })
    return { courseId }
  },
})
