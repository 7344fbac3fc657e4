import type { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { SocietyCategory } from '@dangjian/domain/organisation'
import type {
  Assignment,
  AssignmentId,
  AssignmentPart,
  AssignmentPartId,
  AssignmentState,
  TaskId,
} from '@dangjian/domain/tasks'
import type { Db } from '../database.ts'
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

/** Puts off those of a task's assignments that are still to be done. */
export async function saveAssignmentsDueOn(db: Db, taskId: TaskId, dueOn: LocalDate): Promise<AssignmentId[]> {
  const open = await db
    .selectFrom('assignment')
    .select('id')
    .where('taskId', '=', taskId)
    .where('state', 'in', ['assigned', 'accepted', 'returned'])
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
    .orderBy('assignmentEvent.id')
    .execute()
}

/** Who moved an assignment last, for telling somebody who comes second. */
export async function findLastMover(
  db: Db,
  assignmentId: AssignmentId,
): Promise<{ name: string; at: number } | undefined> {
  return db
    .selectFrom('assignmentEvent')
    .innerJoin('person', 'person.id', 'assignmentEvent.personId')
    .select(['person.name', 'assignmentEvent.at'])
    .where('assignmentEvent.assignmentId', '=', assignmentId)
    .orderBy('assignmentEvent.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Reasons that a person gave when returning work, the latest first, each once. */
export async function listReasonsOf(db: Db, personId: PersonId, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('assignmentEvent')
    .select('text')
    .where('personId', '=', personId)
    .where('kind', '=', 'returned')
    .where('text', '!=', '')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return [...new Set(rows.map(({ text }) => text))].slice(0, limit)
}

export interface AssignmentFilter {
  readonly beneath: UnitId
  readonly taskId?: TaskId | undefined
  readonly states?: readonly AssignmentState[] | undefined
  /** Only what should have been done before this day and is not. */
  readonly overdueOn?: LocalDate | undefined
  readonly category?: SocietyCategory | undefined
  readonly cursor?: { readonly dueOn: string; readonly id: AssignmentId } | undefined
  readonly limit: number
}

/** Assignments of the societies at or beneath a unit, by what is due first. */
export async function listAssignments(db: Db, filter: AssignmentFilter) {
  let query = db
    .selectFrom('assignment')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'assignment.unitId')
    .innerJoin('unit', 'unit.id', 'assignment.unitId')
    .innerJoin('task', 'task.id', 'assignment.taskId')
    .where('unitClosure.ancestorId', '=', filter.beneath)
  if (filter.taskId) query = query.where('assignment.taskId', '=', filter.taskId)
  if (filter.category) query = query.where('unit.category', '=', filter.category)
  if (filter.states) query = query.where('assignment.state', 'in', filter.states)
  if (filter.overdueOn) {
    query = query
      .where('assignment.dueOn', '<', filter.overdueOn)
      .where('assignment.state', 'in', ['assigned', 'accepted', 'returned'])
  }
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const { cursor } = filter
  if (cursor) {
    query = query.where((eb) =>
      eb.or([
        eb('assignment.dueOn', '>', cursor.dueOn),
        eb.and([eb('assignment.dueOn', '=', cursor.dueOn), eb('assignment.id', '>', cursor.id)]),
      ]),
    )
  }
  const rows = await query
    .selectAll('assignment')
    .select(['unit.name as unitName', 'unit.category', 'task.title as taskTitle', 'task.kind as taskKind'])
    .orderBy('assignment.dueOn')
    .orderBy('assignment.id')
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

/** What waits for review beneath a unit, the longest waiting first. */
export async function listSubmitted(db: Db, beneath: UnitId, limit: number) {
  return db
    .selectFrom('assignment')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'assignment.unitId')
    .innerJoin('unit', 'unit.id', 'assignment.unitId')
    .innerJoin('task', 'task.id', 'assignment.taskId')
    .selectAll('assignment')
    .select(['unit.name as unitName', 'task.title as taskTitle'])
    .where('unitClosure.ancestorId', '=', beneath)
    .where('unitClosure.depth', '>', 0)
    .where('assignment.state', '=', 'submitted')
    .orderBy('assignment.stateAt')
    .orderBy('assignment.id')
    .limit(limit)
    .execute()
}

/** How many assignments beneath a unit are in each state, and how many of them are past their day. */
export async function countByState(db: Db, beneath: UnitId, today: LocalDate) {
  return db
    .selectFrom('assignment')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'assignment.unitId')
    .select('assignment.state')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>(eb.case().when('assignment.dueOn', '<', today).then(1).else(0).end()).as('pastDue'),
    ])
    .where('unitClosure.ancestorId', '=', beneath)
    .groupBy('assignment.state')
    .execute()
}

export async function findPart(db: Db, id: AssignmentPartId): Promise<AssignmentPart | undefined> {
  return db.selectFrom('assignmentPart').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertPart(db: Db, part: AssignmentPart): Promise<void> {
  await db.insertInto('assignmentPart').values(part).execute()
}

export async function savePart(db: Db, part: AssignmentPart): Promise<void> {
  const { id, ...values } = part
  await db.updateTable('assignmentPart').set(values).where('id', '=', id).execute()
}

export async function listParts(db: Db, assignmentId: AssignmentId) {
  return db
    .selectFrom('assignmentPart')
    .innerJoin('unit', 'unit.id', 'assignmentPart.unitId')
    .leftJoin('person', 'person.id', 'assignmentPart.personId')
    .selectAll('assignmentPart')
    .select(['unit.name as unitName', 'person.name as personName'])
    .where('assignmentPart.assignmentId', '=', assignmentId)
    .orderBy('assignmentPart.dueOn')
    .orderBy('assignmentPart.id')
    .execute()
}

/** Parts given to units at or beneath a unit, by what is due first. */
export async function listPartsBeneath(db: Db, beneath: UnitId, openOnly: boolean, limit: number) {
  let query = db
    .selectFrom('assignmentPart')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'assignmentPart.unitId')
    .innerJoin('unit', 'unit.id', 'assignmentPart.unitId')
    .innerJoin('assignment', 'assignment.id', 'assignmentPart.assignmentId')
    .innerJoin('task', 'task.id', 'assignment.taskId')
    .leftJoin('person', 'person.id', 'assignmentPart.personId')
    .selectAll('assignmentPart')
    .select(['unit.name as unitName', 'person.name as personName', 'task.title as taskTitle'])
    .where('unitClosure.ancestorId', '=', beneath)
  if (openOnly) query = query.where('assignmentPart.state', 'in', ['given', 'returned'])
  return query.orderBy('assignmentPart.dueOn').orderBy('assignmentPart.id').limit(limit).execute()
}
