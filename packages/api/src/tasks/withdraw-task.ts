import { z } from 'zod'
import { TaskId, withdrawTask as decide, type TaskWithdrawn } from '@dangjian/domain/tasks'
import { saveAssignment } from '@dangjian/db/tasks/assignment-store'
import { listAssignmentsGiven } from '@dangjian/db/tasks/task-assignment-store'
import { findTask, saveTask } from '@dangjian/db/tasks/task-store'
import { accept, command, notFound } from '../trpc.ts'
import { tellAll } from './give-out.ts'
import { associationOfTask, refuseTaskEdited } from './plan-target.ts'

/** Takes a task back from all societies; what is closed stays as it was. */
export const withdrawTask = command({
  permission: 'tasks.withdraw-task',
  input: z.strictObject({ taskId: TaskId, rev: z.int(), text: z.string().trim().max(500) }),
  output: z.strictObject({ rev: z.int(), withdrawn: z.int() }),
  target: associationOfTask,
  run: async (args) => {
    const { db, input, actor, now, emit, note } = args
    const found = (await findTask(db, input.taskId)) ?? notFound()
    if (found.rev !== input.rev) await refuseTaskEdited(db, found.id)
    const { task, withdrawn } = accept(decide(found, await listAssignmentsGiven(db, found.id), now))
    if (!(await saveTask(db, task, { personId: actor.personId, at: now }))) await refuseTaskEdited(db, task.id)
    for (const assignment of withdrawn) await saveAssignment(db, assignment)
    await tellAll(args, withdrawn, 'withdrawn', input.text)
    const event: TaskWithdrawn = { type: 'task-withdrawn', taskId: task.id, societyIds: null }
    emit(event)
    note({ taskId: task.id, withdrawn: withdrawn.length })
    return { rev: task.rev, withdrawn: withdrawn.length }
  },
})
