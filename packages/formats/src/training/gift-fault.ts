import type { QuestionFault } from '@dangjian/domain/training'
import type { GiftBlock } from './gift-block.ts'

/** What the parser throws: where it stopped, and at which sign; null at the end. */
interface GiftSlip {
  readonly found: string | null
  readonly location: { readonly start: { readonly line: number; readonly offset: number } }
}

/** A slip in words of ours: the parser's own are English and name its grammar. */
export function giftFault(error: unknown, { text, lines }: GiftBlock): QuestionFault {
  if (!isSlip(error)) return { fault: 'question-too-large', field: 'stem' }
  const { found, location } = error
  const line = lines[location.start.line - 1] ?? lines.at(-1) ?? 0
  if (found === null) return { fault: 'brace-unclosed', field: 'right', detail: { line } }
  const opened = /(?<!\\)\{/.test(text.slice(0, location.start.offset))
  if (found === '}' && !opened) return { fault: 'brace-unopened', field: 'right', detail: { line } }
  if (found === '#' && /\{\s*$/.test(text.slice(0, location.start.offset)))
    return { fault: 'figure-unreadable', field: 'right', detail: { line } }
  return { fault: 'sign-unexpected', field: 'stem', detail: { line, sign: found } }
}

function isSlip(error: unknown): error is GiftSlip {
  return error instanceof Error && 'location' in error && 'found' in error
}
