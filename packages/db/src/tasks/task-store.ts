import { z } from 'zod'
import type { PersonId } from '@dangjian/domain/access'
import {
  Audience,
  EvidenceRequirement,
  TaskTraining,
  type Task,
  type TaskId,
  type WorkPlanId,
} from '@dangjian/domain/tasks'
import { holding } from '../connection/holding.ts'
import type { Db } from '../database.ts'
import { countOverdue } from './assignment-rule.ts'
import type { TaskTable } from './tables.ts'

const Evidence = z.array(EvidenceRequirement)

async function withClauses(db: Db, rows: readonly TaskTable[]): Promise<Task[]> {
  if (rows.length === 0) return []
  const links = await db
    .selectFrom('taskClause')
    .innerJoin('clause', 'clause.id', 'taskClause.clauseId')
    .select(['taskClause.taskId', 'taskClause.clauseId'])
    .where(
      'taskClause.taskId',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('clause.position')
    .execute()
  return rows.map(({ audience, evidence, training, trainingCourseId: _c, updatedAt: _a, updatedBy: _b, ...row }) => ({
    ...row,
    audience: Audience.parse(JSON.parse(audience)),
    evidence: Evidence.parse(JSON.parse(evidence)),
    training: training === null ? null : TaskTraining.parse(JSON.parse(training)),
    clauseIds: links.filter(({ taskId }) => taskId === row.id).map(({ clauseId }) => clauseId),
  }))
}

/** Who changed a task, and when: for telling a second editor. */
export interface TaskEditor {
  readonly personId: PersonId
  readonly at: number
}

function columnsOf({ clauseIds: _, ...task }: Task, by: TaskEditor | undefined): TaskTable {
  return {
    ...task,
    updatedAt: by?.at ?? null,
    updatedBy: by?.personId ?? null,
    audience: JSON.stringify(task.audience),
    evidence: JSON.stringify(task.evidence),
    training: task.training && JSON.stringify(task.training),
    trainingCourseId: task.training?.courseId ?? null,
  }
}

export async function findTask(db: Db, id: TaskId): Promise<Task | undefined> {
  const rows = await db.selectFrom('task').selectAll().where('id', '=', id).execute()
  return (await withClauses(db, rows))[0]
}

export async function listTasks(db: Db, workPlanId: WorkPlanId): Promise<Task[]> {
  const rows = await db
    .selectFrom('task')
    .selectAll()
    .where('workPlanId', '=', workPlanId)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  return withClauses(db, rows)
}

export async function insertTask(db: Db, task: Task, by?: TaskEditor): Promise<void> {
  await db.insertInto('task').values(columnsOf(task, by)).execute()
  await writeTaskClauses(db, task)
}

/** Saves a task whose `rev` was one less; false when somebody else saved it meanwhile. */
export async function saveTask(db: Db, task: Task, by?: TaskEditor): Promise<boolean> {
  const { id, ...values } = columnsOf(task, by)
  const { numUpdatedRows } = await db
    .updateTable('task')
    .set(values)
    .where('id', '=', id)
    .where('rev', '=', task.rev - 1)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await db.deleteFrom('taskClause').where('taskId', '=', id).execute()
  await writeTaskClauses(db, task)
  return true
}

/** Who saved a task last. */
export async function findTaskEditor(db: Db, id: TaskId): Promise<{ name: string; at: number } | undefined> {
  const row = await db
    .selectFrom('task')
    .innerJoin('person', 'person.id', 'task.updatedBy')
    .select(['person.name', 'task.updatedAt'])
    .where('task.id', '=', id)
    .executeTakeFirst()
  return row && { name: row.name, at: row.updatedAt ?? 0 }
}

async function writeTaskClauses(db: Db, task: Task): Promise<void> {
  await db
    .insertInto('taskClause')
    .values(task.clauseIds.map((clauseId) => ({ taskId: task.id, clauseId })))
    .execute()
}

/** A draft that never went out leaves nothing behind. */
export async function deleteTask(db: Db, id: TaskId): Promise<void> {
  await db.deleteFrom('taskClause').where('taskId', '=', id).execute()
  await db.deleteFrom('task').where('id', '=', id).execute()
}

/** For each task how many of its assignments are in each state, and how many are overdue. */
export async function countAssignments(db: Db, taskIds: readonly TaskId[], today: string) {
  if (taskIds.length === 0) return []
  return db
    .selectFrom('assignment')
    .select(['taskId', 'state'])
    .select((eb) => [eb.fn.countAll<number>().as('count'), countOverdue(today)(eb)])
    .where('taskId', 'in', taskIds)
    .groupBy(['taskId', 'state'])
    .execute()
}

/** Tasks whose title holds the words, the latest plan's first. */
export async function searchTasks(db: Db, words: string, limit: number) {
  return db
    .selectFrom('task')
    .innerJoin('workPlan', 'workPlan.id', 'task.workPlanId')
    .select(['task.id', 'task.title', 'task.state', 'workPlan.year'])
    .where((eb) => holding(eb.ref('task.title'), words))
    .orderBy('workPlan.year', 'desc')
    .orderBy('task.id')
    .limit(limit)
    .execute()
}
