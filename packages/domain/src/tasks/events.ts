import { z } from 'zod'
import { UnitId } from '../access/id.ts'
import { LocalDate } from '../access/time.ts'
import { TaskId, TaskTraining } from './task.ts'
import { WorkPlanId } from './work-plan.ts'

/** Tasks went out to societies. */
export const WorkPlanPublished = z.object({
  type: z.literal('work-plan-published'),
  workPlanId: WorkPlanId,
  tasks: z.array(
    z.object({
      taskId: TaskId,
      dueOn: LocalDate,
      training: TaskTraining.nullable(),
      societyIds: z.array(UnitId),
    }),
  ),
})
export type WorkPlanPublished = z.infer<typeof WorkPlanPublished>

/** A task's day was put off. */
export const TaskExtended = z.object({ type: z.literal('task-extended'), taskId: TaskId, dueOn: LocalDate })
export type TaskExtended = z.infer<typeof TaskExtended>
