import { allow, refuse, type Decision } from '../access/decision.ts'
import type { PaperSlot } from './attempt.ts'
import type { BankId, QuestionAsked, QuestionBody, QuestionId, QuestionVersionId } from './question.ts'
import type { Quiz } from './quiz.ts'

/** A question that may stand on a paper, in the version to pin. */
export interface PaperCandidate {
  readonly versionId: QuestionVersionId
  readonly questionId: QuestionId
  readonly bankId: BankId
  readonly category: string
  readonly body: QuestionBody
}

export interface PaperSupply {
  /** The questions that the quiz names, in the version it names. */
  readonly fixed: ReadonlyMap<QuestionVersionId, PaperCandidate>
  /** Every active question of the banks that the quiz draws on, in its latest version. */
  readonly banks: readonly PaperCandidate[]
}

export type DrawPaperRefusal = 'paper-cannot-be-drawn'

/**
 * Draws the paper of one attempt and freezes it (试卷): question versions, the order of the questions and of their
 * options. The same quiz, supply and seed give the same paper. No question stands on it twice.
 */
export function drawPaper(quiz: Quiz, supply: PaperSupply, seed: string): Decision<PaperSlot[], DrawPaperRefusal> {
  const random = randomFrom(seed)
  const named = quiz.slots.flatMap((slot) => (slot.kind === 'fixed' ? [supply.fixed.get(slot.questionVersionId)] : []))
  const used = new Set<QuestionId>(named.flatMap((candidate) => (candidate ? [candidate.questionId] : [])))
  const chosen = new Map<number, PaperCandidate[]>()
  // Slots of one category first: the others may take from all that is left.
  const order = quiz.slots
    .map((slot, index) => ({ slot, index }))
    .toSorted((a, b) => Number(isOpen(a.slot)) - Number(isOpen(b.slot)))
  for (const { slot, index } of order) {
    if (slot.kind === 'fixed') {
      const candidate = supply.fixed.get(slot.questionVersionId)
      if (!candidate) return refuse('paper-cannot-be-drawn')
      chosen.set(index, [candidate])
      continue
    }
    const free = supply.banks
      .filter(({ bankId, category, questionId }) => {
        const fits = bankId === slot.bankId && (slot.category === null || category === slot.category)
        return fits && !used.has(questionId)
      })
      .toSorted((a, b) => (a.versionId < b.versionId ? -1 : 1))
    if (free.length < slot.count) return refuse('paper-cannot-be-drawn')
    const drawn = shuffled(free, random).slice(0, slot.count)
    for (const { questionId } of drawn) used.add(questionId)
    chosen.set(index, drawn)
  }
  const paper = quiz.slots.flatMap((slot, index) =>
    (chosen.get(index) ?? []).map(({ versionId, body }) => ({
      questionVersionId: versionId,
      order: orderOf(body, quiz.shuffled, random),
      marks: slot.marks,
    })),
  )
  if (paper.length === 0) return refuse('paper-cannot-be-drawn')
  return allow(quiz.shuffled ? shuffled(paper, random) : paper)
}

function isOpen(slot: Quiz['slots'][number]): boolean {
  return slot.kind === 'drawn' && slot.category === null
}

/** Choices to be matched are always mixed: in their bank they lie beside the premises that they belong to. */
function orderOf(body: QuestionBody, mixed: boolean, random: () => number): string[] {
  if (body.kind === 'matching') return shuffled(body.choices.map(({ key }) => key).toSorted(), random)
  if (body.kind !== 'single' && body.kind !== 'multiple') return []
  const keys = body.options.map(({ key }) => key)
  return mixed ? shuffled(keys.toSorted(), random) : keys
}

/** What a learner is shown of a question on their paper: what is asked, in the paper's order, and nothing of what is right. */
export function askedOf(body: QuestionBody, order: readonly string[]): QuestionAsked {
  const { stem } = body
  const inOrder = <T extends { readonly key: string; readonly text: string }>(options: readonly T[]) =>
    order.flatMap((key) =>
      options.filter((option) => option.key === key).map((option) => ({ key: option.key, text: option.text })),
    )
  switch (body.kind) {
    case 'single':
    case 'multiple':
      return { kind: body.kind, stem, options: inOrder(body.options) }
    case 'matching':
      return {
        kind: 'matching',
        stem,
        premises: body.premises.map(({ key, text }) => ({ key, text })),
        choices: inOrder(body.choices),
      }
    default:
      return { kind: body.kind, stem }
  }
}

/** A sequence of numbers from 0 to 1 that a text determines (sfc32 over a hash of it). */
function randomFrom(seed: string): () => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]
  const step = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (const sign of seed) {
    a = (a ^ (sign.codePointAt(0) ?? 0)) | 0
    step()
  }
  for (let n = 0; n < 12; n += 1) step()
  return () => step() / 4_294_967_296
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T]
  }
  return mixed
}
