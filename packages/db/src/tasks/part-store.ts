import type { UnitId } from '@dangjian/domain/access'
import type { AssignmentId, AssignmentPart, AssignmentPartId, PartState } from '@dangjian/domain/tasks'
import type { Db } from '../database.ts'

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

export interface PartFilter {
  readonly beneath: UnitId
  readonly states?: readonly PartState[] | undefined
  readonly cursor?: { readonly dueOn: string; readonly id: AssignmentPartId } | undefined
  readonly limit: number
}

/** Parts given to units at or beneath a unit, by what is due first. */
export async function listPartsBeneath(db: Db, filter: PartFilter) {
  let query = db
    .selectFrom('assignmentPart')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'assignmentPart.unitId')
    .innerJoin('unit', 'unit.id', 'assignmentPart.unitId')
    .innerJoin('assignment', 'assignment.id', 'assignmentPart.assignmentId')
    .innerJoin('unit as society', 'society.id', 'assignment.unitId')
    .innerJoin('task', 'task.id', 'assignment.taskId')
    .leftJoin('person', 'person.id', 'assignmentPart.personId')
    .where('unitClosure.ancestorId', '=', filter.beneath)
  if (filter.states) query = query.where('assignmentPart.state', 'in', filter.states)
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const { cursor } = filter
  if (cursor) {
    query = query.where((eb) =>
      eb(eb.refTuple('assignmentPart.dueOn', 'assignmentPart.id'), '>', eb.tuple(cursor.dueOn, cursor.id)),
    )
  }
  const rows = await query
    .selectAll('assignmentPart')
    .select([
      'unit.name as unitName',
      'society.name as societyName',
      'person.name as personName',
      'assignment.taskId',
      'assignment.state as assignmentState',
      'task.title as taskTitle',
    ])
    .orderBy('assignmentPart.dueOn')
    .orderBy('assignmentPart.id')
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

/** For each assignment how many of its parts are in each state. */
export async function countParts(db: Db, assignmentIds: readonly AssignmentId[]) {
  if (assignmentIds.length === 0) return []
  return db
    .selectFrom('assignmentPart')
    .select(['assignmentId', 'state'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('assignmentId', 'in', assignmentIds)
    .groupBy(['assignmentId', 'state'])
    .execute()
}

/** Every return of a part of some assignments, in the order in which they happened. */
export async function listPartReturns(db: Db, assignmentIds: readonly AssignmentId[]) {
  if (assignmentIds.length === 0) return []
  return db
    .selectFrom('assignmentEvent')
    .select(['detail', 'text'])
    .where('assignmentId', 'in', assignmentIds)
    .where('kind', '=', 'part-returned')
    .orderBy('id')
    .execute()
}
