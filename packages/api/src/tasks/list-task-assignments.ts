import { z } from 'zod'
import { Instant, LocalDate, UnitId } from '@dangjian/domain/access'
import { SocietyCategory } from '@dangjian/domain/organisation'
import { AssignmentId, AssignmentState, isOverdue, TaskId } from '@dangjian/domain/tasks'
import { listLatestEvents } from '@dangjian/db/tasks/assignment-list-store'
import { listAssignmentsOfTask } from '@dangjian/db/tasks/task-assignment-store'
import type { Db } from '@dangjian/db/database'
import { notFound, query } from '../trpc.ts'
import { readersOfTask } from './plan-target.ts'

export const TaskAssignmentFilter = {
  taskId: TaskId,
  state: AssignmentState.optional(),
  category: SocietyCategory.optional(),
  overdue: z.boolean().default(false),
}

export const TaskAssignmentRow = z.strictObject({
  id: AssignmentId,
  unitId: UnitId,
  unitName: z.string(),
  unitCode: z.string().nullable(),
  category: SocietyCategory.nullable(),
  state: AssignmentState,
  dueOn: LocalDate,
  stateAt: Instant,
  movedAt: Instant,
  overdue: z.boolean(),
  /** The last reminder. */
  remindedAt: Instant.nullable(),
})

/** A task's assignments under a filter: one a society, so that the list is as long as there are societies. */
export async function taskAssignmentRows(
  db: Db,
  beneath: UnitId,
  filter: z.output<z.ZodObject<typeof TaskAssignmentFilter>>,
  today: LocalDate,
): Promise<z.infer<typeof TaskAssignmentRow>[]> {
  const rows = (await listAssignmentsOfTask(db, filter.taskId, beneath))
    .map((row) => ({ ...row, overdue: isOverdue(row, today) }))
    .filter(
      (row) =>
        (!filter.state || row.state === filter.state) &&
        (!filter.category || row.category === filter.category) &&
        (!filter.overdue || row.overdue),
    )
  const reminders = await listLatestEvents(
    db,
    rows.map(({ id }) => id),
    ['reminded'],
  )
  return rows.map(({ id, unitId, unitName, unitCode, category, state, dueOn, stateAt, movedAt, overdue }) => ({
    id,
    unitId,
    unitName,
    unitCode,
    category,
    state,
    dueOn,
    stateAt,
    movedAt,
    overdue,
    remindedAt: reminders.find(({ assignmentId }) => assignmentId === id)?.at ?? null,
  }))
}

/** The societies that a task was given to, each with how it stands. */
export const listTaskAssignments = query({
  permission: 'tasks.list-task-assignments',
  input: z.strictObject(TaskAssignmentFilter),
  output: z.strictObject({ rows: z.array(TaskAssignmentRow) }),
  target: readersOfTask,
  run: async ({ db, input, actor, today }) => ({
    rows: await taskAssignmentRows(db, actor.grant?.unitId ?? notFound(), input, today),
  }),
})
