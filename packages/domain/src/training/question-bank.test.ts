import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideQuestion } from './decide-question.ts'
import { planQuestionImport, type QuestionRow } from './import-question.ts'
import {
  emptyQuestionDraft,
  figureOf,
  judgementOf,
  questionDraftOf,
  questionKindOf,
  type QuestionDraft,
} from './question-draft.ts'
import { letterOf, questionFaults } from './question-fault.ts'
import { ALIKE_FROM, findAlike, likenessOf, likenessShare } from './question-likeness.ts'
import { QuestionBody } from './question.ts'
import { questionFaultWords } from './making-words.ts'

const draft = (more: Partial<QuestionDraft>): QuestionDraft => ({
  ...emptyQuestionDraft,
  stem: '党支部每届任期几年？',
  ...more,
})
const options = (...texts: string[]) => texts.map((text, place) => ({ key: letterOf(place), text }))
const faultsOf = (more: Partial<QuestionDraft>): string[] => questionFaults(draft(more)).map(({ fault }) => fault)
let keys = 0
const newKey = (): string => `k${String((keys += 1)).padStart(6, '0')}`

describe('faults of a question', () => {
  it.each<[string, Partial<QuestionDraft>, string[]]>([
    ['no kind', { kind: '' }, ['kind-missing']],
    ['an unknown kind', { kind: '论述题' }, ['kind-unknown']],
    ['no stem', { kind: '判断题', right: ['对'], stem: ' ' }, ['stem-missing']],
    ['no right answer', { kind: 'single', options: options('甲', '乙') }, ['right-missing']],
    [
      'two right answers of a single choice',
      { kind: 'radio', options: options('甲', '乙'), right: ['A', 'B'] },
      ['right-several'],
    ],
    [
      'a key not among the options',
      { kind: '多选题', options: options('甲', '乙'), right: ['A', 'E'] },
      ['right-not-an-option'],
    ],
    ['doubled options', { kind: 'single', options: options('甲 ', '甲'), right: ['A'] }, ['option-doubled']],
    ['an empty option', { kind: 'single', options: options('甲', '乙', ''), right: ['A'] }, ['option-empty']],
    ['one option', { kind: 'single', options: options('甲'), right: ['A'] }, ['options-too-few']],
    ['a judgement that is none', { kind: '判断', right: ['也许'] }, ['right-not-a-judgement']],
    ['a figure that is none', { kind: '数值题', right: ['三'] }, ['right-not-a-figure']],
    ['a negative tolerance', { kind: '数值题', right: ['3'], tolerance: '-1' }, ['tolerance-not-a-figure']],
    ['one pair', { kind: 'matching', pairs: [{ premise: '甲', choice: '1' }] }, ['pairs-too-few']],
    [
      'a premise twice',
      {
        kind: 'matching',
        pairs: [
          { premise: '甲', choice: '1' },
          { premise: '甲', choice: '2' },
        ],
      },
      ['premise-doubled'],
    ],
    ['a difficulty of nine', { kind: '判断', right: ['对'], difficulty: '9' }, ['difficulty-unknown']],
    ['too long a stem', { kind: '判断', right: ['对'], stem: '字'.repeat(5001) }, ['text-too-long']],
  ])('finds %s', (_, more, faults) => {
    expect(faultsOf(more)).toEqual(faults)
    for (const fault of questionFaults(draft(more))) expect(questionFaultWords.en[fault.fault]).toBeTruthy()
  })

  it('names the option and the one that it repeats', () => {
    const [fault] = questionFaults(draft({ kind: 'single', options: options('甲', '乙', '甲'), right: ['A'] }))
    expect(fault).toMatchObject({ field: 'options', place: 2, detail: { option: 'C', other: 'A' } })
  })

  it('knows kinds, judgements and figures by the names that people use', () => {
    expect(
      ['单选题', 'Radio', 'single choice', '多项选择题', 'TRUE/FALSE', '填空', '连线题'].map(questionKindOf),
    ).toEqual(['single', 'single', 'single', 'multiple', 'judgement', 'blank', 'matching'])
    expect(['正确', '×', 'T', '０', '不好说'].map(judgementOf)).toEqual([true, false, true, false, undefined])
    expect(['３．５', '1,234', '-2', '1,2', '', '1e3'].map(figureOf)).toEqual([
      3.5,
      1234,
      -2,
      undefined,
      undefined,
      1000,
    ])
  })
})

const word = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'党支部书记委员任期三五年abc123') })
const anyDraft: fc.Arbitrary<QuestionDraft> = fc.record({
  kind: fc.constantFrom('single', 'multiple', '判断题', '填空题', 'numerical', '匹配题', '', '论述'),
  stem: fc.oneof(word, fc.constant(' ')),
  options: fc.array(word, { maxLength: 6 }).map((texts) => options(...texts)),
  right: fc.array(fc.oneof(fc.constantFrom('A', 'B', 'C', '对', '错', '3', ''), word), { maxLength: 3 }),
  tolerance: fc.constantFrom('', '0.5', '-1', 'x'),
  pairs: fc.array(fc.record({ premise: fc.oneof(word, fc.constant('')), choice: fc.oneof(word, fc.constant('')) }), {
    maxLength: 5,
  }),
  category: word,
  explanation: fc.string(),
  difficulty: fc.constantFrom('', '1', '５', '9'),
})

describe('deciding on a question', () => {
  it('keeps a question exactly when it has no fault, and what it keeps fits the schema', () => {
    fc.assert(
      fc.property(anyDraft, (each) => {
        const decision = decideQuestion(each, newKey)
        expect(decision.ok).toBe(questionFaults(each).length === 0)
        if (decision.ok) expect(QuestionBody.safeParse(decision.value.body).success).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('opens for editing what it kept: saving it unchanged gives the same question', () => {
    fc.assert(
      fc.property(anyDraft, (each) => {
        const first = decideQuestion(each, newKey)
        fc.pre(first.ok && first.value.body.kind !== 'matching')
        if (!first.ok) return
        expect(decideQuestion(questionDraftOf(first.value, first.value.category), newKey)).toEqual(first)
      }),
      { numRuns: 500 },
    )
  })

  it('gives options keys that tell nothing of their place', () => {
    const decision = decideQuestion(draft({ kind: 'single', options: options('甲', '乙', '丙'), right: ['C'] }), newKey)
    if (!decision.ok || decision.value.body.kind !== 'single') throw new Error('refused')
    const { options: kept, right } = decision.value.body
    expect(kept.map(({ key }) => key)).not.toContain('A')
    expect(kept[2]?.key).toBe(right)
  })

  it('lets premises share a choice and keeps choices that belong to none', () => {
    const pairs = [
      { premise: '支部', choice: '3年' },
      { premise: '总支', choice: '3 年' },
      { premise: '党委', choice: '5年' },
      { premise: '', choice: '2年' },
    ]
    const decision = decideQuestion(draft({ kind: 'matching', pairs }), newKey)
    if (!decision.ok || decision.value.body.kind !== 'matching') throw new Error('refused')
    const { premises, choices, right } = decision.value.body
    expect([premises.length, choices.length]).toEqual([3, 3])
    expect(new Set(Object.values(right)).size).toBe(2)
  })
})

describe('likeness', () => {
  it('takes stems for the same whatever white space, width and punctuation they have', () => {
    expect(likenessOf('（ ）是我国的 基本国策。')).toBe(likenessOf('()是我国的基本国策'))
    expect(likenessOf('？？')).not.toBe('')
    expect(likenessOf('字'.repeat(9000)).length).toBeLessThanOrEqual(200)
  })

  it('is the same both ways, and whole for a stem and itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(likenessShare(a, b)).toBeCloseTo(likenessShare(b, a))
        expect(likenessShare(a, a)).toBe(1)
      }),
    )
  })

  it('finds every pair that comparing all with all finds', () => {
    const stem = fc
      .array(fc.constantFrom('党支部', '每届', '任期', '三年', '五年', '书记', '由', '选举', '产生'), {
        minLength: 2,
        maxLength: 7,
      })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(stem, { maxLength: 25 }), (stems) => {
        const all = stems.map((each, n) => ({ id: String(n), likeness: likenessOf(each) }))
        const found = new Set(findAlike(all, 10_000).map(({ first, second }) => `${first} ${second}`))
        all.forEach((a, i) =>
          all.slice(i + 1).forEach((b) => {
            expect(found.has(`${a.id} ${b.id}`)).toBe(likenessShare(a.likeness, b.likeness) >= ALIKE_FROM)
          }),
        )
      }),
    )
  })
})

describe('importing questions', () => {
  const row = (line: number, more: Partial<QuestionDraft>): QuestionRow => ({ line, draft: draft(more), faults: [] })

  it('says of each row whether it is new, alike or wrong, and why', () => {
    const good = { kind: '判断题', right: ['对'] }
    const rows = [
      row(2, { ...good, stem: '支部委员会任期三年。' }),
      row(3, { ...good, stem: '支部委员会任期三年' }),
      row(4, { ...good, right: [] }),
      row(5, { ...good, stem: '已有的题' }),
    ]
    const plan = planQuestionImport(
      new Map([[likenessOf('已有的题'), { questionId: 'q', stem: '已有的题。' }]]),
      rows,
      newKey,
    )
    expect(plan).toMatchObject([
      { outcome: 'new' },
      { outcome: 'like', like: { line: 2 } },
      { outcome: 'wrong', faults: [{ fault: 'right-missing' }] },
      { outcome: 'like', like: { questionId: 'q' } },
    ])
  })

  it('brings nothing new when the same rows come a second time', () => {
    fc.assert(
      fc.property(fc.array(anyDraft, { maxLength: 12 }), (drafts) => {
        const rows = drafts.map((each, index) => ({ line: index + 1, draft: each, faults: [] }))
        const first = planQuestionImport(new Map(), rows, newKey)
        const bank = new Map(
          first.flatMap((line) =>
            line.outcome === 'new'
              ? [[line.likeness, { questionId: String(line.line), stem: line.draft.stem }] as const]
              : [],
          ),
        )
        expect(planQuestionImport(bank, rows, newKey).filter(({ outcome }) => outcome === 'new')).toEqual([])
      }),
    )
  })
})
