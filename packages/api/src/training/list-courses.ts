import { z } from 'zod'
import { Instant, UnitId } from '@dangjian/domain/access'
import { CourseId, CourseState, CourseVersionId } from '@dangjian/domain/training'
import { listCourses as list } from '@dangjian/db/training/course-store'
import { cursorOf } from '../cursor.ts'
import { query } from '../trpc.ts'

const Place = z.tuple([Instant, CourseId]).transform(([updatedAt, id]) => ({ updatedAt, id }))

/** Courses of a unit and of those beneath it, for who makes them and for choosing one in a task. */
export const listCourses = query({
  permission: 'training.list-courses',
  input: z.strictObject({
    unitId: UnitId,
    state: CourseState.optional(),
    search: z.string().trim().max(100).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: CourseId,
        unitId: UnitId,
        unitName: z.string(),
        /** Of the draft, and of what learners read. */
        title: z.string(),
        publishedTitle: z.string().nullable(),
        hours: z.number(),
        publishedHours: z.number().nullable(),
        state: CourseState,
        versionId: CourseVersionId.nullable(),
        versionNumber: z.int().nullable(),
        /** The draft holds what is not published yet. */
        ahead: z.boolean(),
        learners: z.int(),
        passed: z.int(),
        updatedAt: Instant,
        updatedByName: z.string(),
      }),
    ),
    nextCursor: z.string().nullable(),
    total: z.int(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input }) => {
    const { unitId: beneath, state, search, limit } = input
    const { rows, total } = await list(db, {
      beneath,
      state,
      search: search || undefined,
      cursor: cursorOf(input.cursor, Place),
      limit,
    })
    const last = rows.length === limit ? rows.at(-1) : undefined
    return {
      rows: rows.map((row) => ({
        ...row,
        ahead: row.ahead === 1,
        learners: row.learners ?? 0,
        passed: row.passed ?? 0,
      })),
      nextCursor: last ? JSON.stringify([last.updatedAt, last.id]) : null,
      total,
    }
  },
})
