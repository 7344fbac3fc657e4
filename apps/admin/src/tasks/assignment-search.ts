import { societyCategoryWords, type SocietyCategory } from '@dangjian/domain/organisation'
import {
  assignmentStateWords,
  taskKindWords,
  type AssignmentId,
  type AssignmentState,
  type TaskKind,
} from '@dangjian/domain/tasks'
import { dayOf, flagOf, idOf, searchOf, termOf, yearOf, type Address } from '@dangjian/door/address'

/** What the address of the list holds, so that a link shows a colleague the same. */
export interface AssignmentSearch {
  readonly state?: AssignmentState | undefined
  readonly overdue?: true | undefined
  /** Could be submitted as it is. */
  readonly ready?: true | undefined
  /** The year of the plan that asks for it; without one, the year that the desk shows. */
  readonly year?: number | 'all' | undefined
  /** With what is closed and withdrawn. */
  readonly all?: true | undefined
  readonly kind?: TaskKind | undefined
  readonly category?: SocietyCategory | undefined
  readonly dueFrom?: string | undefined
  readonly dueTo?: string | undefined
  readonly search?: string | undefined
}

export function assignmentSearch(address: Address): AssignmentSearch {
  return {
    state: termOf(assignmentStateWords, address.state),
    overdue: flagOf(address.overdue),
    ready: flagOf(address.ready),
    year: address.year === 'all' ? 'all' : yearOf(address.year),
    all: flagOf(address.all),
    kind: termOf(taskKindWords, address.kind),
    category: termOf(societyCategoryWords, address.category),
    dueFrom: dayOf(address.dueFrom),
    dueTo: dayOf(address.dueTo),
    search: searchOf(address.search),
  }
}

/** The review queue: which piece of work is open. */
export function reviewSearch(address: Address): { open?: AssignmentId | undefined } {
  return { open: idOf(address.open) }
}

/** Parts: those in one state of affairs, or those that are accepted as well. */
export interface PartSearch {
  readonly all?: true | undefined
  readonly waiting?: 'toDo' | 'toConfirm' | undefined
}

export function partSearch(address: Address): PartSearch {
  const { waiting } = address
  return {
    all: flagOf(address.all),
    waiting: waiting === 'toDo' || waiting === 'toConfirm' ? waiting : undefined,
  }
}
