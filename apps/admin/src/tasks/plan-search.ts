import { societyCategoryWords, type SocietyCategory } from '@dangjian/domain/organisation'
import { assignmentStateWords, type AssignmentState, type ClauseId } from '@dangjian/domain/tasks'
import { flagOf, idOf, termOf, type Address } from '@dangjian/door/address'

/** The plan editor: which clauses are shown, and at which one it opens. */
export interface PlanSearch {
  readonly unanswered?: true | undefined
  readonly at?: ClauseId | undefined
}

export function planSearch(address: Address): PlanSearch {
  return { unanswered: flagOf(address.unanswered), at: idOf(address.at) }
}

/** A new task: the clause that it begins with. */
export function newTaskSearch(address: Address): { clause?: ClauseId | undefined } {
  return { clause: idOf(address.clause) }
}

/** A task's page: which of its societies are listed. */
export interface TaskSearch {
  readonly state?: AssignmentState | undefined
  readonly category?: SocietyCategory | undefined
  readonly overdue?: true | undefined
}

export function taskSearch(address: Address): TaskSearch {
  return {
    state: termOf(assignmentStateWords, address.state),
    category: termOf(societyCategoryWords, address.category),
    overdue: flagOf(address.overdue),
  }
}
