import type { PersonId } from '@dangjian/domain/access'
import { clausesOf, PlanOutline, type ClauseId, type WorkPlan, type WorkPlanId } from '@dangjian/domain/tasks'
import type { Db } from '../database.ts'
import type { WorkPlanTable } from './tables.ts'

export async function findWorkPlan(db: Db, id: WorkPlanId): Promise<WorkPlan | undefined> {
  const row = await db.selectFrom('workPlan').selectAll().where('id', '=', id).executeTakeFirst()
  return row && workPlanOf(row)
}

export async function findWorkPlanOfYear(db: Db, year: number): Promise<WorkPlan | undefined> {
  const row = await db.selectFrom('workPlan').selectAll().where('year', '=', year).executeTakeFirst()
  return row && workPlanOf(row)
}

function workPlanOf({ outline, updatedBy: _, ...row }: WorkPlanTable): WorkPlan {
  return { ...row, outline: PlanOutline.parse(JSON.parse(outline)) }
}

/** Who saved a plan last, for telling a second editor. */
export async function findWorkPlanEditor(db: Db, id: WorkPlanId): Promise<string | undefined> {
  const row = await db
    .selectFrom('workPlan')
    .innerJoin('person', 'person.id', 'workPlan.updatedBy')
    .select('person.name')
    .where('workPlan.id', '=', id)
    .executeTakeFirst()
  return row?.name
}

/** Years that have a published plan, the latest first. */
export async function listPublishedYears(db: Db): Promise<number[]> {
  const plans = await db
    .selectFrom('workPlan')
    .select('year')
    .where('state', '=', 'published')
    .orderBy('year', 'desc')
    .execute()
  return plans.map(({ year }) => year)
}

/** Plans, the latest year first, each with how many clauses and tasks it has and how many clauses no task answers. */
export async function listWorkPlans(db: Db) {
  return db
    .selectFrom('workPlan')
    .select(['id', 'year', 'title', 'state', 'publishedAt', 'updatedAt'])
    .select((eb) => [
      eb
        .selectFrom('clause')
        .select((part) => part.fn.countAll<number>().as('count'))
        .whereRef('clause.workPlanId', '=', 'workPlan.id')
        .as('clauses'),
      eb
        .selectFrom('task')
        .select((part) => part.fn.countAll<number>().as('count'))
        .whereRef('task.workPlanId', '=', 'workPlan.id')
        .where('task.state', '!=', 'withdrawn')
        .as('tasks'),
      eb
        .selectFrom('task')
        .select((part) => part.fn.countAll<number>().as('count'))
        .whereRef('task.workPlanId', '=', 'workPlan.id')
        .where('task.state', '=', 'draft')
        .as('drafts'),
      eb
        .selectFrom('clause')
        .select((part) => part.fn.countAll<number>().as('count'))
        .whereRef('clause.workPlanId', '=', 'workPlan.id')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('taskClause')
                .innerJoin('task', 'task.id', 'taskClause.taskId')
                .select('taskClause.taskId')
                .whereRef('taskClause.clauseId', '=', 'clause.id')
                .where('task.state', '!=', 'withdrawn'),
            ),
          ),
        )
        .as('unanswered'),
    ])
    .orderBy('year', 'desc')
    .execute()
}

export async function insertWorkPlan(db: Db, plan: WorkPlan, by: PersonId): Promise<void> {
  await db
    .insertInto('workPlan')
    .values({ ...plan, outline: JSON.stringify(plan.outline), updatedBy: by })
    .execute()
  await writeClauses(db, plan)
}

/** Saves a plan whose `rev` was one less; false when somebody else saved it meanwhile. */
export async function saveWorkPlan(db: Db, plan: WorkPlan, by: PersonId): Promise<boolean> {
  const { id, ...values } = plan
  const { numUpdatedRows } = await db
    .updateTable('workPlan')
    .set({ ...values, outline: JSON.stringify(plan.outline), updatedBy: by })
    .where('id', '=', id)
    .where('rev', '=', plan.rev - 1)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await db.deleteFrom('clause').where('workPlanId', '=', id).execute()
  await writeClauses(db, plan)
  return true
}

async function writeClauses(db: Db, plan: WorkPlan): Promise<void> {
  const clauses = clausesOf(plan.outline)
  if (clauses.length === 0) return
  await db
    .insertInto('clause')
    .values(
      clauses.map(({ id, text, section, item }, position) => ({
        id,
        workPlanId: plan.id,
        position,
        sectionIndex: plan.outline.sections.indexOf(section),
        sectionNumber: section.number,
        sectionTitle: section.title,
        itemNumber: item.number,
        itemTitle: item.title,
        text,
      })),
    )
    .execute()
}

/** A plan that never went out goes with its drafts. */
export async function deleteWorkPlan(db: Db, id: WorkPlanId): Promise<void> {
  const drafts = db.selectFrom('task').select('id').where('workPlanId', '=', id)
  await db.deleteFrom('taskClause').where('taskId', 'in', drafts).execute()
  await db.deleteFrom('task').where('workPlanId', '=', id).execute()
  await db.deleteFrom('clause').where('workPlanId', '=', id).execute()
  await db.deleteFrom('workPlan').where('id', '=', id).execute()
}

export async function listClauses(db: Db, ids: readonly ClauseId[]) {
  if (ids.length === 0) return []
  return db.selectFrom('clause').selectAll().where('id', 'in', ids).orderBy('position').execute()
}

/** Clauses of a plan that tasks answer, with those tasks' ids. */
export async function listAnsweredClauses(db: Db, workPlanId: WorkPlanId) {
  return db
    .selectFrom('taskClause')
    .innerJoin('task', 'task.id', 'taskClause.taskId')
    .select(['taskClause.clauseId', 'taskClause.taskId'])
    .where('task.workPlanId', '=', workPlanId)
    .where('task.state', '!=', 'withdrawn')
    .execute()
}
