import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { AssignmentPartId, PartState } from '@dangjian/domain/tasks'
import { listPartsBeneath } from '@dangjian/db/tasks/part-store'
import { cursorOf } from '../cursor.ts'
import { query } from '../trpc.ts'
import { ClauseWords, clauseWordsOf } from './clause-words.ts'
import { PartRow, partRows } from './part-row.ts'

const Place = z.tuple([LocalDate, AssignmentPartId]).transform(([dueOn, id]) => ({ dueOn, id }))

/** Parts given to a unit and to those beneath it, by what is due first, each with the clause that it goes back to. */
export const listParts = query({
  permission: 'tasks.list-parts',
  input: z.strictObject({
    unitId: UnitId,
    states: z.array(PartState).min(1).max(5).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(
      PartRow.extend({
        societyName: z.string(),
        taskTitle: z.string(),
        clauses: z.array(ClauseWords),
      }),
    ),
    nextCursor: z.string().nullable(),
    total: z.int(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input }) => {
    const { rows, total } = await listPartsBeneath(db, {
      beneath: input.unitId,
      states: input.states,
      cursor: cursorOf(input.cursor, Place),
      limit: input.limit,
    })
    const clauses = await clauseWordsOf(
      db,
      rows.map(({ taskId }) => taskId),
    )
    const shown = await partRows(db, rows)
    const last = rows.at(-1)
    return {
      rows: rows.map(({ societyName, taskTitle, taskId }, index) => ({
        ...shown[index]!,
        societyName,
        taskTitle,
        clauses: clauses.get(taskId) ?? [],
      })),
      nextCursor: last && rows.length === input.limit ? JSON.stringify([last.dueOn, last.id]) : null,
      total,
    }
  },
})
