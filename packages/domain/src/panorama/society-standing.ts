import { z } from 'zod'
import type { LocalDate } from '../access/time.ts'
import { isOverdue, type Assignment, type AssignmentState } from '../tasks/assignment.ts'

/** How a society stands with the year's work, in one word; the first that applies, from the most pressing on. */
export const SocietyStanding = z.enum(['overdue', 'returned', 'toAccept', 'working', 'waiting', 'done', 'nothing'])
export type SocietyStanding = z.infer<typeof SocietyStanding>

/** How somebody stands with a course that a task asks for: `notPassed` is learning and not begun together. */
export const LearningStanding = z.enum(['passed', 'notPassed', 'learning', 'notBegun'])
export type LearningStanding = z.infer<typeof LearningStanding>

/** A number of assignments in one state; `overdue` of them are past their day and still to be done. */
export interface WorkCount {
  readonly state: AssignmentState
  readonly count: number
  readonly overdue: number
}

/** The figures of some assignments together. `open` is all that a society still has to do. */
export interface WorkSum {
  readonly total: number
  readonly assigned: number
  readonly accepted: number
  readonly submitted: number
  readonly returned: number
  readonly closed: number
  readonly overdue: number
}

/** What one assignment adds to a count. */
export function countOf(assignment: Pick<Assignment, 'state' | 'dueOn'>, today: LocalDate): WorkCount {
  return { state: assignment.state, count: 1, overdue: isOverdue(assignment, today) ? 1 : 0 }
}

/** Adds up counts. What was withdrawn counts nowhere. */
export function sumWork(counts: readonly WorkCount[]): WorkSum {
  const sum = { total: 0, assigned: 0, accepted: 0, submitted: 0, returned: 0, closed: 0, overdue: 0 }
  for (const { state, count, overdue } of counts) {
    if (state === 'withdrawn') continue
    sum[state] += count
    sum.total += count
    sum.overdue += overdue
  }
  return sum
}

/** What stands against a society most: work past its day before work returned, that before work not yet begun. */
export function standingOf(work: WorkSum): SocietyStanding {
  if (work.total === 0) return 'nothing'
  if (work.overdue > 0) return 'overdue'
  if (work.returned > 0) return 'returned'
  if (work.assigned > 0) return 'toAccept'
  if (work.accepted > 0) return 'working'
  return work.submitted > 0 ? 'waiting' : 'done'
}
