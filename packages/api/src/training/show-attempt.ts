import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import { askedOf, AttemptId, CourseId, EnrolmentId, LessonId, QuestionAsked, Response } from '@dangjian/domain/training'
import { listAnswers } from '@dangjian/db/training/attempt-store'
import { query } from '../trpc.ts'
import { findPaperQuestions, findSitting, learnerOfAttempt } from './attempt-step.ts'
import { DeviceKey } from './learning-shapes.ts'

/**
 * The paper while it is answered: what is asked, in the paper's order, the answers saved so far and the time left by
 * the server's clock. Nothing of what is right, of marks reached or of explanations leaves before the attempt is closed.
 */
export const showAttempt = query({
  permission: 'training.show-attempt',
  input: z.strictObject({ attemptId: AttemptId, device: DeviceKey }),
  output: z.strictObject({
    id: AttemptId,
    state: z.enum(['open', 'closed']),
    number: z.int(),
    courseId: CourseId,
    courseTitle: z.string(),
    enrolmentId: EnrolmentId,
    lessonId: LessonId,
    lessonTitle: z.string(),
    passShare: z.int(),
    outOf: z.number(),
    startedAt: Instant,
    deadlineAt: Instant.nullable(),
    /** The server's clock now: what is left is counted from it, and never from the device's. */
    serverNow: Instant,
    /** Whether this window may save answers. */
    heldHere: z.boolean(),
    /** Empty once it is closed. */
    questions: z.array(z.strictObject({ marks: z.number(), asked: QuestionAsked })),
    answers: z.array(z.strictObject({ slot: z.int(), response: Response, seq: z.int(), savedAt: Instant })),
  }),
  target: learnerOfAttempt,
  run: async ({ db, input, target, now }) => {
    const { attempt, version, lesson } = await findSitting(db, target.attempt)
    const open = attempt.state === 'open'
    const questions = open ? await findPaperQuestions(db, attempt) : []
    const answers = open ? await listAnswers(db, attempt.id) : []
    return {
      id: attempt.id,
      state: attempt.state,
      number: attempt.number,
      courseId: version.courseId,
      courseTitle: version.title,
      enrolmentId: attempt.enrolmentId,
      lessonId: lesson.id,
      lessonTitle: lesson.title,
      passShare: lesson.quiz.passShare,
      outOf: attempt.outOf,
      startedAt: attempt.startedAt,
      deadlineAt: attempt.deadlineAt,
      serverNow: now,
      heldHere: attempt.device === input.device,
      questions: questions.map(({ body }, index) => ({
        marks: attempt.paper[index]?.marks ?? 0,
        asked: askedOf(body, attempt.paper[index]?.order ?? []),
      })),
      answers: answers.map(({ slot, response, seq, savedAt }) => ({ slot, response, seq, savedAt })),
    }
  },
})
