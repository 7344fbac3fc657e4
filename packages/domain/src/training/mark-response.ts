import { z } from 'zod'
import { figureOf } from './question-draft.ts'
import type { QuestionAsked, QuestionBody, QuestionKind, Response } from './question.ts'

/**
 * How a kind of question gives marks: all of them or none; all for exactly the right ones, half when some are missing
 * and none as soon as a wrong one is chosen; the share of the pairs that are right.
 */
export const MarkingRule = z.enum(['all-or-nothing', 'half-when-incomplete', 'share-of-pairs'])
export type MarkingRule = z.infer<typeof MarkingRule>

/** The rule of each kind. No public source fixes them: they are the usual ones of written tests here (d). */
export const markingRuleOf: Readonly<Record<QuestionKind, MarkingRule>> = {
  single: 'all-or-nothing',
  multiple: 'half-when-incomplete',
  judgement: 'all-or-nothing',
  blank: 'all-or-nothing',
  numerical: 'all-or-nothing',
  matching: 'share-of-pairs',
}

/** Marks for an answer: never less than none, never more than `marks`. One that does not fit its question is wrong. */
export function markResponse(body: QuestionBody, response: Response, marks: number): number {
  return fitsQuestion(body, response) ? marks * shareOf(body, response) : 0
}

function shareOf(body: QuestionBody, response: Response): number {
  if (response === null) return 0
  switch (body.kind) {
    case 'single':
      return 'chosen' in response && isExactly(new Set(response.chosen), [body.right]) ? 1 : 0
    case 'multiple': {
      if (!('chosen' in response)) return 0
      const chosen = new Set(response.chosen)
      if (isExactly(chosen, body.right)) return 1
      return chosen.size > 0 && [...chosen].every((key) => body.right.includes(key)) ? 0.5 : 0
    }
    case 'judgement':
      return 'judged' in response && response.judged === body.right ? 1 : 0
    case 'blank':
      return 'written' in response && body.accepted.some((form) => plain(form) === plain(response.written)) ? 1 : 0
    case 'numerical': {
      const figure = 'written' in response ? figureOf(response.written) : undefined
      // Decimal fractions are not exact in binary: what lies on the edge is within.
      const slack = 1e-9 * Math.max(1, Math.abs(body.right))
      return figure !== undefined && Math.abs(figure - body.right) <= body.tolerance + slack ? 1 : 0
    }
    case 'matching': {
      if (!('matched' in response)) return 0
      const { matched } = response
      const right = body.premises.filter(({ key }) => body.right[key] !== undefined && matched[key] === body.right[key])
      return body.premises.length === 0 ? 0 : right.length / body.premises.length
    }
  }
}

function isExactly(chosen: ReadonlySet<string>, right: readonly string[]): boolean {
  return chosen.size === new Set(right).size && right.every((key) => chosen.has(key))
}

/** White space, width, case and the stop at the end do not count. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[。.]$/, '')
}

/** Whether an answer has the shape that its question asks for, naming nothing that is not on the paper. */
export function fitsQuestion(body: QuestionBody, response: Response): boolean {
  if (response === null) return true
  switch (body.kind) {
    case 'single':
    case 'multiple': {
      if (!('chosen' in response)) return false
      const keys = new Set(body.options.map(({ key }) => key))
      const { chosen } = response
      const once = new Set(chosen).size === chosen.length
      return once && chosen.every((key) => keys.has(key)) && (body.kind === 'multiple' || chosen.length <= 1)
    }
    case 'judgement':
      return 'judged' in response
    case 'blank':
    case 'numerical':
      return 'written' in response
    case 'matching': {
      if (!('matched' in response)) return false
      const premises = new Set(body.premises.map(({ key }) => key))
      const choices = new Set(body.choices.map(({ key }) => key))
      return Object.entries(response.matched).every(([premise, choice]) => premises.has(premise) && choices.has(choice))
    }
  }
}

/** Whether an answer says all that is asked for: what it does not, the summary before handing in lists as open. */
export function isAnswered(asked: QuestionAsked | QuestionBody, response: Response): boolean {
  if (response === null) return false
  if ('chosen' in response) return response.chosen.length > 0
  if ('written' in response) return response.written.trim() !== ''
  if ('judged' in response) return true
  return asked.kind === 'matching' && asked.premises.every(({ key }) => response.matched[key] !== undefined)
}

/** The right answer in the shape of an answer, for showing it once an attempt is closed. */
export function rightResponse(body: QuestionBody): Response {
  switch (body.kind) {
    case 'single':
      return { chosen: [body.right] }
    case 'multiple':
      return { chosen: body.right }
    case 'judgement':
      return { judged: body.right }
    case 'blank':
      return { written: body.accepted.join('；') }
    case 'numerical':
      return { written: body.tolerance > 0 ? `${body.right} ± ${body.tolerance}` : String(body.right) }
    case 'matching':
      return { matched: body.right }
  }
}
