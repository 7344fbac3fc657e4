import { addDays, type LocalDate } from '../access/time.ts'
import { DUE_SOON_DAYS, type AssignmentState } from './assignment.ts'

/** Which assignments a list shows. */
export interface DeskList {
  readonly state?: AssignmentState
  readonly overdue?: true
  readonly ready?: true
  readonly dueFrom?: LocalDate
  readonly dueTo?: LocalDate
}

export type DeskCount = 'toAccept' | 'returned' | 'overdue' | 'dueSoon' | 'ready' | 'submitted'

/** The list behind each number on the desk: the server counts it, and the number leads to it. */
export function deskLists(today: LocalDate): Readonly<Record<DeskCount, DeskList>> {
  return {
    toAccept: { state: 'assigned' },
    returned: { state: 'returned' },
    overdue: { overdue: true },
    dueSoon: { state: 'accepted', dueFrom: today, dueTo: addDays(today, DUE_SOON_DAYS) },
    ready: { ready: true },
    submitted: { state: 'submitted' },
  }
}
