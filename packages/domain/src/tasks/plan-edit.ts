import type { Outline } from './outline.ts'
import type { ClauseId, PlanClause, PlanItem, PlanOutline, PlanSection } from './work-plan.ts'

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

type ItemEdit = (items: readonly PlanItem[], section: PlanSection) => PlanItem[]

function editItems(outline: PlanOutline, edit: ItemEdit): PlanOutline {
  return {
    ...outline,
    sections: outline.sections.map((section) => ({ ...section, items: edit(section.items, section) })),
  }
}

function editClauses(outline: PlanOutline, edit: (clauses: readonly PlanClause[]) => PlanClause[]): PlanOutline {
  return editItems(outline, (items) => items.map((item) => ({ ...item, clauses: edit(item.clauses) })))
}

/** Cuts a clause in two at `at` UTF-16 units into its text. The first half keeps the id, and with it its tasks. */
export function splitClause(outline: PlanOutline, id: ClauseId, at: number, newId: ClauseId): PlanOutline {
  return editClauses(outline, (clauses) =>
    clauses.flatMap((clause) => {
      const first = clause.text.slice(0, at).trimEnd()
      const second = clause.text.slice(at).trimStart()
      if (clause.id !== id || first === '' || second === '') return [clause]
      const cut = Math.min(clause.end, clause.start + at)
      return [
        { ...clause, text: first, end: cut },
        { id: newId, text: second, start: cut, end: clause.end },
      ]
    }),
  )
}

/** Joins a clause to the one before it in its item; the one before keeps its id. */
export function joinClause(outline: PlanOutline, id: ClauseId): PlanOutline {
  return editClauses(outline, (clauses) => {
    const index = clauses.findIndex((clause) => clause.id === id)
    const before = clauses[index - 1]
    const clause = clauses[index]
    if (!before || !clause) return [...clauses]
    const joined = { ...before, text: before.text + clause.text, end: Math.max(before.end, clause.end) }
    return [...clauses.slice(0, index - 1), joined, ...clauses.slice(index + 1)]
  })
}

/** Moves a clause up or down; at the edge of its item it goes over to the next item of the section. */
export function moveClause(outline: PlanOutline, id: ClauseId, by: -1 | 1): PlanOutline {
  return editItems(outline, (items) => {
    const place = items.findIndex((item) => item.clauses.some((clause) => clause.id === id))
    const item = items[place]
    if (!item) return [...items]
    const index = item.clauses.findIndex((clause) => clause.id === id)
    const clause = item.clauses[index] as PlanClause
    const rest = item.clauses.filter((each) => each.id !== id)
    const target = index + by
    if (target >= 0 && target < item.clauses.length) {
      return items.with(place, { ...item, clauses: [...rest.slice(0, target), clause, ...rest.slice(target)] })
    }
    const neighbour = items[place + by]
    if (!neighbour) return [...items]
    const clauses = by < 0 ? [...neighbour.clauses, clause] : [clause, ...neighbour.clauses]
    return items.with(place, { ...item, clauses: rest }).with(place + by, { ...neighbour, clauses })
  })
}

/** Makes a clause the beginning of an item of its own: it and the clauses after it leave their item. */
export function raiseClause(outline: PlanOutline, id: ClauseId): PlanOutline {
  return editItems(outline, (items) =>
    items.flatMap((item) => {
      const index = item.clauses.findIndex((clause) => clause.id === id)
      const first = item.clauses[index]
      if (!first || index === 0) return [item]
      const title = first.text.replace(/[。；;！？].*$/s, '')
      return [
        { ...item, end: item.clauses[index - 1]?.end ?? item.end, clauses: item.clauses.slice(0, index) },
        { number: item.number + 1, title, start: first.start, end: item.end, clauses: item.clauses.slice(index) },
      ]
    }),
  )
}

/** Takes an item into the one before it in its section: the reverse of raising. */
export function lowerItem(outline: PlanOutline, firstClause: ClauseId): PlanOutline {
  return editItems(outline, (items) => {
    const index = items.findIndex((item) => item.clauses[0]?.id === firstClause)
    const before = items[index - 1]
    const item = items[index]
    if (!before || !item) return [...items]
    const joined = { ...before, end: item.end, clauses: [...before.clauses, ...item.clauses] }
    return [...items.slice(0, index - 1), joined, ...items.slice(index + 1)]
  })
}

export function retitleItem(outline: PlanOutline, sectionIndex: number, itemIndex: number, title: string): PlanOutline {
  return editItems(outline, (items, section) =>
    items.map((item, index) =>
      outline.sections[sectionIndex] === section && index === itemIndex ? { ...item, title } : item,
    ),
  )
}

export function retitleSection(outline: PlanOutline, sectionIndex: number, title: string): PlanOutline {
  return {
    ...outline,
    sections: outline.sections.map((section, index) => (index === sectionIndex ? { ...section, title } : section)),
  }
}
