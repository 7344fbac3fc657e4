import { z } from 'zod'
import { Instant, LocalDate } from '@dangjian/domain/access'
import {
  AssignmentState,
  Audience,
  ClauseId,
  EvidenceRequirement,
  TaskId,
  TaskKind,
  TaskState,
  TaskTraining,
  type Task,
} from '@dangjian/domain/tasks'

/** A task as its plan's people see it. */
export const TaskShown = z.strictObject({
  id: TaskId,
  title: z.string(),
  kind: TaskKind,
  clauseIds: z.array(ClauseId),
  audience: Audience,
  dueOn: LocalDate,
  evidence: z.array(EvidenceRequirement),
  training: TaskTraining.nullable(),
  state: TaskState,
  rev: z.int(),
  publishedAt: Instant.nullable(),
})

export function taskShown({ workPlanId: _, ...task }: Task): z.infer<typeof TaskShown> {
  return task
}

/** How many of a task's assignments are in a state. */
export const StateCount = z.strictObject({ state: AssignmentState, count: z.int(), overdue: z.int() })
