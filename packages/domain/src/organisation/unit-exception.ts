import { z } from 'zod'
import { allow, refuse, type Decision, type Warning } from '../access/decision.ts'
import type { FileId } from '../access/id.ts'
import type { LocalDate } from '../access/time.ts'
import type { UnitWarning } from './unit-warning.ts'

/** Warnings that the superior may approve to stand: form and size, and an election that is held late or early. */
export const ApprovableWarning = z.enum([
  'too-few-members-for-form',
  'too-many-members-for-form',
  'committee-below-size',
  'committee-above-size',
  'election-due',
  'election-overdue',
  'society-committee-below-size',
  'society-committee-above-size',
  'society-term-due',
  'society-term-over',
])
export type ApprovableWarning = z.infer<typeof ApprovableWarning>

/** What the superior approved to be otherwise than a rule has it: on which day, until when, on which paper. */
export interface UnitException {
  readonly warning: ApprovableWarning
  readonly approvedOn: LocalDate
  readonly untilOn: LocalDate | null
  readonly documentNo: string | null
  readonly documentFileId: FileId | null
}

export type UnitExceptionRefusal =
  | 'exception-in-future'
  | 'exception-document-missing'
  | 'exception-ends-before-it-begins'
  | 'exception-needs-end'

/** Takes an approval down. It needs its paper; that of a late election needs the day until which it may wait. */
export function approveException(
  exception: UnitException,
  today: LocalDate,
): Decision<UnitException, UnitExceptionRefusal> {
  if (exception.approvedOn > today) return refuse('exception-in-future', { date: exception.approvedOn })
  if (!exception.documentNo && !exception.documentFileId) return refuse('exception-document-missing')
  if (exception.untilOn !== null && exception.untilOn < exception.approvedOn)
    return refuse('exception-ends-before-it-begins')
  if (isOfElection(exception.warning) && exception.untilOn === null) return refuse('exception-needs-end')
  return allow(exception)
}

/** The approval that covers a warning on a day, if there is one: that of a late election covers 'due' and 'overdue' alike. */
export function exceptionFor<T extends UnitException>(
  warning: Warning<UnitWarning>,
  exceptions: readonly T[],
  facts: { readonly today: LocalDate; readonly electedOn: LocalDate | null },
): T | null {
  const covers = (exception: T): boolean => {
    if (exception.untilOn !== null && exception.untilOn < facts.today) return false
    if (!isOfElection(exception.warning)) return exception.warning === warning.warning
    return isOfElection(warning.warning) && isOfTerm(exception, facts.electedOn)
  }
  return latest(exceptions.filter(covers))
}

/**
 * The approval that moved the election of the present term, later or earlier: its last day is when the election is due.
 * Where there are several the latest holds.
 */
export function movedElection<T extends UnitException>(
  exceptions: readonly T[],
  electedOn: LocalDate | null,
): T | null {
  const moves = (exception: T): boolean =>
    isOfElection(exception.warning) && exception.untilOn !== null && isOfTerm(exception, electedOn)
  return latest(exceptions.filter(moves))
}

/** An election held since has begun a new term, for which the approval says nothing. */
function isOfTerm(exception: UnitException, electedOn: LocalDate | null): boolean {
  return electedOn === null || electedOn <= exception.approvedOn
}

function latest<T extends UnitException>(exceptions: readonly T[]): T | null {
  return exceptions.toSorted((a, b) => (a.approvedOn < b.approvedOn ? 1 : -1))[0] ?? null
}

const ELECTION_WARNINGS: readonly UnitWarning[] = [
  'election-due',
  'election-overdue',
  'society-term-due',
  'society-term-over',
]

/** Whether a warning is of an election that is due or late: its approval moves the day. */
export function isOfElection(warning: UnitWarning): boolean {
  return ELECTION_WARNINGS.includes(warning)
}
