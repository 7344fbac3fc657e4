/** A stretch of a GIFT text between blank lines: one question, with the line that it begins in. */
export interface GiftBlock {
  readonly line: number
  readonly text: string
  /** For each line of the text, which one of the file it is: comments and blank lines are left out. */
  readonly lines: readonly number[]
}

/**
 * Cuts a GIFT text into its questions, so that a slip in one is told by its line and costs only that one. Blank lines
 * part questions, save inside braces; a brace that is never closed ends with its question.
 */
export function giftBlocks(text: string): GiftBlock[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/)
  const blocks: GiftBlock[] = []
  let begun: { lines: number[]; texts: string[]; open: number } | undefined
  const end = (): void => {
    if (begun) blocks.push({ line: begun.lines[0] ?? 1, text: begun.texts.join('\n'), lines: begun.lines })
    begun = undefined
  }
  lines.forEach((raw, index) => {
    const comment = /^\s*\/\//.test(raw)
    const blank = raw.trim() === ''
    // The parser knows no blank line within a question, so it is left out.
    const within = blank && begun !== undefined && begun.open > 0 && closesSoon(lines, index)
    if (blank && !within) end()
    else if (!blank && !comment) {
      begun ??= { lines: [], texts: [], open: 0 }
      begun.lines.push(index + 1)
      begun.texts.push(raw)
      begun.open += bracesOf(raw)
    }
  })
  end()
  return blocks
}

/** How many braces a line opens more than it closes; those behind a backslash are text. */
function bracesOf(line: string): number {
  const braces = line.replace(/\\./g, '').match(/[{}]/g) ?? []
  return braces.reduce((sum, brace) => sum + (brace === '{' ? 1 : -1), 0)
}

/** Whether the next brace below closes: then the blank line lies within a question. */
function closesSoon(lines: readonly string[], from: number): boolean {
  for (let index = from + 1; index < Math.min(lines.length, from + 200); index += 1) {
    const brace = /[{}]/.exec((lines[index] ?? '').replace(/\\./g, ''))?.[0]
    if (brace) return brace === '}'
  }
  return false
}
