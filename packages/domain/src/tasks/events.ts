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
      taskTitle: z.string(),
      /** The clauses that the task answers, with their items: by them a learner is told why a course is asked. */
      clauses: z.array(z.object({ itemNumber: z.int(), itemTitle: z.string(), clauseText: z.string() })).min(1),
      dueOn: LocalDate,
      training: TaskTraining.nullable(),
      societyIds: z.array(UnitId),
    }),
  ),
})
export type WorkPlanPublished = z.infer<typeof WorkPlanPublished>

/** A task's day was put off, for all of its societies or for some. */
export const TaskExtended = z.object({
  type: z.literal('task-extended'),
  taskId: TaskId,
  dueOn: LocalDate,
  /** Null for all of them. */
  societyIds: z.array(UnitId).nullable(),
})
export type TaskExtended = z.infer<typeof TaskExtended>

/** A task was taken back, for all of its societies or for some. */
export const TaskWithdrawn = z.object({
  type: z.literal('task-withdrawn'),
  taskId: TaskId,
  /** Null for all of them. */
  societyIds: z.array(UnitId).nullable(),
})
export type TaskWithdrawn = z.infer<typeof TaskWithdrawn>
