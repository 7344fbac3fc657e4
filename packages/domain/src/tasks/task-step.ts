import { allow, refuse, type Decision } from '../access/decision.ts'
import type { Instant, LocalDate } from '../access/time.ts'
import { isToDo, stepAssignment, type Assignment, type AssignmentRefusal } from './assignment.ts'
import type { Task, TaskRefusal } from './task.ts'

/** Gives a draft out. A day that has passed meanwhile, or nobody to do it, holds the whole back. */
export function publishTask(task: Task, reached: number, today: LocalDate, now: Instant): Decision<Task, TaskRefusal> {
  if (task.state !== 'draft') return refuse('task-not-a-draft')
  if (task.dueOn < today) return refuse('task-due-in-past', { date: task.dueOn })
  if (reached === 0) return refuse('task-reaches-nobody', { title: task.title })
  return allow({ ...task, state: 'published', publishedAt: now, rev: task.rev + 1 })
}

/** Takes a task back from all: what is not closed ends as withdrawn, what is closed stays as it was. */
export function withdrawTask(
  task: Task,
  assignments: readonly Assignment[],
  now: Instant,
): Decision<{ task: Task; withdrawn: Assignment[] }, TaskRefusal> {
  if (task.state !== 'published') return refuse('task-not-published')
  const withdrawn = assignments.flatMap((assignment) => {
    const step = stepAssignment(assignment, 'withdraw', now)
    return step.ok ? [step.value] : []
  })
  return allow({ task: { ...task, state: 'withdrawn', rev: task.rev + 1 }, withdrawn })
}

/** Those of the chosen that a reminder is for: whoever has submitted waits for us, not we for them. */
export function remindedOf(assignments: readonly Assignment[]): Decision<Assignment[], TaskRefusal> {
  const reminded = assignments.filter(isToDo)
  return reminded.length > 0 ? allow(reminded) : refuse('task-reminds-nobody')
}

/** Puts one society's work off to a later day. Its step stays the same, and with it its revision. */
export function extendAssignment(
  assignment: Assignment,
  dueOn: LocalDate,
  today: LocalDate,
): Decision<Assignment, TaskRefusal | AssignmentRefusal> {
  if (!isToDo(assignment)) return refuse('assignment-step-not-possible')
  if (dueOn < today) return refuse('task-due-in-past', { date: dueOn })
  if (dueOn <= assignment.dueOn) return refuse('task-due-not-later', { date: assignment.dueOn })
  return allow({ ...assignment, dueOn })
}

/** Gives withdrawn work to its society again, from the beginning; what happened before stays on its timeline. */
export function reopenAssignment(
  assignment: Assignment,
  dueOn: LocalDate,
  now: Instant,
): Decision<Assignment, AssignmentRefusal> {
  if (assignment.state !== 'withdrawn') return refuse('assignment-step-not-possible')
  return allow({ ...assignment, state: 'assigned', dueOn, rev: assignment.rev + 1, stateAt: now, movedAt: now })
}
