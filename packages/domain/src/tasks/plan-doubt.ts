import type { OutlineWarning, OutlineWarningCode } from './outline.ts'
import type { PlanItem, PlanOutline, PlanSection } from './work-plan.ts'

/** A doubt about an outline, at a place of the source. */
export type PlanDoubt = Pick<OutlineWarning, 'code' | 'at'>

const LONG_HEADING = 60
const LONG_ITEM = 2000

interface Stand {
  readonly section: PlanSection | undefined
  readonly item: PlanItem | undefined
  readonly before: PlanItem | undefined
  readonly covered: boolean
}

/** Whether a doubt of the parser's still stands when people have mended what it was about. */
const stillStands: Readonly<Record<OutlineWarningCode, (stand: Stand) => boolean>> = {
  'section-number-out-of-order': ({ section }) => section !== undefined,
  'item-number-out-of-order': ({ item, before }) =>
    item !== undefined && item.number !== 1 && item.number !== (before?.number ?? 0) + 1,
  'section-without-items': ({ section }) => section !== undefined && section.items.length === 0,
  'item-without-text': ({ item }) => item !== undefined && item.clauses.length === 0,
  'item-very-long': ({ item }) =>
    item !== undefined && item.clauses.reduce((sum, { text }) => sum + text.length, 0) > LONG_ITEM,
  'heading-very-long': ({ section }) => section !== undefined && section.title.length > LONG_HEADING,
  'text-outside-items': ({ covered }) => !covered,
}

/** The parser's doubts that a mended outline has not settled yet, in the order of the source. */
export function doubtsOf(outline: PlanOutline, warnings: readonly OutlineWarning[]): PlanDoubt[] {
  const items = outline.sections.flatMap((section) => section.items)
  const open = warnings.filter(({ code, at }) => {
    const index = items.findIndex(({ start, end }) => start <= at && at < end)
    return stillStands[code]({
      section: outline.sections.find(({ start }) => start === at),
      item: items[index],
      before: items[index - 1],
      covered: items.some(({ clauses }) => clauses.some(({ start, end }) => start <= at && at < end)),
    })
  })
  return open.map(({ code, at }) => ({ code, at }))
}
