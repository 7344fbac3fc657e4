import { parse, type GIFTQuestion, type NumericalFormat, type TextChoice, type TextFormat } from 'gift-pegjs'
import {
  emptyQuestionDraft,
  letterOf,
  type QuestionDraft,
  type QuestionFault,
  type QuestionRow,
} from '@dangjian/domain/training'
import { giftFault } from './gift-fault.ts'
import { giftBlocks } from './gift-block.ts'

/**
 * Questions of a GIFT text (Moodle's plain form), each with its line. What the parser cannot read, and what no machine
 * can mark (essay, description), are rows with their reason: one slip does not cost the file.
 */
export function giftRows(text: string): QuestionRow[] {
  let category = ''
  return giftBlocks(text).flatMap((block): QuestionRow[] => {
    const { line } = block
    const unreadable = (fault: QuestionFault): QuestionRow[] => [
      { line, draft: { ...emptyQuestionDraft, stem: block.text.slice(0, 500) }, faults: [fault] },
    ]
    if (block.text.length > BLOCK_LIMIT) return unreadable({ fault: 'question-too-large', field: 'stem' })
    try {
      return parse(block.text).flatMap((question) => {
        if (question.type === 'Category') category = categoryOf(question.title)
        return question.type === 'Category' ? [] : [rowOf(question, line, category)]
      })
    } catch (error) {
      return unreadable(giftFault(error, block))
    }
  })
}

/** A question is a screen of text; the parser's time grows faster than its text. */
const BLOCK_LIMIT = 30_000

type Known = Exclude<GIFTQuestion, { type: 'Category' }>

function rowOf(question: Known, line: number, category: string): QuestionRow {
  const draft: QuestionDraft = { ...emptyQuestionDraft, category, stem: plainText(question.stem) }
  const general = 'globalFeedback' in question ? plainText(question.globalFeedback) : ''
  switch (question.type) {
    case 'MC':
      return { line, faults: [], draft: choiceDraft(draft, question.choices, general) }
    case 'TF': {
      const feedback = question.isTrue ? question.trueFeedback : question.falseFeedback
      const explanation = general || plainText(feedback)
      return { line, faults: [], draft: { ...draft, kind: 'judgement', right: [String(question.isTrue)], explanation } }
    }
    case 'Short': {
      const right = question.choices.filter((choice) => markOf(choice) >= FULL)
      const explanation = general || plainText(right.find(({ feedback }) => feedback)?.feedback)
      return {
        line,
        faults: [],
        draft: { ...draft, kind: 'blank', right: right.map(({ text }) => plainText(text)), explanation },
      }
    }
    case 'Numerical':
      return {
        line,
        faults: [],
        draft: { ...draft, kind: 'numerical', explanation: general, ...figuresOf(question.choices) },
      }
    case 'Matching': {
      const pairs = question.matchPairs.map(({ subquestion, subanswer }) => ({
        premise: plainText(subquestion),
        choice: subanswer.trim(),
      }))
      return { line, faults: [], draft: { ...draft, kind: 'matching', pairs, explanation: general } }
    }
    case 'Essay':
      return { line, draft, faults: [{ fault: 'answer-braces-empty', field: 'right', detail: { line } }] }
    case 'Description':
      return { line, draft, faults: [{ fault: 'answer-unwritten', field: 'right', detail: { line } }] }
  }
}

/** Marks in percent from which an answer counts as right; three thirds are written 33.33333. */
const FULL = 99.9

function markOf(choice: { isCorrect: boolean; weight: number | null }): number {
  return choice.weight ?? (choice.isCorrect ? 100 : 0)
}

/** Several right answers, or answers that share the marks, make a multiple choice; one, or none given, a single choice. */
function choiceDraft(draft: QuestionDraft, choices: readonly TextChoice[], general: string): QuestionDraft {
  const options = choices.map(({ text }, place) => ({ key: letterOf(place), text: plainText(text) }))
  const keysFrom = (least: number): string[] =>
    options.filter((_, place) => markOf(choices[place] as TextChoice) >= least).map(({ key }) => key)
  const full = keysFrom(FULL)
  const right = full.length > 0 ? full : keysFrom(0.001)
  const single = full.length === 1 || right.length === 0
  const own = single ? choices.find((choice) => markOf(choice) >= FULL)?.feedback : null
  return { ...draft, kind: single ? 'single' : 'multiple', options, right, explanation: general || plainText(own) }
}

function figuresOf(
  choices: NumericalFormat | readonly { isCorrect: boolean; weight: number | null; text: NumericalFormat }[],
): Pick<QuestionDraft, 'right' | 'tolerance'> {
  const right =
    'type' in choices ? [choices] : choices.filter((choice) => markOf(choice) >= FULL).map(({ text }) => text)
  const spans = right.map(spanOf)
  const [first] = spans
  return { right: spans.map(({ at }) => String(at)), tolerance: first && first.around > 0 ? String(first.around) : '' }
}

function spanOf(format: NumericalFormat): { at: number; around: number } {
  const { number, range, numberLow, numberHigh } = format
  if (numberLow !== undefined && numberHigh !== undefined)
    return { at: exact((numberLow + numberHigh) / 2), around: exact((numberHigh - numberLow) / 2) }
  return { at: number ?? Number.NaN, around: range ?? 0 }
}

/** Without the crumbs of binary fractions. */
function exact(value: number): number {
  return Number(value.toPrecision(12))
}

/** The words of a text; of HTML its lines without the marks. What comes out is shown as text and never as HTML. */
export function plainText(text: TextFormat | null | undefined): string {
  if (!text) return ''
  if (text.format !== 'html') return text.text.trim()
  return text.text
    .replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, '')
    .replace(/<br\s*\/?>|<\/(p|li|div|h\d|tr|pre)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, signOf)
    .replaceAll('\u00a0', ' ')
    .replace(/(?<![ \t])[ \t]*\n\s*/g, '\n')
    .trim()
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function signOf(whole: string, name: string): string {
  if (!name.startsWith('#')) return signs[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** `$course$/top/组织工作/任期` is filed under its last name. */
function categoryOf(title: string): string {
  return (
    title
      .split('/')
      .map((part) => part.trim())
      .findLast((part) => part !== '' && part !== 'top' && !/^\$\w+\$$/.test(part)) ?? ''
  )
}
