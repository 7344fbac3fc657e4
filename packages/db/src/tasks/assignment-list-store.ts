import type { LocalDate, UnitId } from '@dangjian/domain/access'
import type { SocietyCategory } from '@dangjian/domain/organisation'
import type { AssignmentId, AssignmentState, TaskId, TaskKind, TimelineKind } from '@dangjian/domain/tasks'
import { holding } from '../connection/holding.ts'
import type { Db } from '../database.ts'
import { holds, wordsOf } from '../organisation/pinyin.ts'
import { isOverdue, isToDo, isWorkOfYear } from './assignment-rule.ts'

export interface AssignmentFilter {
  readonly beneath: UnitId
  readonly taskId?: TaskId | undefined
  readonly kind?: TaskKind | undefined
  readonly states?: readonly AssignmentState[] | undefined
  /** Only the work of this year's plan, whenever it is due. */
  readonly year?: number | undefined
  /** Only these. */
  readonly ids?: readonly AssignmentId[] | undefined
  /** Only what should have been done before this day and is not. */
  readonly overdueOn?: LocalDate | undefined
  readonly dueFrom?: LocalDate | undefined
  readonly dueTo?: LocalDate | undefined
  readonly category?: SocietyCategory | undefined
  /** Words in the task's title, or the society's name, pinyin or code. */
  readonly search?: string | undefined
}

/** Tasks are given to societies: of one of them its own are asked for, however many units stand beneath it. */
async function listed(db: Db, beneath: UnitId) {
  const unit = await db.selectFrom('unit').select('kind').where('id', '=', beneath).executeTakeFirst()
  const all = db
    .selectFrom('assignment')
    .innerJoin('unit', 'unit.id', 'assignment.unitId')
    .innerJoin('task', 'task.id', 'assignment.taskId')
  if (unit?.kind === 'society') return all.where('assignment.unitId', '=', beneath)
  const within = all
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'assignment.unitId')
    .where('unitClosure.ancestorId', '=', beneath)
  return within as unknown as typeof all
}

async function filtered(db: Db, filter: AssignmentFilter) {
  let query = await listed(db, filter.beneath)
  if (filter.taskId) query = query.where('assignment.taskId', '=', filter.taskId)
  if (filter.kind) query = query.where('task.kind', '=', filter.kind)
  if (filter.category) query = query.where('unit.category', '=', filter.category)
  if (filter.states) query = query.where('assignment.state', 'in', filter.states)
  if (filter.dueFrom) query = query.where('assignment.dueOn', '>=', filter.dueFrom)
  if (filter.dueTo) query = query.where('assignment.dueOn', '<=', filter.dueTo)
  if (filter.ids) query = query.where('assignment.id', 'in', filter.ids.length > 0 ? filter.ids : ['' as AssignmentId])
  if (filter.year !== undefined) query = query.where(isWorkOfYear(filter.year))
  if (filter.overdueOn) query = query.where(isOverdue(filter.overdueOn))
  const { search } = filter
  if (search) {
    query = query.where((eb) =>
      eb.or([
        holding(eb.ref('task.title'), search),
        holds(eb, 'unit.namePinyin', wordsOf(search)),
        holding(eb.ref('unit.code'), search),
      ]),
    )
  }
  return query
}

export interface AssignmentPage {
  readonly cursor?: { readonly dueOn: string; readonly id: AssignmentId } | undefined
  readonly limit: number
}

/** Assignments of the societies at or beneath a unit, by what is due first. */
export async function listAssignments(db: Db, filter: AssignmentFilter, { cursor, limit }: AssignmentPage) {
  let query = await filtered(db, filter)
  if (cursor) {
    query = query.where((eb) =>
      eb(eb.refTuple('assignment.dueOn', 'assignment.id'), '>', eb.tuple(cursor.dueOn, cursor.id)),
    )
  }
  return query
    .selectAll('assignment')
    .select(['unit.name as unitName', 'unit.category', 'task.title as taskTitle', 'task.kind as taskKind'])
    .orderBy('assignment.dueOn')
    .orderBy('assignment.id')
    .limit(limit)
    .execute()
}

export async function countAssignments(db: Db, filter: AssignmentFilter): Promise<number> {
  return countOf(await filtered(db, filter))
}

/** Still to be done beneath a unit and not the work of this year's plan. */
export async function countToDoOfOtherYears(db: Db, beneath: UnitId, year: number): Promise<number> {
  const all = await filtered(db, { beneath })
  return countOf(all.where((eb) => eb.and([isToDo(eb), eb.not(isWorkOfYear(year)(eb))])))
}

async function countOf(query: Awaited<ReturnType<typeof filtered>>): Promise<number> {
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return total
}

/** How many assignments are in each state and due on each day: what counts, overdue and the year's strip are made of. */
export async function countAssignmentsByDay(db: Db, filter: AssignmentFilter) {
  const query = await filtered(db, filter)
  return query
    .select(['assignment.state', 'assignment.dueOn'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy(['assignment.state', 'assignment.dueOn'])
    .execute()
}

export interface SubmittedPage {
  readonly cursor?: { readonly stateAt: number; readonly id: AssignmentId } | undefined
  readonly limit: number
}

/** What waits for review beneath a unit, the longest waiting first. A unit's own work is its superior's to review. */
export async function listSubmitted(db: Db, beneath: UnitId, { cursor, limit }: SubmittedPage) {
  const submitted = await filtered(db, { beneath, states: ['submitted'] })
  let query = submitted.where('assignment.unitId', '!=', beneath)
  const total = await countOf(query)
  if (cursor) {
    query = query.where((eb) =>
      eb(eb.refTuple('assignment.stateAt', 'assignment.id'), '>', eb.tuple(cursor.stateAt, cursor.id)),
    )
  }
  const rows = await query
    .selectAll('assignment')
    .select(['unit.name as unitName', 'unit.category', 'task.title as taskTitle', 'task.kind as taskKind'])
    .orderBy('assignment.stateAt')
    .orderBy('assignment.id')
    .limit(limit)
    .execute()
  return { rows, total }
}

/** The clauses that tasks answer, in the plan's order. */
export async function listClausesOfTasks(db: Db, taskIds: readonly TaskId[]) {
  if (taskIds.length === 0) return []
  return db
    .selectFrom('taskClause')
    .innerJoin('clause', 'clause.id', 'taskClause.clauseId')
    .selectAll('clause')
    .select('taskClause.taskId')
    .where('taskClause.taskId', 'in', taskIds)
    .orderBy('clause.position')
    .execute()
}

/** For each assignment the last thing of some kinds that happened to it, by whom and with which words. */
export async function listLatestEvents(db: Db, assignmentIds: readonly AssignmentId[], kinds: readonly TimelineKind[]) {
  if (assignmentIds.length === 0) return []
  return db
    .selectFrom('assignmentEvent')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('assignmentEvent as each')
          .select((part) => ['each.assignmentId', part.fn.max('each.id').as('lastId')])
          .where('each.assignmentId', 'in', assignmentIds)
          .where('each.kind', 'in', kinds)
          .groupBy('each.assignmentId')
          .as('latest'),
      (join) => join.onRef('latest.lastId', '=', 'assignmentEvent.id'),
    )
    .leftJoin('person', 'person.id', 'assignmentEvent.personId')
    .select([
      'assignmentEvent.assignmentId',
      'assignmentEvent.kind',
      'assignmentEvent.at',
      'assignmentEvent.text',
      'person.name as personName',
    ])
    .execute()
}

/** How many pieces of evidence stand on each assignment. */
export async function countEvidence(db: Db, assignmentIds: readonly AssignmentId[]) {
  if (assignmentIds.length === 0) return []
  return db
    .selectFrom('evidence')
    .select('assignmentId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('assignmentId', 'in', assignmentIds)
    .where('withdrawnAt', 'is', null)
    .groupBy('assignmentId')
    .execute()
}
