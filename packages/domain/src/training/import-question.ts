import { decideQuestion, type DecidedQuestion } from './decide-question.ts'
import { QuestionDraft } from './question-draft.ts'
import type { QuestionFault } from './question-fault.ts'
import { likenessOf } from './question-likeness.ts'

/** Files that a bank can be filled from. */
export type QuestionFormat = 'table' | 'gift' | 'json'

/** A question as a file has it: where, what, and what the reader already found wrong. */
export interface QuestionRow {
  /** Line of the text or row of the table; of a JSON list its place, from 1. */
  readonly line: number
  readonly draft: QuestionDraft
  readonly faults: readonly QuestionFault[]
}

/** What a row would do when the import is confirmed. */
export type QuestionImportLine = { readonly line: number; readonly draft: QuestionDraft } & (
  | { readonly outcome: 'new'; readonly question: DecidedQuestion; readonly likeness: string }
  | {
      readonly outcome: 'like'
      readonly question: DecidedQuestion
      readonly likeness: string
      /** The question in the bank that asks the same, or the line of this file that does. */
      readonly like: { readonly questionId: string | null; readonly line: number | null; readonly stem: string }
    }
  | { readonly outcome: 'wrong'; readonly faults: readonly QuestionFault[] }
)

/** Most questions that one file may bring. */
export const IMPORT_QUESTIONS_LIMIT = 5000

/**
 * Says row by row what importing a file into a bank would do; nothing is written by it. A row that asks what the bank
 * or an earlier row already asks is 'like' and stays out unless it is wanted, so that a second import brings nothing.
 */
export function planQuestionImport(
  existing: ReadonlyMap<string, { readonly questionId: string; readonly stem: string }>,
  rows: readonly QuestionRow[],
  newKey: () => string,
): QuestionImportLine[] {
  const lineOf = new Map<string, QuestionRow>()
  return rows.map((row): QuestionImportLine => {
    const { line, draft } = row
    const within = QuestionDraft.safeParse(draft)
    if (row.faults.length > 0) return { line, draft, outcome: 'wrong', faults: row.faults }
    if (!within.success)
      return { line, draft, outcome: 'wrong', faults: [{ fault: 'question-too-large', field: 'stem' }] }
    const decision = decideQuestion(draft, newKey)
    if (!decision.ok) return { line, draft, outcome: 'wrong', faults: decision.faults }
    const likeness = likenessOf(draft.stem)
    const known = existing.get(likeness)
    const earlier = lineOf.get(likeness)
    if (!earlier) lineOf.set(likeness, row)
    const question = decision.value
    if (known) {
      return { line, draft, outcome: 'like', question, likeness, like: { ...known, line: null } }
    }
    if (earlier) {
      const like = { questionId: null, line: earlier.line, stem: earlier.draft.stem }
      return { line, draft, outcome: 'like', question, likeness, like }
    }
    return { line, draft, outcome: 'new', question, likeness }
  })
}
