import { z } from 'zod'
import { WorkPlan, WorkPlanId } from '@dangjian/domain/tasks'
import { countAssignments, listTasks } from '@dangjian/db/tasks/task-store'
import { findWorkPlan, findWorkPlanEditor } from '@dangjian/db/tasks/work-plan-store'
import { notFound, query } from '../trpc.ts'
import { associationOfPlan } from './plan-target.ts'
import { StateCount, TaskShown, taskShown } from './task-shown.ts'

/** A work plan: its document's text, the outline bound to it, and the tasks with how they stand. */
export const showWorkPlan = query({
  permission: 'tasks.show-work-plan',
  input: z.strictObject({ workPlanId: WorkPlanId }),
  output: z.strictObject({
    plan: WorkPlan,
    updatedByName: z.string().nullable(),
    tasks: z.array(TaskShown.extend({ counts: z.array(StateCount) })),
  }),
  target: associationOfPlan,
  run: async ({ db, input, today }) => {
    const plan = (await findWorkPlan(db, input.workPlanId)) ?? notFound()
    const tasks = await listTasks(db, plan.id)
    const counted = await countAssignments(
      db,
      tasks.map(({ id }) => id),
      today,
    )
    return {
      plan,
      updatedByName: (await findWorkPlanEditor(db, plan.id)) ?? null,
      tasks: tasks.map((task) => ({
        ...taskShown(task),
        counts: counted
          .filter(({ taskId }) => taskId === task.id)
          .map(({ state, count, overdue }) => ({ state, count, overdue })),
      })),
    }
  },
})
