import { z } from 'zod'
import { TaskId } from '@dangjian/domain/tasks'
import { findTask, saveTask } from '@dangjian/db/tasks/task-store'
import { accept, command, notFound } from '../trpc.ts'
import { associationOfTask, refuseTaskEdited } from './plan-target.ts'
import { decideDraft, TaskDraft } from './task-draft.ts'

/** Changes a draft. What has gone out can be put off or withdrawn, and stays otherwise. */
export const changeTask = command({
  permission: 'tasks.change-task',
  input: z.strictObject({ taskId: TaskId, rev: z.int(), draft: TaskDraft }),
  output: z.strictObject({ rev: z.int() }),
  target: associationOfTask,
  run: async ({ db, input, actor, today, now, note }) => {
    const task = (await findTask(db, input.taskId)) ?? notFound()
    if (task.rev !== input.rev) await refuseTaskEdited(db, task.id)
    const changed = accept(await decideDraft(db, { ...task, ...input.draft, rev: task.rev + 1 }, today))
    if (!(await saveTask(db, changed, { personId: actor.personId, at: now }))) await refuseTaskEdited(db, task.id)
    note({ taskId: task.id })
    return { rev: changed.rev }
  },
})
