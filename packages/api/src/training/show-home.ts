import { z } from 'zod'
import { Instant, LocalDate } from '@dangjian/domain/access'
import { AttemptId, CourseId, EnrolmentId, LessonId } from '@dangjian/domain/training'
import { listAttemptsOf } from '@dangjian/db/training/attempt-store'
import { listReasonsOf } from '@dangjian/db/training/course-assignment-store'
import { findCourseVersion } from '@dangjian/db/training/course-version-store'
import { findOpenCourse, listEnrolmentsOf } from '@dangjian/db/training/enrolment-store'
import { query } from '../trpc.ts'
import { HourSummary, hourSummaryOf } from './hour-summary.ts'
import { LessonMention, mentionOf } from './learning-shapes.ts'
import { findStudy, type Study } from './study.ts'

/** So many courses in progress are looked at for the next exam. */
const LOOKED_AT = 10

/** A learner's first page: where to go on, what is asked and why, the year's hours, the next exam. */
export const showHome = query({
  permission: 'training.show-home',
  kept: 'page',
  input: z.void(),
  output: z.strictObject({
    personName: z.string(),
    /** Whether anything is asked of them, begun or reached: who only teaches is not told what they lack. */
    learns: z.boolean(),
    current: z
      .strictObject({
        courseId: CourseId,
        enrolmentId: EnrolmentId,
        title: z.string(),
        done: z.int(),
        required: z.int(),
        next: LessonMention.nullable(),
        movedAt: Instant,
      })
      .nullable(),
    /** What tasks ask and is not passed yet, by what is due first; each course once, with every task that asks it. */
    asked: z.array(
      z.strictObject({
        courseId: CourseId,
        title: z.string(),
        hours: z.number(),
        dueOn: LocalDate,
        begun: z.boolean(),
        taskTitles: z.array(z.string()),
      }),
    ),
    /** How many courses are asked in all, and how many of them are passed. */
    askedInAll: z.int(),
    askedPassed: z.int(),
    hours: HourSummary,
    exam: z
      .strictObject({
        attemptId: AttemptId.nullable(),
        courseId: CourseId,
        enrolmentId: EnrolmentId,
        lessonId: LessonId,
        lessonTitle: z.string(),
        courseTitle: z.string(),
        /** Of an open attempt. */
        deadlineAt: Instant.nullable(),
        /** Whether everything before the test is done. */
        ready: z.boolean(),
      })
      .nullable(),
  }),
  run: async ({ db, actor, today }) => {
    const enrolments = await listEnrolmentsOf(db, actor.personId)
    const studies: Study[] = []
    for (const enrolment of enrolments.filter(({ passedAt }) => passedAt === null).slice(0, LOOKED_AT)) {
      studies.push(await findStudy(db, enrolment))
    }
    const [first] = studies
    const asked = await askedCourses()
    const hours = await hourSummaryOf(db, actor.personId, today, Number(today.slice(0, 4)))
    return {
      personName: actor.personName,
      learns: asked.length > 0 || enrolments.length > 0 || hours.total > 0,
      current: first
        ? {
            courseId: first.version.courseId,
            enrolmentId: first.enrolment.id,
            title: first.version.title,
            done: first.standing.required - first.standing.missing.length,
            required: first.standing.required,
            next: first.standing.next && mentionOf(first.standing.next),
            movedAt: first.enrolment.movedAt,
          }
        : null,
      asked: asked.filter(({ passed }) => !passed).map(({ passed: _, ...row }) => row),
      askedInAll: asked.length,
      askedPassed: asked.filter(({ passed }) => passed).length,
      hours,
      exam: await nextExam(),
    }

    async function askedCourses() {
      const byCourse = new Map<CourseId, Awaited<ReturnType<typeof listReasonsOf>>>()
      for (const reason of await listReasonsOf(db, actor.personId, today)) {
        byCourse.set(reason.courseId, [...(byCourse.get(reason.courseId) ?? []), reason])
      }
      const rows = []
      for (const [courseId, reasons] of byCourse) {
        const enrolment = enrolments.find((each) => each.courseId === courseId)
        const open = enrolment ?? (await findOpenCourse(db, actor.personId, courseId, today))
        const version = open && (await findCourseVersion(db, open.versionId))
        // A course that was withdrawn meanwhile cannot be begun: it is not asked of who has not.
        if (!version) continue
        rows.push({
          courseId,
          title: version.title,
          hours: version.hours,
          dueOn: reasons[0]?.dueOn ?? today,
          begun: enrolment !== undefined,
          passed: enrolment?.passedAt != null,
          taskTitles: [...new Set(reasons.map(({ taskTitle }) => taskTitle))],
        })
      }
      return rows
    }

    async function nextExam() {
      const attempt = (await listAttemptsOf(db, actor.personId)).find(({ state }) => state === 'open')
      for (const study of studies) {
        const { standing, enrolment, version } = study
        const found = attempt
          ? attempt.enrolmentId === enrolment.id &&
            standing.lessons.find(({ lesson }) => lesson.id === attempt.lessonId)
          : standing.missing.find(({ lesson }) => lesson.kind === 'quiz')
        if (!found) continue
        return {
          attemptId: attempt?.id ?? null,
          courseId: version.courseId,
          enrolmentId: enrolment.id,
          lessonId: found.lesson.id,
          lessonTitle: found.lesson.title,
          courseTitle: version.title,
          deadlineAt: attempt?.deadlineAt ?? null,
          ready: standing.next?.lesson.id === found.lesson.id,
        }
      }
      return null
    }
  },
})
