import type { Line } from './outline-line.ts'
import type { OutlineClause, OutlineItem } from './outline.ts'

/** Text put together from lines, with the source's place of each of its UTF-16 units (-1 for a space put in between). */
interface Joined {
  readonly text: string
  readonly places: readonly number[]
}

/** Joins broken lines: nothing between Chinese, a space between Latin words. */
export function joinLines(lines: readonly Line[], skip = 0): Joined {
  let text = ''
  const places: number[] = []
  for (const [index, line] of lines.entries()) {
    const content = index === 0 ? line.text.slice(skip) : line.text
    if (/[A-Za-z0-9,]$/.test(text) && /^[A-Za-z0-9]/.test(content)) {
      text += ' '
      places.push(-1)
    }
    const from = line.start + (index === 0 ? skip : 0)
    for (let unit = 0; unit < content.length; unit += 1) places.push(from + unit)
    text += content
  }
  return { text, places }
}

/** An item of the lines it stands on; `skip` is the length of its number. */
export function itemOf(number: number, lines: readonly Line[], skip: number): OutlineItem {
  const joined = joinLines(lines, skip)
  const clauses = clausesOf(joined)
  // An item of nothing but its number is empty, behind it.
  const behind = lines[0]?.end ?? 0
  return {
    number,
    title: titleOf(joined.text),
    text: joined.text,
    start: joined.places[0] ?? behind,
    end: joined.places.length > 0 ? (joined.places.at(-1) ?? 0) + 1 : behind,
    clauses,
  }
}

/** The first sentence without its stop. */
export function titleOf(text: string): string {
  const sentence = /^[^。！？!?；;]*/.exec(text)?.[0] ?? text
  return sentence.replace(/(?<![\s:：，,、])[\s:：，,、]+$/, '').trim()
}

const OPENING = '（(《〈“‘「『【[〔{'
const CLOSING = '）)》〉”’」』】]〕}'
/** UTF-16 units of the longest sentence that only names its item. */
const LONG_TITLE = 40
const STOPS = '。；;！？!?'

/**
 * Cuts at full stops and semicolons outside brackets and quotes; a bracketed note after a stop belongs to what it
 * follows, and the sentence that names the item to what it names.
 */
function clausesOf({ text, places }: Joined): OutlineClause[] {
  const pieces: { from: number; to: number }[] = []
  let depth = 0
  let from = 0
  for (let unit = 0; unit < text.length; unit += 1) {
    const character = text[unit] as string
    if (OPENING.includes(character) && closes(text, unit)) depth += 1
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && STOPS.includes(character)) {
      let to = unit + 1
      while (to < text.length && (STOPS + '”’」』').includes(text[to] as string)) to += 1
      pieces.push({ from, to })
      from = to
      unit = to - 1
    }
  }
  if (from < text.length) pieces.push({ from, to: text.length })
  const clauses: { from: number; to: number }[] = []
  for (const piece of pieces) {
    const content = text.slice(piece.from, piece.to).trim()
    const last = clauses.at(-1)
    if (last && (content === '' || isNote(content))) last.to = piece.to
    else if (content !== '') clauses.push({ ...piece })
  }
  const [heading, next] = clauses
  // What an item is called asks for nothing by itself: it stands with the first clause, so that no text is lost.
  if (heading && next && isHeading(text.slice(heading.from, heading.to).trim())) {
    clauses.splice(0, 2, { from: heading.from, to: next.to })
  }
  return clauses.map(({ from: first, to }) => {
    let begin = first
    let finish = to
    while (begin < finish && /\s/.test(text[begin] as string)) begin += 1
    while (finish > begin && /\s/.test(text[finish - 1] as string)) finish -= 1
    return {
      text: text.slice(begin, finish),
      start: places[begin] ?? 0,
      end: (places[finish - 1] ?? 0) + 1,
    }
  })
}

/** Whether a bracket that opens here closes before the text ends: one that never does is no bracket. */
function closes(text: string, unit: number): boolean {
  const closing = CLOSING[OPENING.indexOf(text[unit] as string)] as string
  return text.indexOf(closing, unit + 1) > unit
}

/** A short first sentence with its full stop names the item: `办好读书班。`; one with a figure in it asks for something. */
function isHeading(content: string): boolean {
  return content.length <= LONG_TITLE && /^[^。；;！？!?\d０-９]+。$/.test(content)
}

function isNote(content: string): boolean {
  return /^[（(【[][^）)】\]]*[）)】\]][。；;]?$/.test(content)
}
