import {
  clausesOf,
  type ClauseId,
  type PlanClause,
  type PlanDoubt,
  type PlanItem,
  type PlanOutline,
  type PlanSection,
} from '@dangjian/domain/tasks'

interface Place {
  readonly key: string
  readonly sectionIndex: number
  readonly start: number
  readonly end: number
}
export interface SectionRow extends Place {
  readonly kind: 'section'
  readonly section: PlanSection
}
export interface ItemRow extends Place {
  readonly kind: 'item'
  readonly itemIndex: number
  readonly item: PlanItem
}
export interface ClauseRow extends Place {
  readonly kind: 'clause'
  readonly itemIndex: number
  readonly clauseIndex: number
  readonly clause: PlanClause
}
export type OutlineRow = SectionRow | ItemRow | ClauseRow

/** A section's heading as it is written: the parser's number is a bare figure. */
export function headingOf({ number, title }: Pick<PlanSection, 'number' | 'title'>): string {
  return /^[〇零一二三四五六七八九十百\d]+$/.test(number) ? `${number}、${title}` : `${number}${title}`
}

/** Keys that stay while other rows change: by the first clause beneath. */
export function sectionKey(section: PlanSection, index: number): string {
  return `section ${section.items.flatMap(({ clauses }) => clauses)[0]?.id ?? index}`
}

export function itemKey(item: PlanItem): string {
  return `item ${item.clauses[0]?.id ?? item.start}`
}

/** An outline as the rows of a tree, in reading order. With `shown`, only those clauses and what they stand under. */
export function rowsOf(outline: PlanOutline, shown: ((id: ClauseId) => boolean) | null = null): OutlineRow[] {
  return outline.sections.flatMap((section, sectionIndex) => {
    const rows = section.items.flatMap((item, itemIndex): OutlineRow[] => {
      const clauses = item.clauses.flatMap((clause, clauseIndex): ClauseRow[] =>
        shown && !shown(clause.id)
          ? []
          : [
              {
                kind: 'clause',
                key: clause.id,
                sectionIndex,
                itemIndex,
                clauseIndex,
                clause,
                start: clause.start,
                end: clause.end,
              },
            ],
      )
      if (shown && clauses.length === 0) return []
      const { start, end } = item
      return [{ kind: 'item', key: itemKey(item), sectionIndex, itemIndex, item, start, end }, ...clauses]
    })
    if (shown && rows.length === 0) return []
    const end = section.items[0]?.start ?? section.end
    return [
      { kind: 'section', key: sectionKey(section, sectionIndex), sectionIndex, section, start: section.start, end },
      ...rows,
    ]
  })
}

/** The row that a doubt is about: its section or item where it says so, else the narrowest at its place. */
export function rowOf({ code, at }: PlanDoubt, rows: readonly OutlineRow[]): OutlineRow | undefined {
  const holding = rows
    .filter(({ start, end }) => start <= at && at < Math.max(end, start + 1))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))
  const kind = /^(?:section|heading)/.test(code) ? 'section' : code.startsWith('item') ? 'item' : null
  return holding.find((row) => row.kind === kind) ?? holding[0]
}

/** A stretch of the source: a clause's, a heading's, or what belongs to none. */
export interface SourcePiece {
  readonly start: number
  readonly end: number
  readonly key: string | null
  readonly kind: 'clause' | 'heading' | 'rest'
  /** The item's row within which it lies. */
  readonly itemKey: string | null
}

/** The whole source in pieces, without a gap, bound to the outline's rows. */
export function piecesOf(source: string, outline: PlanOutline): SourcePiece[] {
  const items = outline.sections.flatMap((section) => section.items)
  const within = (at: number): string | null => {
    const item = items.find(({ start, end }) => start <= at && at < end)
    return item ? itemKey(item) : null
  }
  const bound: SourcePiece[] = [
    ...clausesOf(outline).map(({ id, start, end }) => ({
      start,
      end,
      key: id,
      kind: 'clause' as const,
      itemKey: within(start),
    })),
    ...outline.sections.map((section, index) => {
      const lineEnd = source.indexOf('\n', section.start)
      const end = Math.min(lineEnd < 0 ? source.length : lineEnd, section.items[0]?.start ?? section.end)
      return { start: section.start, end, key: sectionKey(section, index), kind: 'heading' as const, itemKey: null }
    }),
  ]
  const pieces: SourcePiece[] = []
  let at = 0
  const rest = (to: number) => {
    if (to > at) pieces.push({ start: at, end: to, key: null, kind: 'rest', itemKey: within(at) })
  }
  for (const piece of bound.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(piece.start, at)
    if (start >= piece.end) continue
    rest(start)
    pieces.push({ ...piece, start })
    at = piece.end
  }
  rest(source.length)
  return pieces
}

/** A line that nothing of the outline holds, and that is no number or page mark: perhaps a clause that was missed. */
export function isLoose(text: string): boolean {
  return text.replace(/[\s\d\p{P}\p{S}〇一二三四五六七八九十附件]/gu, '').length >= 6
}
