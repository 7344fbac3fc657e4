import { z } from 'zod'
import { Instant, PersonId, UnitId } from '@dangjian/domain/access'
import { LearningStanding, PanoramaFilter } from '@dangjian/domain/panorama'
import { CourseId } from '@dangjian/domain/training'
import { listLearners as list } from '@dangjian/db/panorama/learning-store'
import { query } from '../trpc.ts'
import { findPlanInView, workScope } from './plan-in-view.ts'

const Cursor = z.strictObject({ personId: PersonId, courseId: CourseId, societyId: UnitId })

/** The people behind a figure of training, under the same filter: who was asked, and who has passed. */
export const listLearners = query({
  permission: 'panorama.list-learners',
  kept: 'report',
  input: z.strictObject({
    unitId: UnitId,
    year: z.int().min(2000).max(2100).optional(),
    filter: PanoramaFilter.default({}),
    standing: LearningStanding.optional(),
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
    total: z.int(),
    nextCursor: Cursor.nullable(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const view = await findPlanInView(db, input.year, today)
    if (!view) return { rows: [], total: 0, nextCursor: null }
    const { taskIds, category } = workScope(view, input.filter, input.unitId)
    const { standing, cursor, limit } = input
    const { rows, total } = await list(db, {
      beneath: input.unitId,
      taskIds,
      category,
      day: today,
      standing,
      cursor,
      limit,
    })
    const last = rows.at(-1)
    return {
      rows,
      total,
      nextCursor:
        last && rows.length === limit
          ? { personId: last.personId, courseId: last.courseId, societyId: last.societyId }
          : null,
    }
  },
})
