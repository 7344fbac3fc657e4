import { z } from 'zod'
import { TaskId } from '@dangjian/domain/tasks'
import { deleteTask, findTask } from '@dangjian/db/tasks/task-store'
import { command, notFound, refuseWith } from '../trpc.ts'
import { associationOfTask, refuseTaskEdited } from './plan-target.ts'

/** Drops a draft; it never reached anybody. */
export const dropTask = command({
  permission: 'tasks.drop-task',
  input: z.strictObject({ taskId: TaskId, rev: z.int() }),
  output: z.strictObject({}),
  target: associationOfTask,
  run: async ({ db, input, note }) => {
    const task = (await findTask(db, input.taskId)) ?? notFound()
    if (task.state !== 'draft') refuseWith('task-not-a-draft')
    if (task.rev !== input.rev) await refuseTaskEdited(db, task.id)
    await deleteTask(db, task.id)
    note({ taskId: task.id, workPlanId: task.workPlanId })
    return {}
  },
})
