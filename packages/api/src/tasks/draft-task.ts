import { z } from 'zod'
import { TaskId, WorkPlanId, type Task } from '@dangjian/domain/tasks'
import { insertTask } from '@dangjian/db/tasks/task-store'
import { accept, command } from '../trpc.ts'
import { associationOfPlan } from './plan-target.ts'
import { decideDraft, TaskDraft } from './task-draft.ts'

/** Makes a task from clauses; it reaches nobody before it is published. */
export const draftTask = command({
  permission: 'tasks.draft-task',
  input: z.strictObject({ workPlanId: WorkPlanId, draft: TaskDraft }),
  output: z.strictObject({ taskId: TaskId }),
  target: associationOfPlan,
  run: async ({ db, input, actor, today, now, newId, note }) => {
    const task: Task = {
      id: newId<TaskId>(),
      workPlanId: input.workPlanId,
      ...input.draft,
      state: 'draft',
      rev: 1,
      publishedAt: null,
    }
    await insertTask(db, accept(await decideDraft(db, task, today)), { personId: actor.personId, at: now })
    note({ taskId: task.id })
    return { taskId: task.id }
  },
})
