import { narrow } from './outline-line.ts'

/** How a line is numbered: its level, its number as written and as a figure, and where what follows begins. */
export interface Mark {
  readonly level: 'chapter' | 'heading' | 'subheading' | 'item' | 'subitem'
  readonly number: string
  readonly value: number
  /** UTF-16 units from the line's beginning to what follows the number. */
  readonly length: number
}

const HAN = '一二三四五六七八九十百零〇两'
const patterns: readonly { level: Mark['level']; pattern: RegExp }[] = [
  { level: 'chapter', pattern: new RegExp(`^第\\s*([${HAN}]+|\\d+)\\s*(?:部分|章|篇|编)[\\s、:，,.]*`) },
  { level: 'heading', pattern: new RegExp(`^([${HAN}]+)\\s*[、.．。]\\s*`) },
  { level: 'subheading', pattern: new RegExp(`^[(（〔]\\s*([${HAN}]+)\\s*[)）〕]\\s*[、.]?\\s*`) },
  // A figure with a decimal part, a date or an amount is not a number of an item; a year or month may follow one.
  { level: 'item', pattern: /^(\d{1,3})\s*(?:[.、．]|,(?=\D))\s*(?:(?!\d)|(?=(?:\d{4}\s*年|\d{1,2}\s*月)))/ },
  { level: 'subitem', pattern: /^(?:[(（]\s*(\d{1,3})\s*[)）]|(\d{1,3})\s*[)）])\s*[、.]?\s*/ },
  { level: 'subitem', pattern: /^([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])\s*/ },
]
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

const LEVELS = ['chapter', 'heading', 'subheading', 'item', 'subitem'] as const satisfies readonly Mark['level'][]

/** Whether one level of headings stands above another. */
export function isAbove(level: Mark['level'], other: Mark['level']): boolean {
  return LEVELS.indexOf(level) < LEVELS.indexOf(other)
}

/** Reads a line's number; nothing where it has none. */
export function markOf(text: string): Mark | undefined {
  const plain = narrow(text)
  if (isDate(plain)) return undefined
  for (const { level, pattern } of patterns) {
    const found = pattern.exec(plain)
    const number = found?.[1] ?? found?.[2]
    // An item's number may stand on a line of its own; what it numbers is on the next.
    if (found && number !== undefined && (found[0].length < plain.length || level === 'item')) {
      return { level, number, value: valueOf(number), length: found[0].length }
    }
  }
  return undefined
}

/** A line that begins with a date is no numbered line: `2025年2月`, `3月5日`, `2025.2.18`, `2025-02-18`, `二〇二五年`. */
export function isDate(text: string): boolean {
  const plain = narrow(text)
  return (
    /^\d{1,4}\s*年/.test(plain) ||
    /^\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号]|[底初中]|份|\s*[-—至到~])/.test(plain) ||
    /^\d{1,2}\s*[日号]/.test(plain) ||
    /^\d{2,4}\s*[./-]\s*\d{1,2}(?:\s*[./-]\s*\d{1,2})?(?!\d)/.test(plain) ||
    /^[一二三四五六七八九〇零○]{2,4}年/.test(plain)
  )
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** The figure that a number as written stands for, up to 999. */
export function valueOf(number: string): number {
  if (/^\d+$/.test(number)) return Number(number)
  const circled = CIRCLED.indexOf(number)
  if (circled >= 0) return circled + 1
  let total = 0
  let pending = 0
  for (const character of number) {
    if (character === '百' || character === '十') {
      total += (pending || 1) * (character === '百' ? 100 : 10)
      pending = 0
    } else {
      pending = DIGITS[character] ?? 0
    }
  }
  return total + pending
}
