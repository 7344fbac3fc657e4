import type { Detail } from '../access/decision.ts'
import type { ImportFaultKind } from './import-fault.ts'
import { figureOf, judgementOf, questionKindOf, type QuestionDraft } from './question-draft.ts'

/** What can be wrong with a question. */
export type QuestionFaultKind =
  | ImportFaultKind
  | 'kind-missing'
  | 'kind-unknown'
  | 'template-example'
  | 'cell-is-formula'
  | 'stem-missing'
  | 'text-too-long'
  | 'options-too-few'
  | 'options-too-many'
  | 'option-empty'
  | 'option-doubled'
  | 'option-key-doubled'
  | 'right-missing'
  | 'right-several'
  | 'right-not-an-option'
  | 'right-doubled'
  | 'right-not-a-judgement'
  | 'right-not-a-figure'
  | 'tolerance-not-a-figure'
  | 'pairs-too-few'
  | 'pair-incomplete'
  | 'premise-doubled'
  | 'difficulty-unknown'

export type QuestionField =
  | 'kind'
  | 'stem'
  | 'options'
  | 'right'
  | 'tolerance'
  | 'pairs'
  | 'category'
  | 'explanation'
  | 'difficulty'

/** A fault with the field that it stands beside, and in a list of options or pairs its place, from 0. */
export interface QuestionFault {
  readonly fault: QuestionFaultKind
  readonly field: QuestionField
  readonly place?: number
  readonly detail?: Detail
}

/** Lengths that a question may have, in UTF-16 units, and how many options. */
export const questionLimits = {
  stem: 5000,
  option: 2000,
  accepted: 200,
  explanation: 5000,
  category: 100,
  options: 20,
  forms: 50,
} as const

/** Everything that is wrong with a question as it was typed or imported; empty when it may be kept. */
export function questionFaults(draft: QuestionDraft): QuestionFault[] {
  const faults: QuestionFault[] = []
  const kind = questionKindOf(draft.kind)
  if (draft.kind.trim() === '') faults.push({ fault: 'kind-missing', field: 'kind' })
  else if (!kind) faults.push({ fault: 'kind-unknown', field: 'kind', detail: { kind: draft.kind.trim() } })
  if (draft.stem.trim() === '') faults.push({ fault: 'stem-missing', field: 'stem' })
  faults.push(...tooLong(draft.stem, questionLimits.stem, 'stem'))
  faults.push(...tooLong(draft.explanation, questionLimits.explanation, 'explanation'))
  faults.push(...tooLong(draft.category, questionLimits.category, 'category'))
  if (draft.difficulty.trim() !== '' && !/^[1-5]$/.test(draft.difficulty.normalize('NFKC').trim()))
    faults.push({ fault: 'difficulty-unknown', field: 'difficulty', detail: { value: draft.difficulty.trim() } })
  if (kind) faults.push(...answerFaults(kind, draft))
  return faults
}

function answerFaults(kind: NonNullable<ReturnType<typeof questionKindOf>>, draft: QuestionDraft): QuestionFault[] {
  const right = draft.right.filter((each) => each.trim() !== '')
  const none: QuestionFault[] = right.length === 0 ? [{ fault: 'right-missing', field: 'right' }] : []
  const several: QuestionFault[] =
    right.length > 1 ? [{ fault: 'right-several', field: 'right', detail: { count: right.length } }] : []
  switch (kind) {
    case 'single':
      return [...optionFaults(draft), ...none, ...several, ...keyFaults(draft, right)]
    case 'multiple':
      return [...optionFaults(draft), ...none, ...keyFaults(draft, right)]
    case 'judgement':
      return [
        ...none,
        ...several,
        ...right.flatMap((each) =>
          judgementOf(each) === undefined
            ? [
                {
                  fault: 'right-not-a-judgement' as const,
                  field: 'right' as const,
                  detail: { value: each.slice(0, 50) },
                },
              ]
            : [],
        ),
      ]
    case 'blank':
      return [
        ...none,
        ...right.flatMap((each) => tooLong(each, questionLimits.accepted, 'right')),
        ...(right.length > questionLimits.forms
          ? [{ fault: 'options-too-many' as const, field: 'right' as const, detail: { limit: questionLimits.forms } }]
          : []),
      ]
    case 'numerical': {
      const tolerance = figureOf(draft.tolerance)
      const wrong = draft.tolerance.trim() !== '' && (tolerance === undefined || tolerance < 0)
      return [
        ...none,
        ...several,
        ...right.flatMap((each) =>
          figureOf(each) === undefined
            ? [{ fault: 'right-not-a-figure' as const, field: 'right' as const, detail: { value: each.slice(0, 50) } }]
            : [],
        ),
        ...(wrong
          ? [
              {
                fault: 'tolerance-not-a-figure' as const,
                field: 'tolerance' as const,
                detail: { value: draft.tolerance.slice(0, 50) },
              },
            ]
          : []),
      ]
    }
    case 'matching':
      return pairFaults(draft)
  }
}

function optionFaults({ options }: QuestionDraft): QuestionFault[] {
  const faults: QuestionFault[] = []
  if (options.length < 2) faults.push({ fault: 'options-too-few', field: 'options' })
  if (options.length > questionLimits.options)
    faults.push({ fault: 'options-too-many', field: 'options', detail: { limit: questionLimits.options } })
  const texts = options.map(({ text }) => plain(text))
  options.forEach(({ key, text }, place) => {
    const detail = { option: letterOf(place) }
    if (text.trim() === '') faults.push({ fault: 'option-empty', field: 'options', place, detail })
    faults.push(...tooLong(text, questionLimits.option, 'options', place))
    const first = texts.indexOf(texts[place] ?? '')
    if (text.trim() !== '' && first < place)
      faults.push({ fault: 'option-doubled', field: 'options', place, detail: { ...detail, other: letterOf(first) } })
    if (options.findIndex((each) => each.key === key) < place)
      faults.push({ fault: 'option-key-doubled', field: 'options', place, detail: { key } })
  })
  return faults
}

function keyFaults({ options }: QuestionDraft, right: readonly string[]): QuestionFault[] {
  const keys = new Set(options.map(({ key }) => key))
  const foreign = right.filter((key) => !keys.has(key))
  const doubled = right.filter((key, index) => right.indexOf(key) < index)
  return [
    ...foreign.map((key) => ({
      fault: 'right-not-an-option' as const,
      field: 'right' as const,
      detail: { key: key.slice(0, 50) },
    })),
    ...doubled.map((key) => ({ fault: 'right-doubled' as const, field: 'right' as const, detail: { key } })),
  ]
}

function pairFaults({ pairs }: QuestionDraft): QuestionFault[] {
  const faults: QuestionFault[] = []
  const premises = pairs.map(({ premise }) => plain(premise))
  if (
    premises.filter((premise) => premise !== '').length < 2 ||
    new Set(pairs.map(({ choice }) => plain(choice))).size < 2
  )
    faults.push({ fault: 'pairs-too-few', field: 'pairs' })
  if (pairs.length > questionLimits.options)
    faults.push({ fault: 'options-too-many', field: 'pairs', detail: { limit: questionLimits.options } })
  pairs.forEach(({ premise, choice }, place) => {
    if (choice.trim() === '')
      faults.push({ fault: 'pair-incomplete', field: 'pairs', place, detail: { pair: place + 1 } })
    faults.push(
      ...tooLong(premise, questionLimits.option, 'pairs', place),
      ...tooLong(choice, questionLimits.option, 'pairs', place),
    )
    const first = premises.indexOf(premises[place] ?? '')
    if (premises[place] !== '' && first < place)
      faults.push({ fault: 'premise-doubled', field: 'pairs', place, detail: { pair: place + 1, other: first + 1 } })
  })
  return faults
}

function tooLong(text: string, limit: number, field: QuestionField, place?: number): QuestionFault[] {
  if (text.trim().length <= limit) return []
  return [
    {
      fault: 'text-too-long',
      field,
      detail: { length: text.trim().length, limit },
      ...(place === undefined ? {} : { place }),
    },
  ]
}

/** Texts that a learner would take for the same. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/** How a learner sees an option named: A, B, C … */
export function letterOf(place: number): string {
  return place < 26 ? String.fromCharCode(65 + place) : String(place + 1)
}
