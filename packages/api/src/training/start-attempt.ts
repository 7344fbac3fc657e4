import { z } from 'zod'
import {
  AttemptId,
  canStartAttempt,
  drawPaper,
  EnrolmentId,
  isTimeOver,
  LessonId,
  minutesWithExtra,
  openAttempt,
  type PaperCandidate,
  type PaperSupply,
  type QuestionVersionId,
  type Quiz,
} from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import { insertAttempt, listAttempts, listPaperCandidates } from '@dangjian/db/training/attempt-store'
import { findExtraTimeShare } from '@dangjian/db/training/extra-time-store'
import { listQuestionVersions } from '@dangjian/db/training/question-store'
import { accept, command, notFound } from '../trpc.ts'
import { closeSitting, findSitting } from './attempt-step.ts'
import { DeviceKey } from './learning-shapes.ts'
import { findVersionOf, learnerOfEnrolment, lessonIn, touchStudy } from './study.ts'

/**
 * Begins an attempt: its row, its number, its paper and its deadline come to be in one transaction. However many
 * requests arrive together there is one open attempt, and each of them is led to it.
 */
export const startAttempt = command({
  permission: 'training.start-attempt',
  input: z.strictObject({ enrolmentId: EnrolmentId, lessonId: LessonId, device: DeviceKey }),
  output: z.strictObject({ attemptId: AttemptId, resumed: z.boolean() }),
  target: learnerOfEnrolment,
  run: async (args) => {
    const { db, input, actor, now, newId, note } = args
    const { enrolment } = args.target
    const version = await findVersionOf(db, enrolment)
    const { lesson } = lessonIn(version, input.lessonId)
    if (lesson.kind !== 'quiz') notFound()
    let attempts = await listAttempts(db, enrolment.id, lesson.id)
    const over = attempts.find((attempt) => isTimeOver(attempt, now))
    if (over) {
      await closeSitting(args, await findSitting(db, over), now)
      attempts = await listAttempts(db, enrolment.id, lesson.id)
    }
    const start = accept(canStartAttempt(lesson.quiz, attempts))
    if ('resume' in start) return { attemptId: start.resume.id, resumed: true }

    const seed = newId<string>()
    const paper = accept(drawPaper(lesson.quiz, await supplyOf(db, lesson.quiz), seed))
    const extra = await findExtraTimeShare(db, actor.personId, version.courseId)
    const attempt = openAttempt(
      { minutes: minutesWithExtra(lesson.quiz.minutes, extra) },
      paper,
      {
        id: newId<AttemptId>(),
        enrolmentId: enrolment.id,
        personId: actor.personId,
        lessonId: lesson.id,
        number: start.number,
      },
      now,
    )
    await insertAttempt(db, attempt, seed, input.device)
    await touchStudy(db, { enrolment }, now)
    note({ attemptId: attempt.id, number: attempt.number })
    return { attemptId: attempt.id, resumed: false }
  },
})

/** What the paper is drawn from. A question that was retired since stays where the version names it. */
async function supplyOf(db: Db, quiz: Quiz): Promise<PaperSupply> {
  const named = quiz.slots.flatMap((slot) => (slot.kind === 'fixed' ? [slot.questionVersionId] : []))
  const banks = [...new Set(quiz.slots.flatMap((slot) => (slot.kind === 'drawn' ? [slot.bankId] : [])))]
  const fixed = new Map<QuestionVersionId, PaperCandidate>()
  for (const { id, questionId, bankId, category, body } of await listQuestionVersions(db, named)) {
    fixed.set(id, { versionId: id, questionId, bankId, category, body })
  }
  return { fixed, banks: await listPaperCandidates(db, banks) }
}
