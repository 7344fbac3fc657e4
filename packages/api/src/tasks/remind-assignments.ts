import { z } from 'zod'
import { remindedOf, TaskId } from '@dangjian/domain/tasks'
import { accept, command } from '../trpc.ts'
import { ChosenIds, findChosen } from './chosen-assignments.ts'
import { tellAll } from './give-out.ts'
import { associationOfTask } from './plan-target.ts'

/** Reminds the chosen societies that still have something to do; it stands on their desks and timelines. */
export const remindAssignments = command({
  permission: 'tasks.remind-assignments',
  input: z.strictObject({ taskId: TaskId, assignmentIds: ChosenIds, text: z.string().trim().max(500) }),
  output: z.strictObject({ reminded: z.int() }),
  target: associationOfTask,
  run: async (args) => {
    const { db, input, note } = args
    const reminded = accept(remindedOf(await findChosen(db, input.taskId, input.assignmentIds)))
    await tellAll(args, reminded, 'reminded', input.text)
    note({ taskId: input.taskId, reminded: reminded.length })
    return { reminded: reminded.length }
  },
})
