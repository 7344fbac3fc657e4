import { societyCategoryWords, type SocietyCategory } from '@dangjian/domain/organisation'
import { assignmentStateWords, type AssignmentState, type ClauseId } from '@dangjian/domain/tasks'

type Address = Readonly<Record<string, unknown>>

function termOf<K extends string>(words: { readonly en: Readonly<Record<K, string>> }, value: unknown): K | undefined {
  return typeof value === 'string' && Object.hasOwn(words.en, value) ? (value as K) : undefined
}

function clauseOf(value: unknown): ClauseId | undefined {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? (value as ClauseId) : undefined
}

/** The plan editor: which clauses are shown, and at which one it opens. */
export interface PlanSearch {
  readonly unanswered?: true | undefined
  readonly at?: ClauseId | undefined
}

export function planSearch(address: Address): PlanSearch {
  return { unanswered: address.unanswered === true || undefined, at: clauseOf(address.at) }
}

/** A new task: the clause that it begins with. */
export function newTaskSearch(address: Address): { clause?: ClauseId | undefined } {
  return { clause: clauseOf(address.clause) }
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
    overdue: address.overdue === true || undefined,
  }
}
