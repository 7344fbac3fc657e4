import { z } from 'zod'
import {
  parseOutline,
  planOutlineOf,
  WORK_POINTS_LENGTH,
  WorkPlan,
  WorkPlanId,
  type ClauseId,
} from '@dangjian/domain/tasks'
import { findWorkPlanOfYear, insertWorkPlan } from '@dangjian/db/tasks/work-plan-store'
import { accept, command, refuseWith } from '../trpc.ts'
import { associationAtLarge } from './plan-target.ts'

/** Makes the year's work plan of the text of its document, with the outline that the text has. */
export const createWorkPlan = command({
  permission: 'tasks.create-work-plan',
  input: z.strictObject({
    year: WorkPlan.shape.year,
    title: WorkPlan.shape.title,
    text: z.string().max(WORK_POINTS_LENGTH),
  }),
  output: z.strictObject({ workPlanId: WorkPlanId }),
  target: associationAtLarge,
  prepare: async ({ input }) => accept(parseOutline(input.text)),
  run: async ({ db, input, actor, now, newId, note, prepared }) => {
    const { year, title, text } = input
    if (await findWorkPlanOfYear(db, year)) refuseWith('plan-year-taken', { year })
    const plan: WorkPlan = {
      id: newId<WorkPlanId>(),
      year,
      title,
      sourceText: text,
      outline: planOutlineOf(prepared, () => newId<ClauseId>()),
      state: 'draft',
      publishedAt: null,
      rev: 1,
      updatedAt: now,
    }
    await insertWorkPlan(db, plan, actor.personId)
    note({ workPlanId: plan.id, year })
    return { workPlanId: plan.id }
  },
})
