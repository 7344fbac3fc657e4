import { z } from 'zod'
import { Instant, LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import { CertificateId, CourseId, type LearnerStanding } from '@dangjian/domain/training'
import { findCertificatesOf } from '@dangjian/db/training/certificate-store'
import { countCourseLearners, listCourseLearners as list } from '@dangjian/db/training/learner-list-store'
import { cursorOf } from '../cursor.ts'
import { query } from '../trpc.ts'

const Standing = z.enum(['not-begun', 'learning', 'overdue', 'passed'])
const Place = z
  .tuple([z.string(), PersonId, CourseId])
  .transform(([namePinyin, personId, courseId]) => ({ namePinyin, personId, courseId }))

/** How the people of a unit and of those beneath it stand in the courses asked of them: who is behind. */
export const listCourseLearners = query({
  permission: 'training.list-course-learners',
  kept: 'report',
  input: z.strictObject({
    unitId: UnitId,
    courseId: CourseId.optional(),
    standing: z.enum([...Standing.options, 'behind']).optional(),
    search: z.string().trim().max(100).optional(),
    cursor: z.string().max(1000).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    /** Each course asked in the unit, with its figures; with a first page only. */
    courses: z
      .array(
        z.strictObject({
          courseId: CourseId,
          courseTitle: z.string(),
          asked: z.int(),
          begun: z.int(),
          passed: z.int(),
          overdue: z.int(),
        }),
      )
      .nullable(),
    rows: z.array(
      z.strictObject({
        personId: PersonId,
        personName: z.string(),
        societyName: z.string(),
        courseId: CourseId,
        courseTitle: z.string(),
        dueOn: LocalDate,
        standing: Standing,
        movedAt: Instant.nullable(),
        passedAt: Instant.nullable(),
        certificateId: CertificateId.nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
    total: z.int(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const { unitId: beneath, courseId, standing, search, limit } = input
    const cursor = cursorOf(input.cursor, Place)
    const filter = { beneath, day: today, courseId, standing, search: search || undefined, cursor, limit }
    const { rows, total } = await list(db, filter)
    const passed = rows.flatMap(({ passedAt, enrolmentId }) => (passedAt !== null && enrolmentId ? [enrolmentId] : []))
    const certificates = await findCertificatesOf(db, passed)
    const last = rows.at(-1)
    return {
      courses: cursor ? null : await countCourseLearners(db, { beneath, day: today }),
      rows: rows.map((row) => ({
        personId: row.personId,
        personName: row.personName,
        societyName: row.societyName,
        courseId: row.courseId,
        courseTitle: row.courseTitle,
        dueOn: row.dueOn,
        standing: standingOf(row, today),
        movedAt: row.movedAt,
        passedAt: row.passedAt,
        certificateId: (row.enrolmentId && certificates.get(row.enrolmentId)?.id) ?? null,
      })),
      nextCursor:
        last && rows.length === limit ? JSON.stringify([last.namePinyin, last.personId, last.courseId]) : null,
      total,
    }
  },
})

function standingOf(
  row: { passedAt: number | null; startedAt: number | null; dueOn: string },
  today: LocalDate,
): LearnerStanding {
  if (row.passedAt !== null) return 'passed'
  if (row.dueOn < today) return 'overdue'
  return row.startedAt === null ? 'not-begun' : 'learning'
}
