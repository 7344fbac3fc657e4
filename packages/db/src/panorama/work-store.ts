import type { LocalDate, UnitId } from '@dangjian/domain/access'
import type { SocietyCategory } from '@dangjian/domain/organisation'
import type { AssignmentId, AssignmentState, TaskId } from '@dangjian/domain/tasks'
import type { Db } from '../database.ts'
import { isOverdue } from '../tasks/assignment-rule.ts'

/** Which assignments a panorama looks at. */
export interface WorkScope {
  readonly beneath: UnitId
  readonly taskIds: readonly TaskId[]
  readonly category?: SocietyCategory | undefined
  readonly dueFromOn?: LocalDate | undefined
  readonly dueBeforeOn?: LocalDate | undefined
}

/** The assignments that a panorama counts; what was withdrawn is not among them. */
export function inScope(db: Db, scope: WorkScope) {
  let query = db
    .selectFrom('assignment')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'assignment.unitId')
    .innerJoin('unit', 'unit.id', 'assignment.unitId')
    .where('unitClosure.ancestorId', '=', scope.beneath)
    .where('assignment.taskId', 'in', scope.taskIds.length > 0 ? [...scope.taskIds] : ['' as TaskId])
    .where('assignment.state', '!=', 'withdrawn')
  if (scope.category) query = query.where('unit.category', '=', scope.category)
  if (scope.dueFromOn) query = query.where('assignment.dueOn', '>=', scope.dueFromOn)
  if (scope.dueBeforeOn) query = query.where('assignment.dueOn', '<', scope.dueBeforeOn)
  return query
}

/** Every assignment with what all figures of work are made of: one statement for the whole page. */
export async function listWorkInScope(db: Db, scope: WorkScope) {
  return inScope(db, scope)
    .select(['assignment.taskId', 'assignment.unitId', 'assignment.state', 'assignment.dueOn', 'assignment.stateAt'])
    .execute()
}

export interface WorkListFilter extends WorkScope {
  readonly state?: AssignmentState | undefined
  /** Only work that should have been done before this day and is not. */
  readonly overdueOn?: LocalDate | undefined
  readonly unitId?: UnitId | undefined
  readonly cursor?: { readonly dueOn: string; readonly id: AssignmentId } | undefined
  readonly limit: number
}

/** The assignments behind a figure, by what is due first, with how many there are in all. */
export async function listWork(db: Db, filter: WorkListFilter) {
  let query = inScope(db, filter).innerJoin('task', 'task.id', 'assignment.taskId')
  if (filter.state) query = query.where('assignment.state', '=', filter.state)
  if (filter.unitId) query = query.where('assignment.unitId', '=', filter.unitId)
  if (filter.overdueOn) query = query.where(isOverdue(filter.overdueOn))
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const { cursor } = filter
  if (cursor) {
    query = query.where((eb) =>
      eb(eb.refTuple('assignment.dueOn', 'assignment.id'), '>', eb.tuple(cursor.dueOn, cursor.id)),
    )
  }
  const rows = await query
    .select(['assignment.id', 'assignment.taskId', 'assignment.unitId', 'assignment.state', 'assignment.dueOn'])
    .select(['unit.name as unitName', 'unit.category', 'task.title as taskTitle'])
    .orderBy('assignment.dueOn')
    .orderBy('assignment.id')
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

/** What societies showed for some tasks, the latest first: what answers a clause. */
export async function listEvidenceOfTasks(db: Db, scope: WorkScope, limit: number) {
  const query = inScope(db, scope)
    .innerJoin('evidence', 'evidence.assignmentId', 'assignment.id')
    .leftJoin('file', 'file.id', 'evidence.fileId')
    .where('evidence.withdrawnAt', 'is', null)
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['evidence.id', 'evidence.assignmentId', 'evidence.attachedAt', 'unit.name as unitName'])
    .select(['file.name as fileName', 'assignment.taskId'])
    .select((eb) => eb.fn<string>('substr', ['evidence.text', eb.lit(1), eb.lit(120)]).as('text'))
    .orderBy('evidence.attachedAt', 'desc')
    .orderBy('evidence.id', 'desc')
    .limit(limit)
    .execute()
  return { rows, total }
}
