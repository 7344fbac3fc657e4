import { z } from 'zod'
import { Instant, LocalDate } from '@dangjian/domain/access'
import {
  AssignmentState,
  Audience,
  ClauseId,
  EvidenceRequirement,
  TaskId,
  TaskKind,
  TaskCourseId,
  TaskState,
  TaskTraining,
  type Task,
} from '@dangjian/domain/tasks'
import type { Db } from '@dangjian/db/database'
import { findCourseNamed } from '../published-course.ts'

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

/** The course that answers a task, by its name. */
export const CourseShown = z.strictObject({ id: TaskCourseId, title: z.string() })

export async function courseShown(db: Db, training: Task['training']): Promise<z.infer<typeof CourseShown> | null> {
  const course = training && (await findCourseNamed(db, training.courseId))
  return course ? { id: course.id, title: course.title } : null
}
