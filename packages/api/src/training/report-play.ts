import { z } from 'zod'
import {
  CertificateId,
  creditPlayed,
  EnrolmentId,
  lessonNeed,
  PlayedRange,
  ReportedRange,
} from '@dangjian/domain/training'
import { findPlayTicket, savePlayReported, saveProgress } from '@dangjian/db/training/progress-store'
import { command, notFound, refuseWith } from '../trpc.ts'
import { LessonNeedShape } from './learning-shapes.ts'
import { settlePassing } from './settle-passing.ts'
import { findStudy, learnerOfEnrolment, lessonIn, progressIn, touchStudy } from './study.ts'

/** Credits what was played since the last report, by the server's clock, and says what was not credited and why. */
export const reportPlay = command({
  permission: 'training.report-play',
  input: z.strictObject({
    enrolmentId: EnrolmentId,
    ticket: z.uuid(),
    position: z.number().min(0).max(100_000),
    ranges: z.array(ReportedRange).max(100),
  }),
  output: z.strictObject({
    played: z.array(PlayedRange),
    uncredited: z
      .strictObject({ seconds: z.int(), reason: z.enum(['faster-than-time', 'beyond-the-end', 'too-many-pieces']) })
      .nullable(),
    need: LessonNeedShape.nullable(),
    coursePassed: z.boolean(),
    certificateId: CertificateId.nullable(),
  }),
  target: learnerOfEnrolment,
  run: async (args) => {
    const { db, input, actor, now, note } = args
    const ticket = await findPlayTicket(db, actor.personId)
    if (!ticket || ticket.ticket !== input.ticket) refuseWith('play-taken-over')
    if (ticket.enrolmentId !== input.enrolmentId) notFound()
    const study = await findStudy(db, args.target.enrolment)
    const { lesson } = lessonIn(study.version, ticket.lessonId)
    if (lesson.kind !== 'video' && lesson.kind !== 'audio') notFound()
    const progress = progressIn(study, lesson.id, now)
    const credit = creditPlayed(
      { played: progress.played, reportedAt: ticket.reportedAt, seconds: lesson.seconds },
      input.ranges,
      now,
    )
    const next = {
      ...progress,
      played: credit.played,
      position: Math.min(input.position, lesson.seconds),
      movedAt: now,
    }
    const need = lessonNeed(lesson, next, false)
    await saveProgress(db, actor.personId, { ...next, doneAt: next.doneAt ?? (need === null ? now : null) })
    await savePlayReported(db, actor.personId, credit.reportedAt)
    await touchStudy(db, study, now)
    const certificate = need === null ? await settlePassing(args, study.enrolment.id) : null
    note({ lessonId: lesson.id, gained: Math.round(credit.gained), uncredited: credit.uncredited?.seconds ?? 0 })
    return {
      played: credit.played,
      uncredited: credit.uncredited,
      need,
      coursePassed: certificate !== null,
      certificateId: certificate?.id ?? null,
    }
  },
})
