import { QuestionBody, type QuestionOption } from './question.ts'
import { figureOf, judgementOf, questionKindOf, type QuestionDraft } from './question-draft.ts'
import { questionFaults, type QuestionFault } from './question-fault.ts'

/** What is kept of a question that has no fault. */
export interface DecidedQuestion {
  readonly body: QuestionBody
  readonly category: string
  readonly explanation: string
  readonly difficulty: number
}

export type QuestionDecision =
  | { readonly ok: true; readonly value: DecidedQuestion }
  | { readonly ok: false; readonly faults: readonly QuestionFault[] }

/**
 * A question from what was typed or imported, or its faults. Options get keys that tell nothing of their place;
 * keys that are so already stay, so that a saved question which nobody changed is the same question.
 */
export function decideQuestion(draft: QuestionDraft, newKey: () => string): QuestionDecision {
  const faults = questionFaults(draft)
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: {
      // Faultless drafts and the schema agree; should they ever part, this is a bug and is thrown.
      body: QuestionBody.parse(bodyOf(draft, newKey)),
      category: draft.category.trim(),
      explanation: draft.explanation.trim(),
      difficulty: Number(draft.difficulty.normalize('NFKC').trim() || 3),
    },
  }
}

function bodyOf(draft: QuestionDraft, newKey: () => string): QuestionBody {
  const kind = questionKindOf(draft.kind) ?? 'single'
  const stem = draft.stem.trim()
  const right = draft.right.filter((each) => each.trim() !== '')
  switch (kind) {
    case 'single':
    case 'multiple': {
      const opaque = new Map(draft.options.map(({ key }) => [key, isOpaque(key) ? key : newKey()]))
      const keyOf = (key: string): string => opaque.get(key) ?? key
      const options = draft.options.map(({ key, text }) => ({ key: keyOf(key), text: text.trim() }))
      if (kind === 'single') return { kind, stem, options, right: keyOf(right[0] ?? '') }
      return { kind, stem, options, right: right.map(keyOf) }
    }
    case 'judgement':
      return { kind, stem, right: judgementOf(right[0] ?? '') ?? false }
    case 'blank':
      return { kind, stem, accepted: [...new Set(right.map((each) => each.trim()))] }
    case 'numerical':
      return { kind, stem, right: figureOf(right[0] ?? '') ?? 0, tolerance: figureOf(draft.tolerance) ?? 0 }
    case 'matching':
      return { kind, stem, ...matchingOf(draft.pairs, newKey) }
  }
}

/** Premises that share an answer share its choice. */
function matchingOf(pairs: QuestionDraft['pairs'], newKey: () => string) {
  const choices = new Map<string, QuestionOption>()
  const premises: QuestionOption[] = []
  const right: Record<string, string> = {}
  for (const { premise, choice } of pairs) {
    const text = choice.trim()
    const same = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
    const kept = choices.get(same) ?? { key: newKey(), text }
    choices.set(same, kept)
    if (premise.trim() === '') continue
    const key = newKey()
    premises.push({ key, text: premise.trim() })
    right[key] = kept.key
  }
  return { premises, choices: [...choices.values()], right }
}

function isOpaque(key: string): boolean {
  return /^[a-z0-9]{4,12}$/.test(key)
}
