import { z } from 'zod'
import { EnrolmentId, LessonId, openedPlay, PlayedRange } from '@dangjian/domain/training'
import { findPlayTicket, savePlayTicket } from '@dangjian/db/training/progress-store'
import { command, notFound } from '../trpc.ts'
import { DeviceKey } from './learning-shapes.ts'
import { findStudy, learnerOfEnrolment, lessonIn, progressIn, touchStudy } from './study.ts'

/** Another device that reported within this time was playing just now. */
const PLAYING_MS = 45_000

/** Gives a ticket for playing a recording. A person has one at a time: a second device takes over, and is told so. */
export const openPlay = command({
  permission: 'training.open-play',
  input: z.strictObject({ enrolmentId: EnrolmentId, lessonId: LessonId, device: DeviceKey }),
  output: z.strictObject({
    ticket: z.string(),
    /** Playing elsewhere has stopped counting. */
    tookOver: z.boolean(),
    position: z.number(),
    played: z.array(PlayedRange),
  }),
  target: learnerOfEnrolment,
  run: async ({ db, input, target, actor, now, newId, note }) => {
    const study = await findStudy(db, target.enrolment)
    const { lesson } = lessonIn(study.version, input.lessonId)
    if (lesson.kind !== 'video' && lesson.kind !== 'audio') notFound()
    const former = await findPlayTicket(db, actor.personId)
    const tookOver = Boolean(former && former.device !== input.device && former.reportedAt > now - PLAYING_MS)
    const ticket = newId<string>()
    await savePlayTicket(db, {
      personId: actor.personId,
      ticket,
      enrolmentId: study.enrolment.id,
      lessonId: lesson.id,
      device: input.device,
      openedAt: now,
      reportedAt: openedPlay(former?.reportedAt ?? null, now),
    })
    await touchStudy(db, study, now)
    note({ lessonId: lesson.id, tookOver })
    const { position, played } = progressIn(study, lesson.id, now)
    return { ticket, tookOver, position, played }
  },
})
