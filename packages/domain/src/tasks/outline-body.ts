import { isDate, markOf, type Mark } from './outline-mark.ts'
import { narrow, type Line } from './outline-line.ts'

export interface MarkedLine extends Line {
  readonly mark: Mark | undefined
  /** For a section's heading: the figure of the heading before it. */
  readonly previousValue?: number
}

/** The part of the document that holds the work points: what stands before its first heading, and its sections. */
export interface Body {
  readonly head: readonly Line[]
  readonly sections: readonly (readonly MarkedLine[])[]
}

/** Finds the part that holds the work points: a notice before an attachment may be numbered too, and is not it. */
export function chooseBody(lines: readonly Line[]): Body | undefined {
  const parts = partsOf(lines)
    .map((part) => ({ part, marked: part.map((line) => ({ ...line, mark: markOf(line.text) })) }))
    .map(({ part, marked }) => ({ part, marked, level: uppermost(marked) }))
    .filter(({ level }) => level !== undefined)
  const weight = (marked: readonly MarkedLine[]): number => marked.filter((line) => line.mark).length
  const best = parts.toSorted((a, b) => weight(b.marked) - weight(a.marked))[0]
  if (!best) return undefined
  const first = best.marked.findIndex((line) => line.mark?.level === best.level)
  const before = lines.slice(0, lines.indexOf(best.part[0] as Line))
  const sections = sectionsOf(best.marked.slice(first), best.level as Mark['level'])
  return { head: [...(first > 0 ? [] : before), ...best.part.slice(0, first)], sections }
}

/** A line `附件` or `附件1` by itself begins an attachment. */
function partsOf(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [[]]
  for (const line of lines) {
    if (/^附\s*件\s*(?:[\d一二三四五六七八九十]+\s*)?[:：]?$/.test(narrow(line.text))) parts.push([])
    else parts.at(-1)?.push(line)
  }
  return parts.filter((part) => part.length > 0)
}

/** The uppermost level of headings; nothing where there is none. */
function uppermost(lines: readonly MarkedLine[]): Mark['level'] | undefined {
  const count = (level: Mark['level']): number => lines.filter((line) => line.mark?.level === level).length
  if (count('chapter') >= 2) return 'chapter'
  return (['heading', 'subheading'] as const).find((level) => count(level) > 0)
}

/** Cuts at the headings of one level; what closes the document (attachment list, signature, contact, copies) is left out. */
function sectionsOf(lines: readonly MarkedLine[], level: Mark['level']): MarkedLine[][] {
  const sections: MarkedLine[][] = []
  let closed = false
  let previousValue = 0
  for (const [index, line] of lines.entries()) {
    if (line.mark?.level === level && isNextHeading(line, lines[index - 1], previousValue)) {
      closed = false
      sections.push([{ ...line, previousValue }])
      previousValue = line.mark.value
    } else {
      closed ||= closesDocument(line, lines.slice(index + 1))
      if (!closed) sections.at(-1)?.push(line.mark?.level === level ? { ...line, mark: undefined } : line)
    }
  }
  return sections
}

/** A line broken before `三、四线城市` begins with no heading: the line before it breaks off, and its number is not the next. */
function isNextHeading(line: MarkedLine, previous: MarkedLine | undefined, previousValue: number): boolean {
  if (!previous || line.mark?.value === previousValue + 1 || line.indented || line.afterGap) return true
  return !/[，、,（(《“]$/.test(previous.text)
}

/** Attachment lists, contact lines, copies, remarks on publication; and a signature, which a lone date follows. */
function closesDocument(line: Line, rest: readonly Line[]): boolean {
  const plain = narrow(line.text)
  if (
    /^(?:附\s*件|联\s*系\s*(?:人|电话|方式|单位)|电\s*话|传\s*真|邮\s*箱|抄\s*送|主\s*送|主题词|印\s*发)\s*[:：]/.test(
      plain,
    )
  )
    return true
  if (/^\((?:此件|此页|联系人|公开)/.test(plain)) return true
  if (isLoneDate(plain)) return true
  const next = rest[0]
  const short = plain.length <= 30 && !/[。；;,，:：]/.test(plain)
  return Boolean(next && short && !markOf(line.text) && isLoneDate(narrow(next.text)))
}

function isLoneDate(text: string): boolean {
  return isDate(text) && text.length <= 16 && /[日号\d]$/.test(text) && !/[，。、；]/.test(text)
}
