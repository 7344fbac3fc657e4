import { z } from 'zod'
import { CourseId, EnrolmentId } from '@dangjian/domain/training'
import { findEnrolmentOf, findOpenCourse, insertEnrolment } from '@dangjian/db/training/enrolment-store'
import { command, notFound } from '../trpc.ts'
import { learnerOfCourse } from './study.ts'

/** Begins a course on its latest version, on which the learner then stays; who has begun goes on. */
export const enrol = command({
  permission: 'training.enrol',
  input: z.strictObject({ courseId: CourseId }),
  output: z.strictObject({ enrolmentId: EnrolmentId }),
  target: learnerOfCourse,
  run: async ({ db, input, actor, now, today, newId, note }) => {
    const known = await findEnrolmentOf(db, actor.personId, input.courseId)
    if (known) return { enrolmentId: known.id }
    const open = (await findOpenCourse(db, actor.personId, input.courseId, today)) ?? notFound()
    const id = newId<EnrolmentId>()
    await insertEnrolment(db, { ...open, id, personId: actor.personId, startedAt: now, movedAt: now, passedAt: null })
    note({ enrolmentId: id, versionId: open.versionId })
    return { enrolmentId: id }
  },
})
