import { z } from 'zod'
import { dropWorkPlan as decide, WorkPlanId } from '@dangjian/domain/tasks'
import { deleteWorkPlan, findWorkPlan } from '@dangjian/db/tasks/work-plan-store'
import { accept, command, notFound } from '../trpc.ts'
import { associationOfPlan, refusePlanEdited } from './plan-target.ts'

/** Drops a plan that never went out, with its drafts: the year is free for the right document. */
export const dropWorkPlan = command({
  permission: 'tasks.drop-work-plan',
  input: z.strictObject({ workPlanId: WorkPlanId, rev: z.int() }),
  output: z.strictObject({}),
  target: associationOfPlan,
  run: async ({ db, input, note }) => {
    const plan = (await findWorkPlan(db, input.workPlanId)) ?? notFound()
    if (plan.rev !== input.rev) await refusePlanEdited(db, plan)
    accept(decide(plan))
    await deleteWorkPlan(db, plan.id)
    note({ workPlanId: plan.id, year: plan.year })
    return {}
  },
})
