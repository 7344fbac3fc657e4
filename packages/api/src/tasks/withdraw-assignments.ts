import { z } from 'zod'
import { stepAssignment, TaskId, type TaskWithdrawn } from '@dangjian/domain/tasks'
import { accept, command } from '../trpc.ts'
import { saveStep } from './assignment-step.ts'
import { ChosenIds, findChosen } from './chosen-assignments.ts'
import { tellAll } from './give-out.ts'
import { associationOfTask } from './plan-target.ts'

/** Takes a task back from some societies. Closed work cannot be: one among the chosen holds the whole back. */
export const withdrawAssignments = command({
  permission: 'tasks.withdraw-assignments',
  input: z.strictObject({ taskId: TaskId, assignmentIds: ChosenIds, text: z.string().trim().max(500) }),
  output: z.strictObject({ withdrawn: z.int() }),
  target: associationOfTask,
  run: async (args) => {
    const { db, input, now, emit, note } = args
    const chosen = await findChosen(db, input.taskId, input.assignmentIds)
    const withdrawn = chosen.map((assignment) => accept(stepAssignment(assignment, 'withdraw', now)))
    for (const assignment of withdrawn) await saveStep(db, assignment)
    await tellAll(args, withdrawn, 'withdrawn', input.text)
    const societyIds = withdrawn.map(({ unitId }) => unitId)
    const event: TaskWithdrawn = { type: 'task-withdrawn', taskId: input.taskId, societyIds }
    emit(event)
    note({ taskId: input.taskId, withdrawn: withdrawn.length })
    return { withdrawn: withdrawn.length }
  },
})
