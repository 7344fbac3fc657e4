import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { SocietyCategory } from '@dangjian/domain/organisation'
import { PanoramaFilter } from '@dangjian/domain/panorama'
import { AssignmentId, AssignmentState, TaskId } from '@dangjian/domain/tasks'
import { listWork as list } from '@dangjian/db/panorama/work-store'
import { query } from '../trpc.ts'
import { findPlanInView, workScope } from './plan-in-view.ts'

/** The assignments behind a figure of the panorama, under the same filter. */
export const listWork = query({
  permission: 'panorama.list-work',
  kept: 'report',
  input: z.strictObject({
    unitId: UnitId,
    year: z.int().min(2000).max(2100).optional(),
    filter: PanoramaFilter.default({}),
    state: AssignmentState.optional(),
    overdue: z.boolean().default(false),
    cursor: z.strictObject({ dueOn: LocalDate, id: AssignmentId }).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: AssignmentId,
        taskId: TaskId,
        taskTitle: z.string(),
        unitId: UnitId,
        unitName: z.string(),
        category: SocietyCategory.nullable(),
        state: AssignmentState,
        dueOn: LocalDate,
      }),
    ),
    total: z.int(),
    nextCursor: z.strictObject({ dueOn: LocalDate, id: AssignmentId }).nullable(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const view = await findPlanInView(db, input.year, today)
    if (!view) return { rows: [], total: 0, nextCursor: null }
    const { rows, total } = await list(db, {
      ...workScope(view, input.filter, input.unitId),
      state: input.state,
      overdueOn: input.overdue ? today : undefined,
      cursor: input.cursor,
      limit: input.limit,
    })
    const last = rows.at(-1)
    return {
      rows,
      total,
      nextCursor: last && rows.length === input.limit ? { dueOn: last.dueOn, id: last.id } : null,
    }
  },
})
