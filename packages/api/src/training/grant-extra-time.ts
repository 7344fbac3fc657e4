import { z } from 'zod'
import { PersonId } from '@dangjian/domain/access'
import { canMendRecordOf, CourseId, ExtraTimeShare } from '@dangjian/domain/training'
import { findEnrolmentOf, findOpenCourse } from '@dangjian/db/training/enrolment-store'
import { saveExtraTime } from '@dangjian/db/training/extra-time-store'
import { accept, command, refuseWith } from '../trpc.ts'
import { demandCourse } from './course-scope.ts'
import { homeOfPerson } from './record-scope.ts'

/**
 * Gives a person longer time in the tests of a course, from their next attempt on: the deadline of one that has begun
 * is fixed. Neither asked nor kept is why.
 */
export const grantExtraTime = command({
  permission: 'training.grant-extra-time',
  input: z.strictObject({ personId: PersonId, courseId: CourseId, share: ExtraTimeShare }),
  output: z.strictObject({ share: ExtraTimeShare }),
  target: homeOfPerson,
  run: async ({ db, input, actor, now, today, note }) => {
    const { personId, courseId, share } = input
    await demandCourse(db, actor, 'training.grant-extra-time', courseId)
    accept(canMendRecordOf(personId, actor.personId))
    const open =
      (await findEnrolmentOf(db, personId, courseId)) ?? (await findOpenCourse(db, personId, courseId, today))
    if (!open) refuseWith('course-not-open-to-person')
    await saveExtraTime(db, { personId, courseId, share, grantedAt: now })
    note({ personId, courseId, share })
    return { share }
  },
})
