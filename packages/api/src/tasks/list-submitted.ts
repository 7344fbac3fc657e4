import { z } from 'zod'
import { Instant, UnitId } from '@dangjian/domain/access'
import { AssignmentId } from '@dangjian/domain/tasks'
import { countEvidence, listSubmitted as list } from '@dangjian/db/tasks/assignment-list-store'
import { cursorOf } from '../cursor.ts'
import { query } from '../trpc.ts'
import { AssignmentRow, assignmentRows } from './assignment-row.ts'

const Place = z.tuple([Instant, AssignmentId]).transform(([stateAt, id]) => ({ stateAt, id }))

/** What waits for review beneath a unit, the longest waiting first. */
export const listSubmitted = query({
  permission: 'tasks.list-submitted',
  input: z.strictObject({
    unitId: UnitId,
    cursor: z.string().max(200).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(AssignmentRow.extend({ evidence: z.int() })),
    nextCursor: z.string().nullable(),
    total: z.int(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const { rows, total } = await list(db, input.unitId, { cursor: cursorOf(input.cursor, Place), limit: input.limit })
    const evidence = await countEvidence(
      db,
      rows.map(({ id }) => id),
    )
    const last = rows.at(-1)
    return {
      rows: (await assignmentRows(db, rows, today)).map((row) => ({
        ...row,
        evidence: evidence.find(({ assignmentId }) => assignmentId === row.id)?.count ?? 0,
      })),
      nextCursor: last && rows.length === input.limit ? JSON.stringify([last.stateAt, last.id]) : null,
      total,
    }
  },
})
