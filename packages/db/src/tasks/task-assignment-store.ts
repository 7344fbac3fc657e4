import type { LocalDate, UnitId } from '@dangjian/domain/access'
import type { Assignment, AssignmentId, TaskId } from '@dangjian/domain/tasks'
import type { Db } from '../database.ts'

/** Every assignment of a task at or beneath a unit with its society, in the order of the societies' codes. */
export async function listAssignmentsOfTask(db: Db, taskId: TaskId, beneath: UnitId) {
  return db
    .selectFrom('assignment')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'assignment.unitId')
    .innerJoin('unit', 'unit.id', 'assignment.unitId')
    .selectAll('assignment')
    .select(['unit.name as unitName', 'unit.code as unitCode', 'unit.category'])
    .where('assignment.taskId', '=', taskId)
    .where('unitClosure.ancestorId', '=', beneath)
    .orderBy('unit.code')
    .orderBy('assignment.id')
    .execute()
}

/** Every assignment of a task, withdrawn ones as well. */
export async function listAssignmentsGiven(db: Db, taskId: TaskId): Promise<Assignment[]> {
  return db.selectFrom('assignment').selectAll().where('taskId', '=', taskId).orderBy('id').execute()
}

/** Those of the assignments that are the task's: an id of another task's finds nothing. */
export async function findAssignmentsOfTask(
  db: Db,
  taskId: TaskId,
  ids: readonly AssignmentId[],
): Promise<Assignment[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('assignment')
    .selectAll()
    .where('taskId', '=', taskId)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
}

/** The unit beneath which somebody finds a task given out: the nearest society at or beneath theirs that has it. */
export async function findUnitGiven(db: Db, taskId: TaskId, beneath: UnitId): Promise<UnitId | undefined> {
  const row = await db
    .selectFrom('assignment')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'assignment.unitId')
    .select('assignment.unitId')
    .where('assignment.taskId', '=', taskId)
    .where('assignment.state', '!=', 'withdrawn')
    .where('unitClosure.ancestorId', '=', beneath)
    .orderBy('unitClosure.depth')
    .limit(1)
    .executeTakeFirst()
  return row?.unitId
}

/** Puts some assignments off. */
export async function saveAssignmentsDue(db: Db, ids: readonly AssignmentId[], dueOn: LocalDate): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('assignment').set({ dueOn }).where('id', 'in', ids).execute()
}
