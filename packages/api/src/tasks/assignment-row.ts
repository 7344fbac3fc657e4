import { z } from 'zod'
import { Instant, LocalDate, UnitId } from '@dangjian/domain/access'
import { SocietyCategory } from '@dangjian/domain/organisation'
import {
  AssignmentId,
  AssignmentState,
  isOverdue,
  isPartOpen,
  isToDo,
  TaskId,
  TaskKind,
  type Assignment,
} from '@dangjian/domain/tasks'
import { listLatestEvents } from '@dangjian/db/tasks/assignment-list-store'
import { countParts } from '@dangjian/db/tasks/part-store'
import type { Db } from '@dangjian/db/database'
import { ClauseWords, clauseWordsOf } from './clause-words.ts'

/** Why it was returned or what it was reminded of: the latest word of the superior. */
const SuperiorWord = z.strictObject({ at: Instant, text: z.string(), by: z.string().nullable() })

/** An assignment as lists and the desk show it. */
export const AssignmentRow = z.strictObject({
  id: AssignmentId,
  unitId: UnitId,
  unitName: z.string(),
  category: SocietyCategory.nullable(),
  taskId: TaskId,
  taskTitle: z.string(),
  taskKind: TaskKind,
  state: AssignmentState,
  dueOn: LocalDate,
  rev: z.int(),
  stateAt: Instant,
  movedAt: Instant,
  overdue: z.boolean(),
  clauses: z.array(ClauseWords),
  parts: z.strictObject({ open: z.int(), total: z.int() }),
  /** The reason, while it stands returned. */
  returned: SuperiorWord.nullable(),
  /** The last reminder, while it is still to be done. */
  reminded: SuperiorWord.nullable(),
})
export type AssignmentRow = z.infer<typeof AssignmentRow>

interface ListedAssignment extends Assignment {
  readonly unitName: string
  readonly category: SocietyCategory | null
  readonly taskTitle: string
  readonly taskKind: TaskKind
}

/** Adds to listed assignments what their rows say beside: clauses, parts, the superior's last word. */
export async function assignmentRows(
  db: Db,
  listed: readonly ListedAssignment[],
  today: LocalDate,
): Promise<AssignmentRow[]> {
  const ids = listed.map(({ id }) => id)
  const clauses = await clauseWordsOf(
    db,
    listed.map(({ taskId }) => taskId),
  )
  const parts = await countParts(db, ids)
  const returns = await listLatestEvents(db, ids, ['returned'])
  const reminders = await listLatestEvents(db, ids, ['reminded'])
  const wordOf = (events: typeof returns, row: ListedAssignment) => {
    const event = events.find(({ assignmentId }) => assignmentId === row.id)
    return event ? { at: event.at, text: event.text, by: event.personName } : null
  }
  return listed.map((row) => {
    const own = parts.filter(({ assignmentId, state }) => assignmentId === row.id && state !== 'withdrawn')
    return {
      id: row.id,
      unitId: row.unitId,
      unitName: row.unitName,
      category: row.category,
      taskId: row.taskId,
      taskTitle: row.taskTitle,
      taskKind: row.taskKind,
      state: row.state,
      dueOn: row.dueOn,
      rev: row.rev,
      stateAt: row.stateAt,
      movedAt: row.movedAt,
      overdue: isOverdue(row, today),
      clauses: clauses.get(row.taskId) ?? [],
      parts: {
        open: own.filter(isPartOpen).reduce((sum, { count }) => sum + count, 0),
        total: own.reduce((sum, { count }) => sum + count, 0),
      },
      returned: row.state === 'returned' ? wordOf(returns, row) : null,
      reminded: isToDo(row) ? wordOf(reminders, row) : null,
    }
  })
}
