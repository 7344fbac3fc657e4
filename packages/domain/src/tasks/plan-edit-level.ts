import type { ClauseId, PlanItem, PlanOutline, PlanSection } from './work-plan.ts'

type ItemEdit = (items: readonly PlanItem[], section: PlanSection) => readonly PlanItem[]

function editItems(outline: PlanOutline, edit: ItemEdit): PlanOutline {
  return {
    ...outline,
    sections: outline.sections.map((section) => ({ ...section, items: [...edit(section.items, section)] })),
  }
}

function itemsOf(outline: PlanOutline): PlanItem[] {
  return outline.sections.flatMap(({ items }) => items)
}

/** Items from `start` on, whose number follows on `number`, count on by `by`, as far as they run without a gap. */
function countOn(outline: PlanOutline, start: number, number: number, by: 1 | -1): PlanOutline {
  const rest = itemsOf(outline).slice(start)
  const gap = rest.findIndex((item, index) => item.number !== number + 1 + index)
  const run = new Set(gap < 0 ? rest : rest.slice(0, gap))
  return editItems(outline, (items) =>
    items.map((item) => (run.has(item) ? { ...item, number: Math.min(item.number + by, 999) } : item)),
  )
}

/** Makes a clause the beginning of an item of its own: it and the clauses after it leave their item. Later items count on. */
export function raiseClause(outline: PlanOutline, id: ClauseId): PlanOutline {
  const at = itemsOf(outline).findIndex(({ clauses }) => clauses.findIndex((clause) => clause.id === id) > 0)
  const from = itemsOf(outline)[at]
  if (!from) return outline
  const raised = editItems(outline, (items) =>
    items.flatMap((item) => {
      if (item !== from) return [item]
      const index = item.clauses.findIndex((clause) => clause.id === id)
      const [before, after] = [item.clauses.slice(0, index), item.clauses.slice(index)]
      const title = (after[0]?.text ?? '').replace(/[。；;！？].*$/s, '').slice(0, 400)
      return [
        { ...item, end: before.at(-1)?.end ?? item.end, clauses: before },
        {
          number: Math.min(item.number + 1, 999),
          title,
          start: after[0]?.start ?? item.start,
          end: item.end,
          clauses: after,
        },
      ]
    }),
  )
  return countOn(raised, at + 2, from.number, 1)
}

/** Takes an item into the one before it in its section: the reverse of raising. */
export function lowerItem(outline: PlanOutline, firstClause: ClauseId): PlanOutline {
  const at = itemsOf(outline).findIndex((item) => item.clauses[0]?.id === firstClause)
  const lowered = editItems(outline, (items) => {
    const index = items.findIndex((item) => item.clauses[0]?.id === firstClause)
    const [before, item] = [items[index - 1], items[index]]
    if (!before || !item) return items
    const joined = { ...before, end: item.end, clauses: [...before.clauses, ...item.clauses] }
    return items.toSpliced(index - 1, 2, joined)
  })
  const number = itemsOf(outline)[at]?.number
  const isLess = itemsOf(lowered).length < itemsOf(outline).length
  return isLess && number !== undefined ? countOn(lowered, at, number, -1) : lowered
}

/** Makes an item the beginning of a section of its own: it and the items after it leave their section. */
export function raiseItem(outline: PlanOutline, firstClause: ClauseId): PlanOutline {
  return {
    ...outline,
    sections: outline.sections.flatMap((section) => {
      const index = section.items.findIndex((item) => item.clauses[0]?.id === firstClause)
      const first = section.items[index]
      if (!first || index === 0) return [section]
      return [
        { ...section, end: section.items[index - 1]?.end ?? section.end, items: section.items.slice(0, index) },
        { number: '', title: first.title, start: first.start, end: section.end, items: section.items.slice(index) },
      ]
    }),
  }
}

/** Takes a section's items into the section before it: the reverse of raising. */
export function lowerSection(outline: PlanOutline, sectionIndex: number): PlanOutline {
  const [before, section] = [outline.sections[sectionIndex - 1], outline.sections[sectionIndex]]
  if (!before || !section) return outline
  const joined = { ...before, end: section.end, items: [...before.items, ...section.items] }
  return { ...outline, sections: outline.sections.toSpliced(sectionIndex - 1, 2, joined) }
}

/** An item's own words and the number it has in the document. */
export function retitleItem(
  outline: PlanOutline,
  sectionIndex: number,
  itemIndex: number,
  to: { readonly number: number; readonly title: string },
): PlanOutline {
  return editItems(outline, (items, section) =>
    items.map((item, index) =>
      outline.sections[sectionIndex] === section && index === itemIndex ? { ...item, ...to } : item,
    ),
  )
}

export function retitleSection(
  outline: PlanOutline,
  sectionIndex: number,
  to: { readonly number: string; readonly title: string },
): PlanOutline {
  return {
    ...outline,
    sections: outline.sections.map((section, index) => (index === sectionIndex ? { ...section, ...to } : section)),
  }
}
