import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import {
  AttemptId,
  attemptStanding,
  CourseId,
  EnrolmentId,
  LessonId,
  minutesWithExtra,
} from '@dangjian/domain/training'
import { listAttemptsOf } from '@dangjian/db/training/attempt-store'
import { listEnrolmentsOf } from '@dangjian/db/training/enrolment-store'
import { listExtraTimesOf } from '@dangjian/db/training/extra-time-store'
import { query } from '../trpc.ts'
import { findStudy } from './study.ts'

/** Courses begun that are looked at for tests to sit; more than anybody has open at once. */
const LOOKED_AT = 50

/** Tests to sit in the courses one has begun, and every attempt made. */
export const listMyExams = query({
  permission: 'training.list-my-exams',
  input: z.void(),
  output: z.strictObject({
    serverNow: Instant,
    toSit: z.array(
      z.strictObject({
        courseId: CourseId,
        enrolmentId: EnrolmentId,
        lessonId: LessonId,
        lessonTitle: z.string(),
        courseTitle: z.string(),
        /** With the extra time that the learner has. */
        minutes: z.int().nullable(),
        left: z.int().nullable(),
        openAttemptId: AttemptId.nullable(),
        deadlineAt: Instant.nullable(),
        /** It is the next thing to learn. A test that is not may be sat all the same: only passing the course asks for all. */
        ready: z.boolean(),
      }),
    ),
    taken: z.array(
      z.strictObject({
        attemptId: AttemptId,
        number: z.int(),
        lessonTitle: z.string(),
        courseTitle: z.string(),
        closedAt: Instant,
        closedBy: z.enum(['learner', 'clock']),
        score: z.number(),
        outOf: z.number(),
        passed: z.boolean(),
      }),
    ),
  }),
  run: async ({ db, actor, now }) => {
    const attempts = await listAttemptsOf(db, actor.personId)
    const toSit = []
    const extra = new Map((await listExtraTimesOf(db, actor.personId)).map((each) => [each.courseId, each.share]))
    const titles = new Map<string, { lessonTitle: string; courseTitle: string }>()
    for (const enrolment of (await listEnrolmentsOf(db, actor.personId)).slice(0, LOOKED_AT)) {
      const { standing, version } = await findStudy(db, enrolment)
      for (const { lesson, done } of standing.lessons) {
        if (lesson.kind !== 'quiz') continue
        titles.set(`${enrolment.id}/${lesson.id}`, { lessonTitle: lesson.title, courseTitle: version.title })
        const own = attempts.filter((each) => each.enrolmentId === enrolment.id && each.lessonId === lesson.id)
        const { open, left } = attemptStanding(lesson.quiz, own)
        if (done && !open) continue
        toSit.push({
          courseId: enrolment.courseId,
          enrolmentId: enrolment.id,
          lessonId: lesson.id,
          lessonTitle: lesson.title,
          courseTitle: version.title,
          minutes: minutesWithExtra(lesson.quiz.minutes, extra.get(enrolment.courseId) ?? null),
          left,
          openAttemptId: open?.id ?? null,
          deadlineAt: open?.deadlineAt ?? null,
          ready: standing.next?.lesson.id === lesson.id,
        })
      }
    }
    return {
      serverNow: now,
      toSit,
      taken: attempts
        .filter(({ state }) => state === 'closed')
        .map((attempt) => ({
          attemptId: attempt.id,
          number: attempt.number,
          ...(titles.get(`${attempt.enrolmentId}/${attempt.lessonId}`) ?? { lessonTitle: '', courseTitle: '' }),
          closedAt: attempt.closedAt ?? 0,
          closedBy: attempt.closedBy ?? 'learner',
          score: attempt.score ?? 0,
          outOf: attempt.outOf,
          passed: attempt.passed === true,
        })),
    }
  },
})
