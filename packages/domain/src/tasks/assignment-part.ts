import { z } from 'zod'
import { allow, refuse, type Decision } from '../access/decision.ts'
import { idSchema, PersonId, UnitId } from '../access/id.ts'
import { Instant, LocalDate } from '../access/time.ts'
import { AssignmentId, isOpen, type Assignment } from './assignment.ts'

export const AssignmentPartId = idSchema('AssignmentPartId')
export type AssignmentPartId = z.infer<typeof AssignmentPartId>

export const PartState = z.enum(['given', 'done', 'returned', 'accepted'])
export type PartState = z.infer<typeof PartState>
export const PartAction = z.enum(['finish', 'return', 'accept'])
export type PartAction = z.infer<typeof PartAction>

/** The life of a part: given to a unit below, done there, and accepted or returned by the society. */
export const partLifecycle: Readonly<Record<PartState, Readonly<Partial<Record<PartAction, PartState>>>>> = {
  given: { finish: 'done' },
  done: { accept: 'accepted', return: 'returned' },
  returned: { finish: 'done' },
  accepted: {},
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

export function stepPart(
  part: AssignmentPart,
  action: PartAction,
  now: Instant,
): Decision<AssignmentPart, PartRefusal> {
  const next = partLifecycle[part.state][action]
  return next ? allow({ ...part, state: next, movedAt: now }) : refuse('part-step-not-possible')
}
