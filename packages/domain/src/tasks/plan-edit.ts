import type { Outline } from './outline.ts'
import { placeInSource } from './plan-place.ts'
import type { ClauseId, PlanClause, PlanItem, PlanOutline } from './work-plan.ts'

/** The parser's outline as a plan's: clauses get the ids that they will keep. */
export function planOutlineOf(outline: Outline, newId: () => ClauseId): PlanOutline {
  return {
    preamble: outline.preamble,
    sections: outline.sections.map((section) => ({
      number: section.number,
      title: section.title,
      start: section.start,
      end: section.end,
      items: section.items.map(({ number, title, start, end, clauses }) => ({
        number,
        title,
        start,
        end,
        clauses: clauses.map((clause) => ({ id: newId(), ...clause })),
      })),
    })),
  }
}

/** Puts items in the place of items; one that lost its last clause goes. */
function replaceItems(outline: PlanOutline, next: ReadonlyMap<PlanItem, PlanItem>): PlanOutline {
  return {
    ...outline,
    sections: outline.sections.map((section) => ({
      ...section,
      items: section.items.flatMap((item) => {
        const replaced = next.get(item)
        if (!replaced) return [item]
        return replaced.clauses.length > 0 ? [replaced] : []
      }),
    })),
  }
}

function findItem(outline: PlanOutline, id: ClauseId): PlanItem | undefined {
  return itemsOf(outline).find((item) => item.clauses.some((clause) => clause.id === id))
}

function itemsOf(outline: PlanOutline): PlanItem[] {
  return outline.sections.flatMap(({ items }) => items)
}

function editClauses(
  outline: PlanOutline,
  id: ClauseId,
  edit: (clauses: readonly PlanClause[], index: number) => readonly PlanClause[],
): PlanOutline {
  const item = findItem(outline, id)
  if (!item) return outline
  const clauses = edit(
    item.clauses,
    item.clauses.findIndex((clause) => clause.id === id),
  )
  return clauses === item.clauses
    ? outline
    : replaceItems(outline, new Map([[item, { ...item, clauses: [...clauses] }]]))
}

/**
 * Cuts a clause in two at `at` UTF-16 units into its text, and its place in the source with it. The first half keeps
 * the id, and with it its tasks.
 */
export function splitClause(
  outline: PlanOutline,
  source: string,
  id: ClauseId,
  at: number,
  newId: ClauseId,
): PlanOutline {
  return editClauses(outline, id, (clauses, index) => {
    const clause = clauses[index] as PlanClause
    const first = clause.text.slice(0, at).trimEnd()
    const second = clause.text.slice(at).trimStart()
    if (first === '' || second === '') return clauses
    const end = placeInSource(source, clause, first.length)
    const start = placeInSource(source, clause, clause.text.length - second.length)
    return clauses.toSpliced(
      index,
      1,
      { ...clause, text: first, end },
      { id: newId, text: second, start: Math.max(end, start), end: clause.end },
    )
  })
}

/** Joins a clause to the one before it in its item; the one before keeps its id. */
export function joinClause(outline: PlanOutline, id: ClauseId): PlanOutline {
  return editClauses(outline, id, (clauses, index) => {
    const [before, clause] = [clauses[index - 1], clauses[index] as PlanClause]
    if (!before) return clauses
    const joined = {
      ...before,
      text: before.text + clause.text,
      start: Math.min(before.start, clause.start),
      end: Math.max(before.end, clause.end),
    }
    return clauses.toSpliced(index - 1, 2, joined)
  })
}

/** Takes out what is no clause; an item that loses its last one goes with it. */
export function dropClause(outline: PlanOutline, id: ClauseId): PlanOutline {
  return editClauses(outline, id, (clauses, index) => clauses.toSpliced(index, 1))
}

/** Moves a clause up or down; at the edge of its item it goes over to the next item. */
export function moveClause(outline: PlanOutline, id: ClauseId, by: -1 | 1): PlanOutline {
  const items = itemsOf(outline)
  const item = findItem(outline, id)
  if (!item) return outline
  const index = item.clauses.findIndex((clause) => clause.id === id)
  const clause = item.clauses[index] as PlanClause
  const rest = item.clauses.toSpliced(index, 1)
  const target = index + by
  if (target >= 0 && target < item.clauses.length) {
    return replaceItems(outline, new Map([[item, { ...item, clauses: rest.toSpliced(target, 0, clause) }]]))
  }
  const neighbour = items[items.indexOf(item) + by]
  if (!neighbour) return outline
  const clauses = by < 0 ? [...neighbour.clauses, clause] : [clause, ...neighbour.clauses]
  return replaceItems(
    outline,
    new Map([
      [item, { ...item, clauses: rest }],
      [neighbour, { ...neighbour, clauses }],
    ]),
  )
}

/** Makes a clause of text that the parser left out: it joins the item that stands before it in the source. */
export function adoptText(
  outline: PlanOutline,
  source: string,
  place: { readonly start: number; readonly end: number },
  newId: ClauseId,
): PlanOutline {
  const text = source
    .slice(place.start, place.end)
    .replace(/(?<!\s)\s*\n\s*/g, '')
    .trim()
  const items = itemsOf(outline)
  const item = items.findLast(({ start }) => start <= place.start) ?? items[0]
  if (text === '' || !item) return outline
  const after = item.clauses.findLastIndex(({ start }) => start < place.start) + 1
  const clauses = item.clauses.toSpliced(after, 0, { id: newId, text, ...place })
  const end = Math.max(item.end, place.end)
  return replaceItems(outline, new Map([[item, { ...item, end, clauses }]]))
}
