import { z } from 'zod'
import { UnitId } from '@dangjian/domain/access'
import { reopenAssignment, TaskId } from '@dangjian/domain/tasks'
import { listAssignmentsGiven } from '@dangjian/db/tasks/task-assignment-store'
import { listAudienceUnits } from '@dangjian/db/tasks/reach-store'
import { findTask } from '@dangjian/db/tasks/task-store'
import { accept, command, notFound, refuseWith } from '../trpc.ts'
import { saveStep } from './assignment-step.ts'
import { openAssignments, tellAll, workPlanPublished } from './give-out.ts'
import { associationOfTask } from './plan-target.ts'

/** Gives a published task to further societies, also to those from which it was taken back. */
export const giveTask = command({
  permission: 'tasks.give-task',
  input: z.strictObject({ taskId: TaskId, unitIds: z.array(UnitId).min(1).max(500) }),
  output: z.strictObject({ given: z.int() }),
  target: associationOfTask,
  run: async (args) => {
    const { db, input, now, today, emit, note } = args
    const task = (await findTask(db, input.taskId)) ?? notFound()
    if (task.state !== 'published') refuseWith('task-not-published')
    if (task.dueOn < today) refuseWith('task-due-in-past', { date: task.dueOn })
    const standing = new Map((await listAudienceUnits(db)).map((unit) => [unit.id, unit]))
    const before = new Map((await listAssignmentsGiven(db, task.id)).map((each) => [each.unitId, each]))
    const unitIds = [...new Set(input.unitIds)]
    for (const unitId of unitIds) {
      const unit = standing.get(unitId)
      if (unit?.kind !== 'society') notFound()
      const held = before.get(unitId)
      if (held && held.state !== 'withdrawn') refuseWith('task-given-already', { name: unit.name })
    }
    const again = unitIds.flatMap((unitId) => before.get(unitId) ?? [])
    const reopened = again.map((assignment) => accept(reopenAssignment(assignment, task.dueOn, now)))
    for (const assignment of reopened) await saveStep(db, assignment)
    await tellAll(args, reopened, 'opened')
    await openAssignments(
      args,
      task,
      unitIds.filter((unitId) => !before.has(unitId)),
    )
    emit(await workPlanPublished(db, task.workPlanId, [{ task, societyIds: unitIds }]))
    note({ taskId: task.id, given: unitIds.length })
    return { given: unitIds.length }
  },
})
