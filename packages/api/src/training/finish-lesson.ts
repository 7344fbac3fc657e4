import { z } from 'zod'
import { CertificateId, EnrolmentId, LessonId } from '@dangjian/domain/training'
import { saveProgress } from '@dangjian/db/training/progress-store'
import { command, refuseWith } from '../trpc.ts'
import { settlePassing } from './settle-passing.ts'
import { findStudy, learnerOfEnrolment, lessonIn, progressIn, touchStudy } from './study.ts'

/** A text was read to its end. Every other kind of lesson finishes by itself, and not by a click. */
export const finishLesson = command({
  permission: 'training.finish-lesson',
  input: z.strictObject({ enrolmentId: EnrolmentId, lessonId: LessonId }),
  output: z.strictObject({ coursePassed: z.boolean(), certificateId: CertificateId.nullable() }),
  target: learnerOfEnrolment,
  run: async (args) => {
    const { db, input, actor, now, note } = args
    const study = await findStudy(db, args.target.enrolment)
    const { lesson } = lessonIn(study.version, input.lessonId)
    if (lesson.kind !== 'text') refuseWith('lesson-finishes-otherwise')
    const progress = progressIn(study, lesson.id, now)
    // Read to the end once is enough: asking again writes nothing, and does not stand in anybody's way.
    if (progress.doneAt === null) {
      await saveProgress(db, actor.personId, { ...progress, position: 1, doneAt: now, movedAt: now })
      await touchStudy(db, study, now)
    }
    const certificate = await settlePassing(args, study.enrolment.id)
    note({ lessonId: lesson.id })
    return { coursePassed: certificate !== null, certificateId: certificate?.id ?? null }
  },
})
