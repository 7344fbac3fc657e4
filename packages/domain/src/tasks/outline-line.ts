/** A line of the document without the white space around it. Places count UTF-16 units. */
export interface Line {
  /** What stands on the line. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Whether the line begins with at least one wide or two narrow spaces, as a paragraph's first line does. */
  readonly indented: boolean
  /** A blank line, or a page's end, stands before it. */
  readonly afterGap: boolean
  /** A page's end stands before it. */
  readonly newPage: boolean
}

const BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g
/** White space and what cannot be seen: byte order mark, zero-width characters, soft hyphens. */
const MARGIN = /[\s\u3000\u00a0\u200b-\u200f\u2060\ufeff\u00ad]/

/** The lines that carry something, with their places. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let gap = true
  let newPage = false
  let from = 0
  const take = (to: number): void => {
    let start = from
    let end = to
    while (start < end && MARGIN.test(text[start] as string)) start += 1
    while (end > start && MARGIN.test(text[end - 1] as string)) end -= 1
    if (start === end) {
      gap = true
      return
    }
    const margin = text.slice(from, start)
    const indented = /\u3000|\t| {2}/.test(margin)
    lines.push({ text: text.slice(start, end), start, end, indented, afterGap: gap, newPage })
    gap = false
    newPage = false
  }
  for (const found of text.matchAll(BREAK)) {
    take(found.index)
    if (found[0] === '\f') gap = newPage = true
    from = found.index + found[0].length
  }
  take(text.length)
  return lines
}

/** Full-width digits, letters and stops as their half-width twins; one character stays one, so that places hold. */
export function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}

const PAGE_NUMBER =
  /^(?:[-—–―─·•\s]*\d{1,4}[-—–―─·•\s]*|第\s*\d{1,4}\s*页(?:[\s，,/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|[pP]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/

export function isPageNumber(line: Line): boolean {
  return PAGE_NUMBER.test(narrow(line.text))
}

/**
 * Lines without page numbers and running heads. A running head is a short line that stands at the top or foot of pages:
 * the same line three times or more, or twice next to a page number or a page's end.
 */
export function withoutRunningHeads(lines: readonly Line[]): Line[] {
  const places = new Map<string, number[]>()
  for (const [index, line] of lines.entries()) {
    const key = narrow(line.text).replace(/\s/g, '')
    places.set(key, [...(places.get(key) ?? []), index])
  }
  const dropped = new Set<number>()
  for (const [index, line] of lines.entries()) if (isPageNumber(line) || isContentsLine(line)) dropped.add(index)
  for (const indexes of places.values()) {
    const first = lines[indexes[0] ?? -1]
    if (!first || indexes.length < 2 || first.text.length > 40 || isSentence(first.text) || looksNumbered(first.text)) {
      continue
    }
    const besidePage = (index: number): boolean =>
      dropped.has(index - 1) || dropped.has(index + 1) || [lines[index], lines[index + 1]].some((each) => each?.newPage)
    const atPages = indexes.filter(besidePage).length
    if (indexes.length >= 3 ? atPages >= 1 || indexes.length >= 4 : atPages >= 1 && indexes.length === 2) {
      // The first one may be the document's title, which is kept.
      for (const index of indexes.slice(besidePage(indexes[0] ?? 0) && indexes.length > 2 ? 0 : 1)) dropped.add(index)
    }
  }
  return lines.filter((_, index) => !dropped.has(index))
}

/** A line of the table of contents: a heading, dots, and its page. */
function isContentsLine(line: Line): boolean {
  return /(?:(?<!…)…{2,}|(?<![.·])[.·]{3,}|\t)\s{0,20}\d{1,4}$/.test(narrow(line.text)) && looksNumbered(line.text)
}

function isSentence(text: string): boolean {
  return /[。；！？;]/.test(text)
}

function looksNumbered(text: string): boolean {
  return /^\s*(?:[（(]?[一二三四五六七八九十百]+[）)、.．]|\d+\s*[.、．])/.test(narrow(text)) || /^[（(]/.test(text)
}
