import { societyCategoryWords, type SocietyCategory } from '@dangjian/domain/organisation'
import {
  assignmentStateWords,
  taskKindWords,
  type AssignmentId,
  type AssignmentState,
  type TaskKind,
} from '@dangjian/domain/tasks'

/** What the address of the list holds, so that a link shows a colleague the same. */
export interface AssignmentSearch {
  readonly state?: AssignmentState | undefined
  readonly overdue?: true | undefined
  /** Could be submitted as it is. */
  readonly ready?: true | undefined
  /** The year of the plan that asks for it. */
  readonly year?: number | undefined
  /** With what is closed and withdrawn. */
  readonly all?: true | undefined
  readonly kind?: TaskKind | undefined
  readonly category?: SocietyCategory | undefined
  readonly dueFrom?: string | undefined
  readonly dueTo?: string | undefined
  readonly search?: string | undefined
}

/** An address as somebody typed it: what does not fit is left out. No schema, since the router needs this at once. */
type Address = Readonly<Record<string, unknown>>

function termOf<K extends string>(words: { readonly en: Readonly<Record<K, string>> }, value: unknown): K | undefined {
  return typeof value === 'string' && Object.hasOwn(words.en, value) ? (value as K) : undefined
}

function textOf(value: unknown, shape: RegExp): string | undefined {
  return typeof value === 'string' && shape.test(value) ? value : undefined
}

function yearOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 2000 && value <= 2100 ? value : undefined
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

export function assignmentSearch(address: Address): AssignmentSearch {
  return {
    state: termOf(assignmentStateWords, address.state),
    overdue: address.overdue === true || undefined,
    ready: address.ready === true || undefined,
    year: yearOf(address.year),
    all: address.all === true || undefined,
    kind: termOf(taskKindWords, address.kind),
    category: termOf(societyCategoryWords, address.category),
    dueFrom: textOf(address.dueFrom, DAY),
    dueTo: textOf(address.dueTo, DAY),
    search: textOf(address.search, /^.{1,100}$/),
  }
}

/** The review queue: which piece of work is open. */
export function reviewSearch(address: Address): { open?: AssignmentId | undefined } {
  return { open: textOf(address.open, /^[0-9a-f-]{36}$/) as AssignmentId | undefined }
}

/** Parts: those in one state of affairs, or those that are accepted as well. */
export interface PartSearch {
  readonly all?: true | undefined
  readonly waiting?: 'toDo' | 'toConfirm' | undefined
}

export function partSearch(address: Address): PartSearch {
  const { waiting } = address
  return {
    all: address.all === true || undefined,
    waiting: waiting === 'toDo' || waiting === 'toConfirm' ? waiting : undefined,
  }
}
