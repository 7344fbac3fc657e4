import { z } from 'zod'
import { Instant, PersonId, UnitId, type LocalDate } from '@dangjian/domain/access'
import { MemberStatus, Post, UnitKind } from '@dangjian/domain/organisation'
import {
  Answer,
  askedOf,
  Attempt,
  Certificate,
  Enrolment,
  ExtraTime,
  HourEntry,
  LessonProgress,
  QuestionAsked,
  type CourseId,
} from '@dangjian/domain/training'
import { findPerson, listPostsOfPerson, listUnitsOfPerson } from '@dangjian/db/organisation/person-store'
import { listAnswers, listAttemptsOf } from '@dangjian/db/training/attempt-store'
import { listCertificatesOf } from '@dangjian/db/training/certificate-store'
import { findCourse } from '@dangjian/db/training/course-store'
import { listEnrolmentsOf } from '@dangjian/db/training/enrolment-store'
import { listExtraTimesOf } from '@dangjian/db/training/extra-time-store'
import { listHourEntries } from '@dangjian/db/training/hour-store'
import type { Db } from '@dangjian/db/database'
import { notFound } from '../trpc.ts'
import { findPaperQuestions } from './attempt-step.ts'
import { LessonMention } from './learning-shapes.ts'
import { findStudy, lessonIn, type Study } from './study.ts'

/** Where something was learnt, in words. */
const place = { courseTitle: z.string(), lessonTitle: z.string() }

/** An answer as it was given, beside what was asked. Marks only where the result page shows them too. */
const AnswerKept = Answer.omit({ attemptId: true, seq: true }).extend({
  asked: QuestionAsked,
  marks: z.number().nullable(),
  outOf: z.number(),
})

/** Everything that the school keeps of a person (《个人信息保护法》: access and copies). What is right is the bank's. */
export const MyData = z.strictObject({
  exportedAt: Instant,
  person: z.strictObject({ id: PersonId, name: z.string(), memberStatus: MemberStatus }),
  units: z.array(z.strictObject({ id: UnitId, name: z.string(), kind: UnitKind, societyId: UnitId.nullable() })),
  posts: z.array(z.strictObject({ post: Post, unitId: UnitId, unitName: z.string(), societyId: UnitId.nullable() })),
  enrolments: z.array(Enrolment.extend({ title: z.string(), hours: z.number(), versionNumber: z.int() })),
  progress: z.array(LessonProgress.extend({ ...place, kind: LessonMention.shape.kind })),
  attempts: z.array(Attempt.omit({ paper: true }).extend({ ...place, answers: z.array(AnswerKept) })),
  extraTimes: z.array(ExtraTime.extend({ courseTitle: z.string() })),
  hours: z.array(HourEntry),
  certificates: z.array(Certificate),
})
export type MyData = z.infer<typeof MyData>

/** Exactly that, and nothing of anybody else: what the schema does not name does not pass it. */
export async function gatherMyData(db: Db, personId: PersonId, now: Instant, today: LocalDate): Promise<MyData> {
  const { name, memberStatus } = (await findPerson(db, personId)) ?? notFound()
  const enrolments = await listEnrolmentsOf(db, personId)
  const studies = []
  for (const { title: _, hours: __, versionNumber: ___, ...enrolment } of enrolments)
    studies.push(await findStudy(db, enrolment))
  const attempts = []
  for (const attempt of await listAttemptsOf(db, personId)) {
    const study = studies.find(({ enrolment }) => enrolment.id === attempt.enrolmentId)
    if (study) attempts.push(await attemptIn(db, study, attempt))
  }
  const extraTimes = []
  for (const each of await listExtraTimesOf(db, personId))
    extraTimes.push({ ...each, courseTitle: await titleOf(each.courseId) })
  return MyData.parse({
    exportedAt: now,
    person: { id: personId, name, memberStatus },
    units: await listUnitsOfPerson(db, personId, today),
    posts: await listPostsOfPerson(db, personId, today),
    enrolments,
    progress: studies.flatMap((study) =>
      [...study.progress.values()].map((each) => {
        const { lesson } = lessonIn(study.version, each.lessonId)
        return { ...each, courseTitle: study.version.title, lessonTitle: lesson.title, kind: lesson.kind }
      }),
    ),
    attempts,
    extraTimes,
    hours: await listHourEntries(db, personId),
    certificates: await listCertificatesOf(db, personId),
  })

  /** Extra time may be there before the course was begun. */
  async function titleOf(courseId: CourseId): Promise<string> {
    return (
      enrolments.find((each) => each.courseId === courseId)?.title ??
      (await findCourse(db, courseId))?.title ??
      courseId
    )
  }
}

async function attemptIn(db: Db, { version }: Study, { paper, ...attempt }: Attempt) {
  const { lesson } = lessonIn(version, attempt.lessonId)
  const told = attempt.state === 'closed' && lesson.kind === 'quiz' && lesson.quiz.explained
  const questions = await findPaperQuestions(db, { paper })
  const answers = await listAnswers(db, attempt.id)
  return {
    ...attempt,
    courseTitle: version.title,
    lessonTitle: lesson.title,
    answers: answers.flatMap(({ slot, response, savedAt, marks }) => {
      const [question, onPaper] = [questions[slot], paper[slot]]
      if (!question || !onPaper) return []
      const asked = askedOf(question.body, onPaper.order)
      return [{ slot, asked, response, savedAt, marks: told ? marks : null, outOf: onPaper.marks }]
    }),
  }
}
