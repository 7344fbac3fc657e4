import { z } from 'zod'
import { LocalDate } from '@dangjian/domain/access'
import { extendTask as decide, TaskId, type TaskExtended } from '@dangjian/domain/tasks'
import { saveAssignmentsDueOn } from '@dangjian/db/tasks/assignment-store'
import { findTask, saveTask } from '@dangjian/db/tasks/task-store'
import { accept, command, notFound } from '../trpc.ts'
import { tellAll } from './give-out.ts'
import { associationOfTask, refuseTaskEdited } from './plan-target.ts'

/** Puts a task off for all societies that still have something to do. */
export const extendTask = command({
  permission: 'tasks.extend-task',
  input: z.strictObject({ taskId: TaskId, rev: z.int(), dueOn: LocalDate, text: z.string().trim().max(500) }),
  output: z.strictObject({ rev: z.int(), extended: z.int() }),
  target: associationOfTask,
  run: async (args) => {
    const { db, input, actor, now, today, emit, note } = args
    const task = (await findTask(db, input.taskId)) ?? notFound()
    if (task.rev !== input.rev) await refuseTaskEdited(db, task.id)
    const extended = accept(decide(task, input.dueOn, today))
    if (!(await saveTask(db, extended, { personId: actor.personId, at: now }))) await refuseTaskEdited(db, task.id)
    const ids = await saveAssignmentsDueOn(db, task.id, input.dueOn)
    await tellAll(
      args,
      ids.map((id) => ({ id })),
      'extended',
      input.text,
      { dueOn: input.dueOn },
    )
    const event: TaskExtended = { type: 'task-extended', taskId: task.id, dueOn: input.dueOn, societyIds: null }
    emit(event)
    note({ taskId: task.id, dueOn: input.dueOn, extended: ids.length })
    return { rev: extended.rev, extended: ids.length }
  },
})
