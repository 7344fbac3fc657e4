import { z } from 'zod'
import { LocalDate } from '@dangjian/domain/access'
import { extendAssignment, TaskId, type TaskExtended } from '@dangjian/domain/tasks'
import { saveAssignmentsDue } from '@dangjian/db/tasks/task-assignment-store'
import { accept, command } from '../trpc.ts'
import { ChosenIds, findChosen } from './chosen-assignments.ts'
import { tellAll } from './give-out.ts'
import { associationOfTask } from './plan-target.ts'

/** Puts the work of some societies off; the task's own day stays. */
export const extendAssignments = command({
  permission: 'tasks.extend-assignments',
  input: z.strictObject({
    taskId: TaskId,
    assignmentIds: ChosenIds,
    dueOn: LocalDate,
    text: z.string().trim().max(500),
  }),
  output: z.strictObject({ extended: z.int() }),
  target: associationOfTask,
  run: async (args) => {
    const { db, input, today, emit, note } = args
    const { taskId, dueOn } = input
    const chosen = await findChosen(db, taskId, input.assignmentIds)
    const extended = chosen.map((assignment) => accept(extendAssignment(assignment, dueOn, today)))
    await saveAssignmentsDue(
      db,
      extended.map(({ id }) => id),
      dueOn,
    )
    await tellAll(args, extended, 'extended', input.text, { dueOn })
    const societyIds = extended.map(({ unitId }) => unitId)
    const event: TaskExtended = { type: 'task-extended', taskId, dueOn, societyIds }
    emit(event)
    note({ taskId, dueOn, extended: extended.length })
    return { extended: extended.length }
  },
})
