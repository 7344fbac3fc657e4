import { z } from 'zod'
import { Instant, LocalDate, PersonId } from '@dangjian/domain/access'
import {
  AttemptId,
  CertificateId,
  CourseId,
  cycleOf,
  ExtraTimeShare,
  lessonsOf,
  minutesWithExtra,
  type Attempt,
  type CourseVersion,
  type EnrolmentId,
} from '@dangjian/domain/training'
import { findPersonName } from '@dangjian/db/organisation/unit-scope'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import type { Db } from '@dangjian/db/database'
import { findHomeUnit } from '@dangjian/db/access/file-store'
import { listAttemptsOf } from '@dangjian/db/training/attempt-store'
import { listCertificatesOf } from '@dangjian/db/training/certificate-store'
import { listReasonsOf } from '@dangjian/db/training/course-assignment-store'
import { findCourseUnit } from '@dangjian/db/training/course-store'
import { findCourseVersion } from '@dangjian/db/training/course-version-store'
import { findEnrolmentOf, findOpenCourse, listEnrolmentsOf } from '@dangjian/db/training/enrolment-store'
import { listExtraTimesOf } from '@dangjian/db/training/extra-time-store'
import { listHourEntries } from '@dangjian/db/training/hour-store'
import { notFound, query } from '../trpc.ts'
import { mayAt } from './course-scope.ts'
import { HourRow, hourRowsOf } from './hour-row.ts'
import { HourSummary, hourSummaryOf } from './hour-summary.ts'
import { homeOfPerson } from './record-scope.ts'

/** A person's record of learning for who answers for it: hours, certificates, courses, and what may be mended there. */
export const showLearnerRecord = query({
  permission: 'training.show-learner-record',
  input: z.strictObject({ personId: PersonId }),
  output: z.strictObject({
    personName: z.string(),
    unitName: z.string(),
    /** Whoever asks is the person: nobody mends their own record. */
    own: z.boolean(),
    /** Of the present year. */
    summary: HourSummary,
    entries: z.array(HourRow.extend({ mayCorrect: z.boolean() })),
    certificates: z.array(
      z.strictObject({
        id: CertificateId,
        number: z.string(),
        courseTitle: z.string(),
        hours: z.number(),
        issuedOn: LocalDate,
        revokedAt: Instant.nullable(),
        revokedReason: z.string().nullable(),
        mayRevoke: z.boolean(),
        /** None of the course's certificates holds, and this is the one revoked last. */
        mayReissue: z.boolean(),
      }),
    ),
    courses: z.array(
      z.strictObject({
        courseId: CourseId,
        title: z.string(),
        startedAt: Instant.nullable(),
        passedAt: Instant.nullable(),
        /** How its tests were sat: for the person, and for who may grant extra time there. Others see whether they passed. */
        tests: z
          .strictObject({
            /** Minutes of those that have a limit, with the extra time that the learner has. */
            limits: z.array(z.int()),
            /** Closed attempts, the latest first. */
            attempts: z.array(
              z.strictObject({
                id: AttemptId,
                lessonTitle: z.string(),
                number: z.int(),
                score: z.number(),
                outOf: z.number(),
                passed: z.boolean(),
                closedAt: Instant,
              }),
            ),
            extraShare: ExtraTimeShare.nullable(),
          })
          .nullable(),
      }),
    ),
  }),
  target: homeOfPerson,
  run: async ({ db, input, actor, today }) => {
    const { personId } = input
    const own = personId === actor.personId
    const personName = (await findPersonName(db, personId)) ?? notFound()
    const homeId = await findHomeUnit(db, personId, today)
    const entries = await listHourEntries(db, personId)
    const certificates = await listCertificatesOf(db, personId)
    const valid = new Set(certificates.filter(({ revokedAt }) => revokedAt === null).map((each) => each.enrolmentId))
    const rows: (HourRow & { mayCorrect: boolean })[] = []
    for (const [place, row] of hourRowsOf(entries).entries()) {
      const unitId = await findCourseUnit(db, entries[place]?.sourceId as CourseId)
      const stands = !row.corrected && row.correctsId === null
      const mayCorrect = stands && unitId !== undefined && (await mayAt(db, actor, 'training.correct-hours', unitId))
      rows.push({ ...row, mayCorrect })
    }
    const shown = []
    for (const [place, certificate] of certificates.entries()) {
      const { id, number, courseTitle, hours, issuedOn, revokedAt, revokedReason, issuerId, enrolmentId } = certificate
      const latest = certificates.findIndex((each) => each.enrolmentId === enrolmentId) === place
      shown.push({
        id,
        number,
        courseTitle,
        hours,
        issuedOn,
        revokedAt,
        revokedReason,
        mayRevoke: revokedAt === null && (await mayAt(db, actor, 'training.revoke-certificate', issuerId)),
        mayReissue:
          latest && !valid.has(enrolmentId) && (await mayAt(db, actor, 'training.reissue-certificate', issuerId)),
      })
    }
    const courses = []
    const attempts = await listAttemptsOf(db, personId)
    const extra = new Map((await listExtraTimesOf(db, personId)).map(({ courseId, share }) => [courseId, share]))
    for (const { version, enrolmentId, startedAt, passedAt } of await coursesOf(db, personId, today)) {
      const { courseId, title } = version
      const unitId = await findCourseUnit(db, courseId)
      const answersFor = unitId !== undefined && (await mayAt(db, actor, 'training.grant-extra-time', unitId))
      const extraShare = extra.get(courseId) ?? null
      courses.push({
        courseId,
        title,
        startedAt,
        passedAt,
        tests:
          answersFor || own
            ? {
                limits: limitsOf(version, extraShare),
                attempts: attempts.filter((each) => each.enrolmentId === enrolmentId).flatMap(closedIn(version)),
                extraShare,
              }
            : null,
      })
    }
    return {
      personName,
      unitName: (homeId && (await findUnit(db, homeId))?.name) ?? '',
      own,
      summary: await hourSummaryOf(db, personId, today, cycleOf(today), entries),
      entries: rows,
      certificates: shown,
      courses,
    }
  },
})

/** Courses that a person has begun or is asked to learn, each on the version that they have or would begin. */
async function coursesOf(db: Db, personId: PersonId, today: LocalDate) {
  const found: {
    version: CourseVersion
    enrolmentId: EnrolmentId | null
    startedAt: Instant | null
    passedAt: Instant | null
  }[] = []
  for (const { id, versionId, startedAt, passedAt } of await listEnrolmentsOf(db, personId)) {
    const version = await findCourseVersion(db, versionId)
    if (version) found.push({ version, enrolmentId: id, startedAt, passedAt })
  }
  const asked = new Set((await listReasonsOf(db, personId, today)).map(({ courseId }) => courseId))
  for (const courseId of asked) {
    if (await findEnrolmentOf(db, personId, courseId)) continue
    const open = await findOpenCourse(db, personId, courseId, today)
    const version = open && (await findCourseVersion(db, open.versionId))
    if (version) found.push({ version, enrolmentId: null, startedAt: null, passedAt: null })
  }
  return found
}

function limitsOf(version: CourseVersion, share: ExtraTimeShare | null): number[] {
  return lessonsOf(version.content).flatMap(({ lesson }) => {
    const minutes = lesson.kind === 'quiz' ? minutesWithExtra(lesson.quiz.minutes, share) : null
    return minutes === null ? [] : [minutes]
  })
}

function closedIn(version: CourseVersion) {
  const titles = new Map(lessonsOf(version.content).map(({ lesson }) => [lesson.id, lesson.title]))
  return ({ id, lessonId, number, score, outOf, passed, closedAt }: Attempt) =>
    closedAt === null
      ? []
      : [
          {
            id,
            lessonTitle: titles.get(lessonId) ?? '',
            number,
            score: score ?? 0,
            outOf,
            passed: passed === true,
            closedAt,
          },
        ]
}
