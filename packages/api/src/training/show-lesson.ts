import { z } from 'zod'
import { FileId, Instant } from '@dangjian/domain/access'
import {
  attemptStanding,
  AttemptId,
  CourseId,
  EnrolmentId,
  LessonId,
  minutesWithExtra,
  neededSeconds,
  PlayedRange,
  RichText,
  type Attempt,
  type Enrolment,
  type ExtraTimeShare,
  type Lesson,
  type LessonProgress,
} from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import { listAttempts } from '@dangjian/db/training/attempt-store'
import { findExtraTimeShare } from '@dangjian/db/training/extra-time-store'
import { notFound, query } from '../trpc.ts'
import { LessonMention, mentionOf } from './learning-shapes.ts'
import { findStudy, learnerOfEnrolment, lessonIn, progressIn } from './study.ts'

const Content = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), body: RichText }),
  z.strictObject({
    kind: z.enum(['video', 'audio']),
    fileId: FileId.nullable(),
    seconds: z.int(),
    neededSeconds: z.int(),
    transcript: z.string(),
    played: z.array(PlayedRange),
  }),
  z.strictObject({ kind: z.literal('pdf'), fileId: FileId.nullable(), pages: z.int(), seen: z.array(PlayedRange) }),
  /** The rules of the test and the attempts so far: no question before an attempt begins. */
  z.strictObject({
    kind: z.literal('quiz'),
    questions: z.int(),
    outOf: z.number(),
    passShare: z.int(),
    /** With the extra time that the learner has. */
    minutes: z.int().nullable(),
    extraMinutes: z.int(),
    attempts: z.int().nullable(),
    left: z.int().nullable(),
    explained: z.boolean(),
    taken: z.array(
      z.strictObject({
        id: AttemptId,
        number: z.int(),
        state: z.enum(['open', 'closed']),
        startedAt: Instant,
        closedAt: Instant.nullable(),
        score: z.number().nullable(),
        outOf: z.number(),
        passed: z.boolean().nullable(),
      }),
    ),
  }),
])

/** One lesson for its learner, where they were in it, and what is still needed: of it and of the course. */
export const showLesson = query({
  permission: 'training.show-lesson',
  input: z.strictObject({ enrolmentId: EnrolmentId, lessonId: LessonId }),
  output: z.strictObject({
    lesson: LessonMention.extend({ required: z.boolean() }),
    course: z.strictObject({ id: CourseId, title: z.string(), passedAt: Instant.nullable() }),
    sectionTitle: z.string(),
    position: z.number(),
    content: Content,
    /** Neighbours in the course's order. */
    previous: LessonMention.nullable(),
    following: LessonMention.nullable(),
    /** What the course still needs, and where to go on. */
    missing: z.array(LessonMention),
    next: LessonMention.nullable(),
  }),
  target: learnerOfEnrolment,
  run: async ({ db, input, target, now }) => {
    const study = await findStudy(db, target.enrolment)
    const { lesson, section } = lessonIn(study.version, input.lessonId)
    const { standing, enrolment, version } = study
    const place = standing.lessons.findIndex((each) => each.lesson.id === lesson.id)
    const own = standing.lessons[place] ?? notFound()
    const [before, after] = [standing.lessons[place - 1], standing.lessons[place + 1]]
    const progress = progressIn(study, lesson.id, now)
    const attempts = lesson.kind === 'quiz' ? await listAttempts(db, enrolment.id, lesson.id) : []
    return {
      lesson: { ...mentionOf(own), required: lesson.required },
      course: { id: version.courseId, title: version.title, passedAt: enrolment.passedAt },
      sectionTitle: section.title,
      position: progress.position,
      content: contentOf(lesson, progress, attempts, await extraOf(db, enrolment)),
      previous: before ? mentionOf(before) : null,
      following: after ? mentionOf(after) : null,
      missing: standing.missing.map(mentionOf),
      next: standing.next && mentionOf(standing.next),
    }
  },
})

const extraOf = (db: Db, { personId, courseId }: Enrolment) => findExtraTimeShare(db, personId, courseId)

function contentOf(
  lesson: Lesson,
  progress: LessonProgress,
  attempts: readonly Attempt[],
  extra: ExtraTimeShare | null,
): z.input<typeof Content> {
  switch (lesson.kind) {
    case 'text':
      return { kind: 'text', body: lesson.body }
    case 'pdf':
      return { kind: 'pdf', fileId: lesson.fileId, pages: lesson.pages, seen: progress.played }
    case 'quiz': {
      const { slots, passShare, attempts: limit, explained } = lesson.quiz
      const minutes = minutesWithExtra(lesson.quiz.minutes, extra)
      const countOf = (slot: (typeof slots)[number]): number => (slot.kind === 'fixed' ? 1 : slot.count)
      return {
        kind: 'quiz',
        questions: slots.reduce((sum, slot) => sum + countOf(slot), 0),
        outOf: slots.reduce((sum, slot) => sum + countOf(slot) * slot.marks, 0),
        passShare,
        minutes,
        extraMinutes: (minutes ?? 0) - (lesson.quiz.minutes ?? 0),
        attempts: limit,
        left: attemptStanding(lesson.quiz, attempts).left,
        explained,
        taken: attempts.map(({ id, number, state, startedAt, closedAt, score, outOf, passed }) => ({
          id,
          number,
          state,
          startedAt,
          closedAt,
          score,
          outOf,
          passed,
        })),
      }
    }
    default:
      return {
        kind: lesson.kind,
        fileId: lesson.fileId,
        seconds: lesson.seconds,
        neededSeconds: neededSeconds(lesson),
        transcript: lesson.transcript,
        played: progress.played,
      }
  }
}
