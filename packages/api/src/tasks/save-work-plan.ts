import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import { clausesOf, mendWorkPlan, PlanOutline, WorkPlan, WorkPlanId } from '@dangjian/domain/tasks'
import {
  findWorkPlan,
  listAnsweredClauses,
  listClauses,
  saveWorkPlan as save,
} from '@dangjian/db/tasks/work-plan-store'
import { accept, command, notFound } from '../trpc.ts'
import { associationOfPlan, refusePlanEdited } from './plan-target.ts'

/** Saves a mended outline, before and after the plan has gone out. New clauses bring ids of their own. */
export const saveWorkPlan = command({
  permission: 'tasks.save-work-plan',
  input: z.strictObject({ workPlanId: WorkPlanId, rev: z.int(), title: WorkPlan.shape.title, outline: PlanOutline }),
  output: z.strictObject({ rev: z.int(), updatedAt: Instant }),
  target: associationOfPlan,
  run: async ({ db, input, actor, now, note }) => {
    const plan = (await findWorkPlan(db, input.workPlanId)) ?? notFound()
    if (plan.rev !== input.rev) await refusePlanEdited(db, plan)
    // A clause of another plan's is not to be had here.
    const known = await listClauses(
      db,
      clausesOf(input.outline).map(({ id }) => id),
    )
    if (known.some(({ workPlanId }) => workPlanId !== plan.id)) notFound()
    const answered = new Set<string>((await listAnsweredClauses(db, plan.id)).map(({ clauseId }) => clauseId))
    const mended = accept(mendWorkPlan(plan, { title: input.title, outline: input.outline }, answered, now))
    if (!(await save(db, mended, actor.personId))) await refusePlanEdited(db, plan)
    note({ workPlanId: plan.id, rev: mended.rev })
    return { rev: mended.rev, updatedAt: mended.updatedAt }
  },
})
