import { z } from 'zod'
import { Instant, PersonId, UnitId } from '@dangjian/domain/access'
import { CourseId } from '@dangjian/domain/training'
import { listLearners as list } from '@dangjian/db/panorama/learning-store'
import { query } from '../trpc.ts'
import { learnerFilterOf, LearnersAsked } from './learners-asked.ts'

const Cursor = z.strictObject({ personId: PersonId, courseId: CourseId, societyId: UnitId })

/** The people behind a figure of training, under the same filter: who was asked, and who has passed. */
export const listLearners = query({
  permission: 'panorama.list-learners',
  kept: 'report',
  input: LearnersAsked.extend({
    cursor: Cursor.optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        personId: PersonId,
        personName: z.string(),
        courseId: CourseId,
        courseTitle: z.string(),
        societyId: UnitId,
        societyName: z.string(),
        startedAt: Instant.nullable(),
        passedAt: Instant.nullable(),
      }),
    ),
    nextCursor: Cursor.nullable(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const { cursor, limit } = input
    const filter = await learnerFilterOf(db, input, today)
    const rows = filter ? await list(db, { ...filter, cursor, limit }) : []
    const last = rows.at(-1)
    return {
      rows,
      nextCursor:
        last && rows.length === limit
          ? { personId: last.personId, courseId: last.courseId, societyId: last.societyId }
          : null,
    }
  },
})
