import { z } from 'zod'
import { Instant, LocalDate, PersonId } from '@dangjian/domain/access'
import { CertificateId, CourseId, type LearnerStanding } from '@dangjian/domain/training'
import { findCertificatesOf } from '@dangjian/db/training/certificate-store'
import { listCourseLearners as list } from '@dangjian/db/training/learner-list-store'
import { cursorOf } from '../cursor.ts'
import { query } from '../trpc.ts'
import { CourseLearnersAsked, learnerFilterOf, Standing } from './course-learners-asked.ts'

const Place = z
  .tuple([z.string(), PersonId, CourseId])
  .transform(([namePinyin, personId, courseId]) => ({ namePinyin, personId, courseId }))

/** How the people of a unit and of those beneath it stand in the courses asked of them: who is behind. */
export const listCourseLearners = query({
  permission: 'training.list-course-learners',
  kept: 'report',
  input: CourseLearnersAsked.extend({
    cursor: z.string().max(1000).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
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
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const { limit } = input
    const cursor = cursorOf(input.cursor, Place)
    const rows = await list(db, { ...learnerFilterOf(input, today), cursor, limit })
    const passed = rows.flatMap(({ passedAt, enrolmentId }) => (passedAt !== null && enrolmentId ? [enrolmentId] : []))
    const certificates = await findCertificatesOf(db, passed)
    const last = rows.at(-1)
    return {
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
