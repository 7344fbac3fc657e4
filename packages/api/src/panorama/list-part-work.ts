import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { PanoramaFilter } from '@dangjian/domain/panorama'
import { AssignmentId, AssignmentPartId, PartState } from '@dangjian/domain/tasks'
import { listPartWork as list } from '@dangjian/db/panorama/part-work-store'
import { query } from '../trpc.ts'
import { findPlanInView, workScope } from './plan-in-view.ts'

const Cursor = z.strictObject({ dueOn: LocalDate, id: AssignmentPartId })

/** The parts behind a figure of the panorama, under the same filter. */
export const listPartWork = query({
  permission: 'panorama.list-part-work',
  kept: 'report',
  input: z.strictObject({
    unitId: UnitId,
    year: z.int().min(2000).max(2100).optional(),
    filter: PanoramaFilter.default({}),
    tier: z.union([z.literal(2), z.literal(3)]).optional(),
    state: PartState.optional(),
    cursor: Cursor.optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: AssignmentPartId,
        title: z.string(),
        state: PartState,
        dueOn: LocalDate,
        assignmentId: AssignmentId,
        unitId: UnitId,
        unitName: z.string(),
        societyName: z.string(),
        taskTitle: z.string(),
      }),
    ),
    total: z.int(),
    nextCursor: Cursor.nullable(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const view = await findPlanInView(db, input.year, today)
    if (!view) return { rows: [], total: 0, nextCursor: null }
    const { tier, state, cursor, limit } = input
    const { rows, total } = await list(db, {
      ...workScope(view, input.filter, input.unitId),
      tier,
      state,
      cursor,
      limit,
    })
    const last = rows.at(-1)
    return {
      rows,
      total,
      nextCursor: last && rows.length === limit ? { dueOn: last.dueOn, id: last.id } : null,
    }
  },
})
