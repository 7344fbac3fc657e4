import { allow, refuse, type Decision } from '../access/decision.ts'
import { chooseBody, type MarkedLine } from './outline-body.ts'
import { itemOf, joinLines, titleOf } from './outline-item.ts'
import { linesOf, withoutRunningHeads, type Line } from './outline-line.ts'
import { headOf } from './outline-head.ts'
import { isAbove } from './outline-mark.ts'
import type { Outline, OutlineItem, OutlineRefusal, OutlineSection, OutlineWarning } from './outline.ts'

const LONG_HEADING = 60
const LONG_ITEM = 2000

/**
 * The outline of a work-points document (工作要点): title, preamble, sections of the uppermost level of headings, and
 * beneath each its numbered paragraphs with their clauses. Every part is bound to its place in `text`, in UTF-16 units.
 *
 * Sources of the form: notices of CAST on Party building in societies, and GB/T 9704 on the levels of official
 * documents (一、 over （一） over 1. over （1）). Full- and half-width figures and stops count alike; page numbers and running
 * heads are left out; broken lines are joined; the notice before an attachment, addressees, attachment lists, dates,
 * signatures and contact lines are no items.
 */
export function parseOutline(text: string): Decision<Outline, OutlineRefusal> {
  const all = linesOf(text)
  if (all.length === 0) return refuse('document-empty')
  const body = chooseBody(withoutRunningHeads(all))
  if (!body) return refuse('document-without-headings')
  const warnings: OutlineWarning[] = []
  const sections: OutlineSection[] = []
  let lastItem = 0
  for (const lines of body.sections) {
    const section = sectionOf(lines, lastItem, warnings)
    warnOfOrder(section, sections.at(-1), lines[0], warnings)
    sections.push(section)
    lastItem = section.items.at(-1)?.number ?? lastItem
  }
  return allow({ ...headOf(body.head), sections, warnings: warnings.toSorted((a, b) => a.at - b.at) })
}

function sectionOf(lines: readonly MarkedLine[], lastItem: number, warnings: OutlineWarning[]): OutlineSection {
  const [heading, ...rest] = lines as [MarkedLine, ...MarkedLine[]]
  const level = itemLevelOf(rest)
  const groups: MarkedLine[][] = []
  const lead: MarkedLine[] = []
  let restarted = true
  for (const line of rest) {
    const last = groups.at(-1)
    if (level && line.mark?.level === level && isNextItem(line, last, restarted, lastItem)) {
      groups.push([line])
      restarted = false
    } else if (level && line.mark && isAbove(line.mark.level, level)) {
      // A sub-heading ends the item before it and lets the numbers begin again.
      restarted = true
      groups.push([line])
    } else if (last) {
      last.push(line)
    } else {
      lead.push(line)
    }
  }
  const { titleLines, body } = headingLines(heading, lead)
  const outside = [...body]
  const items: OutlineItem[] = []
  for (const [index, group] of groups.entries()) {
    const [first, ...more] = group as [MarkedLine, ...MarkedLine[]]
    const isHeading = level !== undefined && first.mark !== undefined && first.mark.level !== level
    const next = groups[index + 1]?.[0]?.mark?.level
    // A sub-heading belongs to no item; one with text of its own and no item beneath it is a numbered paragraph itself.
    const own = isHeading && next !== level && (more.length > 0 || /[。；;]/.test(first.text))
    if (!isHeading || own) items.push(itemOfGroup(group, warnings))
    else outside.push(...more)
  }
  for (const line of outside) {
    warnings.push({ code: 'text-outside-items', at: line.start, message: 'Text between a heading and its first item.' })
  }
  const skip = heading.mark?.length ?? 0
  const title = joinLines(titleLines, skip).text
  if (title.length > LONG_HEADING) {
    warnings.push({ code: 'heading-very-long', at: heading.start, message: 'A very long heading: is it one?' })
  }
  if (items.length === 0) {
    warnings.push({ code: 'section-without-items', at: heading.start, message: 'A section without numbered items.' })
  }
  const end = lines.at(-1)?.end ?? heading.end
  return { number: heading.mark?.number ?? '', title: titleOf(title), start: heading.start, end, items }
}

/** Items are the figures under a heading; where there are none, the level that there is. */
function itemLevelOf(lines: readonly MarkedLine[]): 'item' | 'subheading' | 'subitem' | undefined {
  const levels = new Set(lines.map((line) => line.mark?.level))
  return (['item', 'subheading', 'subitem'] as const).find((level) => levels.has(level))
}

/** Whether a numbered line begins an item: its number is the next one, or nothing says that the line runs on. */
function isNextItem(
  line: MarkedLine,
  last: readonly MarkedLine[] | undefined,
  restarted: boolean,
  before: number,
): boolean {
  const previous = last?.at(-1)
  const value = line.mark?.value ?? 0
  if (!last || !previous || restarted) return true
  const expected = (last[0]?.mark?.value ?? before) + 1
  if (value === expected) return true
  const finished = /[。；！？;!?）)]$/.test(previous.text)
  return finished && value > 0 && (line.indented || line.afterGap || value > expected)
}

function itemOfGroup(group: readonly MarkedLine[], warnings: OutlineWarning[]): OutlineItem {
  const first = group[0] as MarkedLine
  const item = itemOf(first.mark?.value ?? 0, group, first.mark?.length ?? 0)
  if (item.text === '') {
    warnings.push({ code: 'item-without-text', at: first.start, message: 'An item without text.' })
  }
  if (item.text.length > LONG_ITEM) {
    warnings.push({ code: 'item-very-long', at: item.start, message: 'A very long item: are there several in it?' })
  }
  return item
}

/** A heading may run over to the next line; what comes after it and before the first item is the section's own text. */
function headingLines(heading: MarkedLine, lead: readonly MarkedLine[]): { titleLines: Line[]; body: MarkedLine[] } {
  const next = lead[0]
  const runsOn =
    next &&
    !next.indented &&
    !next.afterGap &&
    !/[。；！？：]$/.test(heading.text) &&
    !/[。；]/.test(next.text) &&
    heading.text.length >= 12
  return runsOn ? { titleLines: [heading, next], body: lead.slice(1) } : { titleLines: [heading], body: [...lead] }
}

function warnOfOrder(
  section: OutlineSection,
  before: OutlineSection | undefined,
  heading: MarkedLine | undefined,
  warnings: OutlineWarning[],
): void {
  const value = heading?.mark?.value ?? 0
  const expected = (heading?.previousValue ?? 0) + 1
  if (value !== expected) {
    warnings.push({
      code: 'section-number-out-of-order',
      at: section.start,
      message: `Section ${section.number} follows where number ${expected} was expected.`,
    })
  }
  let last = before?.items.at(-1)?.number ?? 0
  for (const item of section.items) {
    if (item.number !== last + 1 && item.number !== 1) {
      warnings.push({
        code: 'item-number-out-of-order',
        at: item.start,
        message: `Item ${item.number} follows item ${last}.`,
      })
    }
    last = item.number
  }
}
