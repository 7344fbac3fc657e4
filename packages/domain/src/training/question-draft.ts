import { z } from 'zod'
import type { QuestionBody, QuestionKind, QuestionVersion } from './question.ts'

/**
 * A question as somebody typed it or a file has it: nothing in it is believed yet. Forms and importers alike hand it
 * to `decideQuestion`, which answers with a question or with its faults.
 */
export const QuestionDraft = z.strictObject({
  /** A kind by any name that we know: `single`, 单选题, radio … */
  kind: z.string().max(100),
  stem: z.string().max(20_000),
  options: z.array(z.strictObject({ key: z.string().max(20), text: z.string().max(10_000) })).max(60),
  /** By kind: keys of the right options; 对 or 错; every accepted form; the number. */
  right: z.array(z.string().max(2000)).max(100),
  /** How far from the number an answer may lie. */
  tolerance: z.string().max(60),
  /** What belongs together in a matching question; a choice without a premise is there to mislead. */
  pairs: z.array(z.strictObject({ premise: z.string().max(10_000), choice: z.string().max(10_000) })).max(60),
  category: z.string().max(500),
  explanation: z.string().max(20_000),
  /** 1 to 5, or empty for the middle. */
  difficulty: z.string().max(60),
})
export type QuestionDraft = z.infer<typeof QuestionDraft>

export const emptyQuestionDraft: QuestionDraft = {
  kind: '',
  stem: '',
  options: [],
  right: [],
  tolerance: '',
  pairs: [],
  category: '',
  explanation: '',
  difficulty: '',
}

const kindNames: Readonly<Record<QuestionKind, readonly string[]>> = {
  single: ['single', 'radio', 'singlechoice', '单选', '单选题', '单项选择', '单项选择题'],
  multiple: [
    'multiple',
    'checkbox',
    'multiplechoice',
    'multipleanswers',
    '多选',
    '多选题',
    '多项选择',
    '多项选择题',
    '不定项',
    '不定项选择题',
  ],
  judgement: ['judgement', 'judgment', 'truefalse', 'trueorfalse', 'boolean', '判断', '判断题', '是非题'],
  blank: ['blank', 'shortanswer', 'fill', 'fillin', '填空', '填空题'],
  numerical: ['numerical', 'number', 'figure', '数值', '数值题', '计算题'],
  matching: ['matching', 'match', '匹配', '匹配题', '连线', '连线题'],
}

/** The kind that a name stands for. */
export function questionKindOf(name: string): QuestionKind | undefined {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_/-]+/g, '')
  return (Object.keys(kindNames) as QuestionKind[]).find((kind) => kindNames[kind].includes(plain))
}

const yes = ['对', '正确', '是', '真', 'true', 't', 'yes', 'y', '√', '✓', '✔', '1']
const no = ['错', '错误', '不正确', '不对', '否', '假', 'false', 'f', 'no', 'n', '×', '✗', '✘', 'x', '0']

/** What a judgement says, by any name that we know. */
export function judgementOf(name: string): boolean | undefined {
  const plain = name.normalize('NFKC').trim().toLowerCase()
  return yes.includes(plain) ? true : no.includes(plain) ? false : undefined
}

/** A figure as people write it: full-width digits and thousands' commas are understood. */
export function figureOf(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace('−', '-')
  return /^[-+]?(\d+(?:\.\d*)?|\.\d+)(e[-+]?\d{1,2})?$/i.test(plain) ? Number(plain) : undefined
}

/** A question laid open for editing. */
export function questionDraftOf(
  version: Pick<QuestionVersion, 'body' | 'explanation' | 'difficulty'>,
  category: string,
): QuestionDraft {
  const { body, explanation, difficulty } = version
  const draft = {
    ...emptyQuestionDraft,
    kind: body.kind,
    stem: body.stem,
    category,
    explanation,
    difficulty: String(difficulty),
  }
  switch (body.kind) {
    case 'single':
      return { ...draft, options: body.options, right: [body.right] }
    case 'multiple':
      return { ...draft, options: body.options, right: body.right }
    case 'judgement':
      return { ...draft, right: [String(body.right)] }
    case 'blank':
      return { ...draft, right: body.accepted }
    case 'numerical':
      return { ...draft, right: [String(body.right)], tolerance: body.tolerance === 0 ? '' : String(body.tolerance) }
    case 'matching':
      return { ...draft, pairs: pairsOf(body) }
  }
}

function pairsOf(body: Extract<QuestionBody, { kind: 'matching' }>): QuestionDraft['pairs'] {
  const textOf = new Map(body.choices.map(({ key, text }) => [key, text]))
  const used = new Set(Object.values(body.right))
  return [
    ...body.premises.map(({ key, text }) => ({ premise: text, choice: textOf.get(body.right[key] ?? '') ?? '' })),
    ...body.choices.filter(({ key }) => !used.has(key)).map(({ text }) => ({ premise: '', choice: text })),
  ]
}
