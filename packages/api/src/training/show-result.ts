import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import {
  askedOf,
  attemptStanding,
  AttemptId,
  CertificateId,
  CourseId,
  EnrolmentId,
  LessonId,
  MarkingRule,
  markingRuleOf,
  QuestionAsked,
  Response,
  rightResponse,
} from '@dangjian/domain/training'
import { listAnswers, listAttempts } from '@dangjian/db/training/attempt-store'
import { findCertificateOf } from '@dangjian/db/training/certificate-store'
import { listHourEntries } from '@dangjian/db/training/hour-store'
import { query, refuseWith } from '../trpc.ts'
import { findPaperQuestions, findSitting, learnerOfAttempt } from './attempt-step.ts'
import { LessonMention, mentionOf } from './learning-shapes.ts'
import { findStudy } from './study.ts'

/** The result of a closed attempt: passed or what to do now, explanations where the paper allows, hours and certificate. */
export const showResult = query({
  permission: 'training.show-result',
  input: z.strictObject({ attemptId: AttemptId }),
  output: z.strictObject({
    attemptId: AttemptId,
    number: z.int(),
    courseId: CourseId,
    courseTitle: z.string(),
    enrolmentId: EnrolmentId,
    lessonId: LessonId,
    lessonTitle: z.string(),
    startedAt: Instant,
    closedAt: Instant,
    closedBy: z.enum(['learner', 'clock']),
    score: z.number(),
    outOf: z.number(),
    passShare: z.int(),
    passed: z.boolean(),
    /** Attempts that remain; null without limit. */
    left: z.int().nullable(),
    /** Question by question; null where the paper keeps it to itself. */
    questions: z
      .array(
        z.strictObject({
          asked: QuestionAsked,
          response: Response,
          right: Response,
          marks: z.number(),
          outOf: z.number(),
          rule: MarkingRule,
          explanation: z.string(),
        }),
      )
      .nullable(),
    course: z.strictObject({
      passedAt: Instant.nullable(),
      missing: z.array(LessonMention),
      next: LessonMention.nullable(),
      certificateId: CertificateId.nullable(),
      /** The entry in the ledger that passing made. */
      entry: z.strictObject({ hours: z.number(), cycle: z.int(), at: Instant }).nullable(),
    }),
  }),
  target: learnerOfAttempt,
  run: async ({ db, target, actor }) => {
    const { attempt, enrolment, lesson } = await findSitting(db, target.attempt)
    if (attempt.state === 'open') refuseWith('attempt-still-open')
    const { standing, version } = await findStudy(db, enrolment)
    const entry = (await listHourEntries(db, actor.personId)).find(
      (each) => each.sourceId === version.courseId && each.correctsId === null,
    )
    const certificate = await findCertificateOf(db, enrolment.id)
    return {
      attemptId: attempt.id,
      number: attempt.number,
      courseId: version.courseId,
      courseTitle: version.title,
      enrolmentId: enrolment.id,
      lessonId: lesson.id,
      lessonTitle: lesson.title,
      startedAt: attempt.startedAt,
      closedAt: attempt.closedAt ?? 0,
      closedBy: attempt.closedBy ?? 'learner',
      score: attempt.score ?? 0,
      outOf: attempt.outOf,
      passShare: lesson.quiz.passShare,
      passed: attempt.passed === true,
      left: attemptStanding(lesson.quiz, await listAttempts(db, enrolment.id, lesson.id)).left,
      questions: lesson.quiz.explained ? await explain() : null,
      course: {
        passedAt: enrolment.passedAt,
        missing: standing.missing.map(mentionOf),
        next: standing.next && mentionOf(standing.next),
        certificateId: certificate?.id ?? null,
        entry: entry ? { hours: entry.hours, cycle: entry.cycle, at: entry.at } : null,
      },
    }

    async function explain() {
      const answers = new Map((await listAnswers(db, attempt.id)).map((answer) => [answer.slot, answer]))
      return (await findPaperQuestions(db, attempt)).map(({ body, explanation }, index) => ({
        asked: askedOf(body, attempt.paper[index]?.order ?? []),
        response: answers.get(index)?.response ?? null,
        right: rightResponse(body),
        marks: answers.get(index)?.marks ?? 0,
        outOf: attempt.paper[index]?.marks ?? 0,
        rule: markingRuleOf[body.kind],
        explanation,
      }))
    }
  },
})
