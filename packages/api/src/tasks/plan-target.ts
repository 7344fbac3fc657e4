import type { UnitId } from '@dangjian/domain/access'
import type { TaskId, WorkPlan, WorkPlanId } from '@dangjian/domain/tasks'
import { findAssociation } from '@dangjian/db/organisation/unit-store'
import { findUnitGiven } from '@dangjian/db/tasks/task-assignment-store'
import { findTask, findTaskEditor } from '@dangjian/db/tasks/task-store'
import { findWorkPlan, findWorkPlanEditor } from '@dangjian/db/tasks/work-plan-store'
import type { Db } from '@dangjian/db/database'
import type { Actor } from '../context.ts'
import { refuseWith, type Target } from '../trpc.ts'

interface Asked<I> {
  readonly db: Db
  readonly input: I
}

/** Work plans are made for the whole association. */
export async function associationAtLarge({ db }: { readonly db: Db }): Promise<Target | null> {
  const association = await findAssociation(db)
  return association ? { unitId: association.id } : null
}

/** What hangs on a plan is done to the association, when there is such a plan. */
export async function associationOfPlan({
  db,
  input,
}: Asked<{ readonly workPlanId: WorkPlanId }>): Promise<Target | null> {
  return (await findWorkPlan(db, input.workPlanId)) ? associationAtLarge({ db }) : null
}

/** What hangs on a task is done to the association, when there is such a task. */
export async function associationOfTask({ db, input }: Asked<{ readonly taskId: TaskId }>): Promise<Target | null> {
  return (await findTask(db, input.taskId)) ? associationAtLarge({ db }) : null
}

/** A task is read at the association by its staff, and in a society by whoever it was given to. */
export async function readersOfTask(
  args: Asked<{ readonly taskId: TaskId }> & { readonly actor: Actor },
): Promise<Target | null> {
  const { db, input, actor } = args
  const association = await associationOfTask(args)
  if (!association || !actor.grant || actor.grant.unitId === association.unitId) return association
  const unitId: UnitId | undefined = await findUnitGiven(db, input.taskId, actor.grant.unitId)
  return unitId ? { unitId } : null
}

/** Whoever saves a plan second is told who was first, and when. */
export async function refusePlanEdited(db: Db, plan: Pick<WorkPlan, 'id' | 'updatedAt'>): Promise<never> {
  const now = await findWorkPlan(db, plan.id)
  refuseWith('edited-meanwhile', {
    by: (await findWorkPlanEditor(db, plan.id)) ?? '',
    at: now?.updatedAt ?? plan.updatedAt,
  })
}

export async function refuseTaskEdited(db: Db, taskId: TaskId): Promise<never> {
  const last = await findTaskEditor(db, taskId)
  refuseWith('edited-meanwhile', { by: last?.name ?? '', at: last?.at ?? 0 })
}
