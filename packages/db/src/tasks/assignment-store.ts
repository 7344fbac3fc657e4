import type { LocalDate, PersonId } from '@dangjian/domain/access'
import type { Assignment, AssignmentId, TaskCourseId, TaskId, TimelineKind } from '@dangjian/domain/tasks'
import type { Db } from '../database.ts'
import { isToDo } from './assignment-rule.ts'
import type { AssignmentEventTable } from './tables.ts'

export async function findAssignment(db: Db, id: AssignmentId): Promise<Assignment | undefined> {
  return db.selectFrom('assignment').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertAssignments(db: Db, assignments: readonly Assignment[]): Promise<void> {
  for (let from = 0; from < assignments.length; from += 500) {
    await db
      .insertInto('assignment')
      .values(assignments.slice(from, from + 500))
      .execute()
  }
}

/** Saves an assignment whose `rev` was one less; false when somebody else decided meanwhile. */
export async function saveAssignment(db: Db, assignment: Assignment): Promise<boolean> {
  const { id, ...values } = assignment
  const { numUpdatedRows } = await db
    .updateTable('assignment')
    .set(values)
    .where('id', '=', id)
    .where('rev', '=', assignment.rev - 1)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function saveAssignmentMoved(db: Db, id: AssignmentId, at: number): Promise<void> {
  await db.updateTable('assignment').set({ movedAt: at }).where('id', '=', id).execute()
}

/** Puts off those of a task's assignments that are still to be done, and were not put off further already. */
export async function saveAssignmentsDueOn(db: Db, taskId: TaskId, dueOn: LocalDate): Promise<AssignmentId[]> {
  const open = await db
    .selectFrom('assignment')
    .select('id')
    .where('taskId', '=', taskId)
    .where(isToDo)
    .where('dueOn', '<', dueOn)
    .execute()
  if (open.length > 0) {
    await db
      .updateTable('assignment')
      .set({ dueOn })
      .where(
        'id',
        'in',
        open.map(({ id }) => id),
      )
      .execute()
  }
  return open.map(({ id }) => id)
}

export async function insertAssignmentEvents(db: Db, events: readonly AssignmentEventTable[]): Promise<void> {
  for (let from = 0; from < events.length; from += 500) {
    await db
      .insertInto('assignmentEvent')
      .values(events.slice(from, from + 500))
      .execute()
  }
}

export async function listAssignmentEvents(db: Db, assignmentId: AssignmentId) {
  return db
    .selectFrom('assignmentEvent')
    .leftJoin('person', 'person.id', 'assignmentEvent.personId')
    .leftJoin('unit', 'unit.id', 'assignmentEvent.actingUnitId')
    .selectAll('assignmentEvent')
    .select(['person.name as personName', 'unit.name as actingUnitName'])
    .where('assignmentEvent.assignmentId', '=', assignmentId)
    .orderBy('assignmentEvent.at')
    .orderBy('assignmentEvent.id')
    .execute()
}

/** What changes an assignment's state, and so its revision. */
const steps: readonly TimelineKind[] = ['accepted', 'submitted', 'recalled', 'returned', 'closed', 'withdrawn']

/** Who took an assignment's last step, for telling somebody who comes second. */
export async function findLastMover(
  db: Db,
  assignmentId: AssignmentId,
): Promise<{ name: string; at: number } | undefined> {
  return db
    .selectFrom('assignmentEvent')
    .innerJoin('person', 'person.id', 'assignmentEvent.personId')
    .select(['person.name', 'assignmentEvent.at'])
    .where('assignmentEvent.assignmentId', '=', assignmentId)
    .where('assignmentEvent.kind', 'in', steps)
    .orderBy('assignmentEvent.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Reasons that a person gave when returning work, the latest first, each once. */
export async function listReasonsOf(
  db: Db,
  personId: PersonId,
  kind: 'returned' | 'part-returned',
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('assignmentEvent')
    .select('text')
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .where('text', '!=', '')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return [...new Set(rows.map(({ text }) => text))].slice(0, limit)
}

/** Whether something of a kind ever happened to an assignment. */
export async function hasAssignmentEvent(db: Db, assignmentId: AssignmentId, kind: TimelineKind): Promise<boolean> {
  const row = await db
    .selectFrom('assignmentEvent')
    .select('id')
    .where('assignmentId', '=', assignmentId)
    .where('kind', '=', kind)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Assignments still to be done that a course answers, of the societies in which a person holds a post. */
export async function listAssignmentsAnswered(
  db: Db,
  courseId: TaskCourseId,
  personId: PersonId,
): Promise<Assignment[]> {
  return db
    .selectFrom('assignment')
    .innerJoin('task', 'task.id', 'assignment.taskId')
    .selectAll('assignment')
    .where('task.trainingCourseId', '=', courseId)
    .where(isToDo)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('postHolding')
          .innerJoin('unitClosure', 'unitClosure.descendantId', 'postHolding.unitId')
          .select('postHolding.id')
          .whereRef('unitClosure.ancestorId', '=', 'assignment.unitId')
          .where('postHolding.personId', '=', personId),
      ),
    )
    .orderBy('assignment.id')
    .execute()
}
