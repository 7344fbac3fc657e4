import { z } from 'zod'
import { publishTask, publishWorkPlan as decide, TaskId, WorkPlanId } from '@dangjian/domain/tasks'
import { listTasks, saveTask } from '@dangjian/db/tasks/task-store'
import { findWorkPlan, saveWorkPlan } from '@dangjian/db/tasks/work-plan-store'
import { accept, command, notFound } from '../trpc.ts'
import { openAssignments, workPlanPublished } from './give-out.ts'
import { associationOfPlan, refusePlanEdited, refuseTaskEdited } from './plan-target.ts'
import { reachesOf } from './reach.ts'

/**
 * Publishes a plan: each of the drafts that the caller has seen goes out to the societies that it reaches. Tasks made
 * later are published in the same way.
 */
export const publishWorkPlan = command({
  permission: 'tasks.publish-work-plan',
  input: z.strictObject({
    workPlanId: WorkPlanId,
    rev: z.int(),
    tasks: z.array(z.strictObject({ taskId: TaskId, rev: z.int() })).max(500),
  }),
  output: z.strictObject({ tasks: z.int(), societies: z.int(), assignments: z.int() }),
  target: associationOfPlan,
  run: async (args) => {
    const { db, input, actor, today, now, emit, note } = args
    const plan = (await findWorkPlan(db, input.workPlanId)) ?? notFound()
    if (plan.rev !== input.rev) await refusePlanEdited(db, plan)
    const standing = new Map((await listTasks(db, plan.id)).map((task) => [task.id, task]))
    const drafts = input.tasks.map(({ taskId }) => standing.get(taskId) ?? notFound())
    const published = accept(decide(plan, drafts.length, now))
    const reaches = await reachesOf(db, drafts, today)
    const given = []
    for (const [index, draft] of drafts.entries()) {
      const societyIds = reaches[index]!.societies.map(({ id }) => id)
      const task = accept(publishTask(draft, societyIds.length, today, now))
      if (draft.rev !== input.tasks[index]!.rev) await refuseTaskEdited(db, draft.id)
      if (!(await saveTask(db, task, { personId: actor.personId, at: now }))) await refuseTaskEdited(db, draft.id)
      await openAssignments(args, task, societyIds)
      given.push({ task, societyIds })
    }
    if (!(await saveWorkPlan(db, published, actor.personId))) await refusePlanEdited(db, plan)
    emit(await workPlanPublished(db, plan.id, given))
    const assignments = given.reduce((sum, { societyIds }) => sum + societyIds.length, 0)
    note({ workPlanId: plan.id, tasks: given.map(({ task }) => task.id), assignments })
    return {
      tasks: given.length,
      societies: new Set(given.flatMap(({ societyIds }) => societyIds)).size,
      assignments,
    }
  },
})
