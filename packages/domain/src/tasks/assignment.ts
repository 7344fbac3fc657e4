import { z } from 'zod'
import { allow, refuse, type Decision } from '../access/decision.ts'
import { idSchema, UnitId } from '../access/id.ts'
import { Instant, LocalDate } from '../access/time.ts'
import { TaskId } from './task.ts'

export const AssignmentId = idSchema('AssignmentId')
export type AssignmentId = z.infer<typeof AssignmentId>

export const AssignmentState = z.enum(['assigned', 'accepted', 'submitted', 'returned', 'closed', 'withdrawn'])
export type AssignmentState = z.infer<typeof AssignmentState>
export const AssignmentAction = z.enum(['accept', 'submit', 'recall', 'return', 'close', 'withdraw'])
export type AssignmentAction = z.infer<typeof AssignmentAction>

/** The life of an assignment. Overdue and waiting are read from dates and never stored. Closed work stays as it was. */
export const assignmentLifecycle: Readonly<
  Record<AssignmentState, Readonly<Partial<Record<AssignmentAction, AssignmentState>>>>
> = {
  assigned: { accept: 'accepted', withdraw: 'withdrawn' },
  accepted: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { return: 'returned', close: 'closed', recall: 'accepted', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  closed: {},
  withdrawn: {},
}

/**
 * Whether a society is still to do something in a state: so that a past day makes it overdue, a reminder means
 * something to it and a later day helps it. The one table for rules, queries and screens.
 */
const toDo: Readonly<Record<AssignmentState, boolean>> = {
  assigned: true,
  accepted: true,
  submitted: false,
  returned: true,
  closed: false,
  withdrawn: false,
}
/** States in which an assignment is still to be done. */
export const toDoStates: readonly AssignmentState[] = AssignmentState.options.filter((state) => toDo[state])

/** Whether a society is still to do something. */
export function isToDo(assignment: { readonly state: AssignmentState }): boolean {
  return toDo[assignment.state]
}

/** A task as it was given to one society. */
export const Assignment = z.strictObject({
  id: AssignmentId,
  taskId: TaskId,
  unitId: UnitId,
  state: AssignmentState,
  dueOn: LocalDate,
  rev: z.int(),
  /** Since when it is in that state. */
  stateAt: Instant,
  /** The last time that anything happened to it. */
  movedAt: Instant,
})
export type Assignment = z.infer<typeof Assignment>

export type AssignmentRefusal =
  | 'assignment-step-not-possible'
  | 'assignment-not-open'
  | 'work-not-open'
  | 'evidence-missing'
  | 'parts-open'
  | 'training-not-met'
  | 'progress-not-reported'
  | 'unchanged-since-return'
  | 'reason-missing'
  | 'own-work-not-reviewed'

/** Gives a task to a society. */
export function openAssignment(given: {
  readonly id: AssignmentId
  readonly taskId: TaskId
  readonly unitId: UnitId
  readonly dueOn: LocalDate
  readonly now: Instant
}): Assignment {
  const { now, ...rest } = given
  return { ...rest, state: 'assigned', rev: 1, stateAt: now, movedAt: now }
}

/** Takes an assignment one step further. */
export function stepAssignment(
  assignment: Assignment,
  action: AssignmentAction,
  now: Instant,
): Decision<Assignment, AssignmentRefusal> {
  const next = assignmentLifecycle[assignment.state][action]
  if (!next) return refuse('assignment-step-not-possible')
  return allow({ ...assignment, state: next, rev: assignment.rev + 1, stateAt: now, movedAt: now })
}

/** Whether a society may still work on it: report, attach, break down. */
export function isOpen(assignment: Pick<Assignment, 'state'>): boolean {
  return assignment.state === 'accepted' || assignment.state === 'returned'
}

/** Whether progress may be reported now, and if not, why. */
export function canWorkOn(assignment: Pick<Assignment, 'state'>): Decision<true, AssignmentRefusal> {
  return isOpen(assignment) ? allow(true) : refuse('work-not-open')
}

/** What is due within so many days stands on the desk. (d) */
export const DUE_SOON_DAYS = 7

/** Past its day, which is a day of the field's own calendar, and still to be done. */
export function isOverdue(assignment: Pick<Assignment, 'state' | 'dueOn'>, today: LocalDate): boolean {
  return isToDo(assignment) && assignment.dueOn < today
}

/** Since when nothing about it may change any more: what it shows is shown as of then. Null while it may. */
export function settledAt(assignment: Pick<Assignment, 'state' | 'stateAt'>): Instant | null {
  return assignment.state === 'closed' || assignment.state === 'withdrawn' ? assignment.stateAt : null
}

/** How the training that a task asks for stands in a society. All figures are numbers of people. */
export interface TrainingStanding {
  readonly concerned: number
  readonly passed: number
  /** How many have to pass: the task's share of those concerned, rounded up. */
  readonly needed: number
}

export function trainingStanding(
  concerned: readonly string[],
  passed: ReadonlySet<string>,
  share: number,
): TrainingStanding {
  return {
    concerned: concerned.length,
    passed: concerned.filter((person) => passed.has(person)).length,
    needed: Math.ceil((concerned.length * share) / 100),
  }
}

/** Nobody concerned means that the rule cannot be met: somebody has to hold the post first. */
export function isTrainingMet(standing: TrainingStanding): boolean {
  return standing.concerned > 0 && standing.passed >= standing.needed
}

export interface SubmissionFacts {
  readonly missingEvidence: readonly string[]
  readonly openParts: number
  readonly training: TrainingStanding | null
  /** Nothing is asked for that could be counted, and the society has neither reported nor shown anything. */
  readonly reportMissing: boolean
  /** It came back, and nothing was done to it since. */
  readonly unchanged: boolean
}

/** Whether an assignment may be submitted, and what stands against it: the same answer on the button and on the server. */
export function canSubmitAssignment(
  assignment: Pick<Assignment, 'state'>,
  facts: SubmissionFacts,
): Decision<true, AssignmentRefusal> {
  if (!isOpen(assignment)) return refuse('assignment-not-open')
  if (facts.missingEvidence.length > 0) return refuse('evidence-missing', { labels: facts.missingEvidence.join('、') })
  if (facts.openParts > 0) return refuse('parts-open', { count: facts.openParts })
  if (facts.training && !isTrainingMet(facts.training)) return refuse('training-not-met', { ...facts.training })
  if (facts.reportMissing) return refuse('progress-not-reported')
  if (facts.unchanged) return refuse('unchanged-since-return')
  return allow(true)
}

/** Submits an assignment for review when nothing stands against it. */
export function submitAssignment(
  assignment: Assignment,
  facts: SubmissionFacts,
  now: Instant,
): Decision<Assignment, AssignmentRefusal> {
  const may = canSubmitAssignment(assignment, facts)
  return may.ok ? stepAssignment(assignment, 'submit', now) : may
}

/** The superior's word on submitted work: accepted and closed, or returned with what to mend. */
export type Review = { readonly verdict: 'close' } | { readonly verdict: 'return'; readonly reason: string }

/** Decides on submitted work. A return says why; and nobody reviews the work of a society that they belong to. */
export function reviewAssignment(
  assignment: Assignment,
  review: Review,
  facts: { readonly reviewerIsOfSociety: boolean },
  now: Instant,
): Decision<Assignment, AssignmentRefusal> {
  if (facts.reviewerIsOfSociety) return refuse('own-work-not-reviewed')
  if (review.verdict === 'return' && review.reason.trim() === '') return refuse('reason-missing')
  return stepAssignment(assignment, review.verdict, now)
}
