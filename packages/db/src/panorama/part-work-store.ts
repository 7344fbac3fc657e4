import type { AssignmentPartId, PartState } from '@dangjian/domain/tasks'
import type { Db } from '../database.ts'
import { inScope, type WorkScope } from './work-store.ts'

function partsInScope(db: Db, scope: WorkScope) {
  return inScope(db, scope)
    .innerJoin('assignmentPart', 'assignmentPart.assignmentId', 'assignment.id')
    .innerJoin('unit as below', 'below.id', 'assignmentPart.unitId')
    .where('assignmentPart.state', '!=', 'withdrawn')
}

/** Parts given to units of tiers 2 and 3, by tier and state. */
export async function countParts(db: Db, scope: WorkScope) {
  return partsInScope(db, scope)
    .select(['below.tier', 'assignmentPart.state'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy(['below.tier', 'assignmentPart.state'])
    .execute()
}

export interface PartListFilter extends WorkScope {
  readonly tier?: 2 | 3 | undefined
  readonly state?: PartState | undefined
  readonly cursor?: { readonly dueOn: string; readonly id: AssignmentPartId } | undefined
  readonly limit: number
}

/** The parts behind a figure, by what is due first, with how many there are in all. */
export async function listPartWork(db: Db, filter: PartListFilter) {
  let query = partsInScope(db, filter).innerJoin('task', 'task.id', 'assignment.taskId')
  if (filter.tier) query = query.where('below.tier', '=', filter.tier)
  if (filter.state) query = query.where('assignmentPart.state', '=', filter.state)
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const { cursor } = filter
  if (cursor) {
    query = query.where((eb) =>
      eb(eb.refTuple('assignmentPart.dueOn', 'assignmentPart.id'), '>', eb.tuple(cursor.dueOn, cursor.id)),
    )
  }
  const rows = await query
    .select(['assignmentPart.id', 'assignmentPart.title', 'assignmentPart.state', 'assignmentPart.dueOn'])
    .select(['assignmentPart.assignmentId', 'assignmentPart.unitId', 'below.name as unitName'])
    .select(['unit.name as societyName', 'task.title as taskTitle'])
    .orderBy('assignmentPart.dueOn')
    .orderBy('assignmentPart.id')
    .limit(filter.limit)
    .execute()
  return { rows, total }
}
