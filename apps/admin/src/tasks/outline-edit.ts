import {
  dropClause,
  joinClause,
  lowerItem,
  lowerSection,
  moveClause,
  raiseClause,
  raiseItem,
  splitClause,
  type ClauseId,
  type PlanOutline,
} from '@dangjian/domain/tasks'
import { itemKey, sectionKey, type OutlineRow } from './outline-rows.ts'

export type OutlineAct = 'split' | 'join' | 'raise' | 'lower' | 'up' | 'down' | 'drop'
/** Why an act cannot be done: a key of the phrases under `reason`. */
export type OutlineReason = 'nothing' | 'choose' | 'noPlace' | 'hasTasks' | 'first' | 'clauseOnly' | 'firstOfItem'
export type OutlineEdit = { readonly outline: PlanOutline; readonly focus: string } | { readonly reason: OutlineReason }

interface EditArgs {
  readonly outline: PlanOutline
  readonly source: string
  readonly row: OutlineRow | undefined
  readonly caret: number | null
  /** Clauses that tasks answer: they stay. */
  readonly answered: (id: ClauseId) => boolean
}

/** What an act would make of the outline, or why it cannot be done: the buttons, the keys and their reasons read it. */
export function editOutline(act: OutlineAct, args: EditArgs): OutlineEdit {
  const { outline, row } = args
  if (!row) return { reason: 'choose' }
  if (row.kind === 'clause') return editClause(act, args, row)
  if (act === 'raise') return raised(outline, row)
  if (act === 'lower' || act === 'join') return lowered(outline, row)
  return { reason: 'clauseOnly' }
}

function editClause(act: OutlineAct, args: EditArgs, row: Extract<OutlineRow, { kind: 'clause' }>): OutlineEdit {
  const { outline, source, caret, answered } = args
  const { id } = row.clause
  const clauses = outline.sections[row.sectionIndex]?.items[row.itemIndex]?.clauses ?? []
  switch (act) {
    case 'split': {
      if (caret === null) return { reason: 'noPlace' }
      const made = newClauseId()
      return changed(outline, splitClause(outline, source, id, caret, made), made, 'noPlace')
    }
    case 'join': {
      const before = clauses[row.clauseIndex - 1]
      if (!before) return changed(outline, lowerItem(outline, id), id, 'first')
      return answered(id) ? { reason: 'hasTasks' } : { outline: joinClause(outline, id), focus: before.id }
    }
    case 'raise':
      if (row.clauseIndex === 0) return { reason: 'firstOfItem' }
      return { outline: raiseClause(outline, id), focus: `item ${id}` }
    case 'lower':
      return { reason: 'nothing' }
    case 'up':
    case 'down':
      return changed(outline, moveClause(outline, id, act === 'up' ? -1 : 1), id, 'nothing')
    case 'drop':
      if (answered(id)) return { reason: 'hasTasks' }
      return {
        outline: dropClause(outline, id),
        focus: (clauses[row.clauseIndex + 1] ?? clauses[row.clauseIndex - 1])?.id ?? '',
      }
  }
}

function raised(outline: PlanOutline, row: Exclude<OutlineRow, { kind: 'clause' }>): OutlineEdit {
  const first = row.kind === 'item' ? row.item.clauses[0] : undefined
  if (row.kind === 'section' || !first || row.itemIndex === 0) return { reason: 'nothing' }
  return { outline: raiseItem(outline, first.id), focus: `section ${first.id}` }
}

function lowered(outline: PlanOutline, row: Exclude<OutlineRow, { kind: 'clause' }>): OutlineEdit {
  if (row.kind === 'section') {
    const first = row.section.items[0]
    const focus = first ? itemKey(first) : sectionKey(row.section, row.sectionIndex)
    return changed(outline, lowerSection(outline, row.sectionIndex), focus, 'first')
  }
  const first = row.item.clauses[0]
  if (!first || row.itemIndex === 0) return { reason: 'first' }
  return { outline: lowerItem(outline, first.id), focus: first.id }
}

/** Edits of the domain leave an outline as it is where they do not apply. */
function changed(before: PlanOutline, after: PlanOutline, focus: string, otherwise: OutlineReason): OutlineEdit {
  return JSON.stringify(before) === JSON.stringify(after) ? { reason: otherwise } : { outline: after, focus }
}

/** A UUIDv7, as the application's own ids: time first, so that later ones sort later. */
export function newClauseId(): ClauseId {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  let time = Date.now()
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256
    time = Math.floor(time / 256)
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as ClauseId
}

/** The places of a text where it would naturally be cut: after a comma, a stop, a colon. */
export function breaksOf(text: string): number[] {
  const places: number[] = []
  for (const match of text.matchAll(/[，。；、：！？,;:]/g)) {
    const at = match.index + 1
    if (at < text.length) places.push(at)
  }
  return places
}

/** Where the caret goes from here: to the next natural break, or by one character where one asks or there is none. */
export function stepCaret(text: string, caret: number | null, by: -1 | 1, single: boolean): number | null {
  const places = breaksOf(text)
  if (single || places.length === 0) {
    const next = (caret ?? (by > 0 ? 0 : text.length)) + by
    return next > 0 && next < text.length ? next : caret
  }
  const from = caret ?? (by > 0 ? 0 : text.length)
  return (by > 0 ? places.find((place) => place > from) : places.findLast((place) => place < from)) ?? caret
}
