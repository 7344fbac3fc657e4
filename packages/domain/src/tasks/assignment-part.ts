import { z } from 'zod'
import { allow, refuse, type Decision } from '../access/decision.ts'
import { idSchema, PersonId, UnitId } from '../access/id.ts'
import { Instant, LocalDate } from '../access/time.ts'
import { AssignmentId, isOpen, type Assignment } from './assignment.ts'

export const AssignmentPartId = idSchema('AssignmentPartId')
export type AssignmentPartId = z.infer<typeof AssignmentPartId>

export const PartState = z.enum(['given', 'done', 'returned', 'accepted', 'withdrawn'])
export type PartState = z.infer<typeof PartState>
export const PartAction = z.enum(['finish', 'return', 'accept', 'withdraw'])
export type PartAction = z.infer<typeof PartAction>

/** The life of a part: given to a unit below, done there, and accepted or returned by the society, which may take it back. */
export const partLifecycle: Readonly<Record<PartState, Readonly<Partial<Record<PartAction, PartState>>>>> = {
  given: { finish: 'done', withdraw: 'withdrawn' },
  done: { accept: 'accepted', return: 'returned' },
  returned: { finish: 'done', withdraw: 'withdrawn' },
  accepted: {},
  withdrawn: {},
}

/** A piece of an assignment that a unit beneath the society does (分解). */
export const AssignmentPart = z.strictObject({
  id: AssignmentPartId,
  assignmentId: AssignmentId,
  unitId: UnitId,
  personId: PersonId.nullable(),
  title: z.string().trim().min(2).max(200),
  dueOn: LocalDate,
  state: PartState,
  /** What the unit said when it was done. */
  report: z.string().max(4000),
  movedAt: Instant,
})
export type AssignmentPart = z.infer<typeof AssignmentPart>

export type PartRefusal =
  | 'part-due-after-assignment'
  | 'part-due-in-past'
  | 'part-unit-not-beneath'
  | 'part-person-not-in-unit'
  | 'part-step-not-possible'
  | 'part-assignment-not-open'
  | 'part-report-missing'
  | 'part-reason-missing'

/** Gives a part of an assignment to a unit beneath the society, to be done by the assignment's own day at the latest. */
export function breakDown(
  assignment: Assignment,
  part: AssignmentPart,
  facts: { readonly isBeneath: boolean; readonly personBelongs: boolean; readonly today: LocalDate },
): Decision<AssignmentPart, PartRefusal> {
  if (!isOpen(assignment)) return refuse('part-assignment-not-open')
  if (!facts.isBeneath) return refuse('part-unit-not-beneath')
  if (!facts.personBelongs) return refuse('part-person-not-in-unit')
  if (part.dueOn < facts.today) return refuse('part-due-in-past', { date: part.dueOn })
  if (part.dueOn > assignment.dueOn) return refuse('part-due-after-assignment', { date: assignment.dueOn })
  return allow(part)
}

/** Whether a part still stands in the way of submitting the assignment. */
export function isPartOpen(part: Pick<AssignmentPart, 'state'>): boolean {
  return part.state !== 'accepted' && part.state !== 'withdrawn'
}

/** Whether the unit that a part was given to has still to do it. */
export function isPartToDo(part: Pick<AssignmentPart, 'state'>): boolean {
  return part.state === 'given' || part.state === 'returned'
}

/** Takes a part one step further, while the assignment that it belongs to is in work. */
export function stepPart(
  assignment: Pick<Assignment, 'state'>,
  part: AssignmentPart,
  action: PartAction,
  now: Instant,
): Decision<AssignmentPart, PartRefusal> {
  if (!isOpen(assignment)) return refuse('part-assignment-not-open')
  const next = partLifecycle[part.state][action]
  return next ? allow({ ...part, state: next, movedAt: now }) : refuse('part-step-not-possible')
}

/** Says that a part is done, and what was done. */
export function finishPart(
  assignment: Pick<Assignment, 'state'>,
  part: AssignmentPart,
  report: string,
  now: Instant,
): Decision<AssignmentPart, PartRefusal> {
  if (report.trim() === '') return refuse('part-report-missing')
  return stepPart(assignment, { ...part, report: report.trim() }, 'finish', now)
}

/** Gives a part back to its unit with what to mend. */
export function returnPart(
  assignment: Pick<Assignment, 'state'>,
  part: AssignmentPart,
  reason: string,
  now: Instant,
): Decision<AssignmentPart, PartRefusal> {
  if (reason.trim() === '') return refuse('part-reason-missing')
  return stepPart(assignment, part, 'return', now)
}
