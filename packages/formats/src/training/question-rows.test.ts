import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { GIFTQuestion } from 'gift-pegjs'
import { describe, expect, it } from 'vitest'
import { isFormula } from '@dangjian/domain/organisation'
import { decideQuestion, planQuestionImport, type QuestionRow } from '@dangjian/domain/training'
import { tableExport } from '../organisation/table-export.ts'
import { giftBlocks } from './gift-block.ts'
import { giftRows, plainText } from './gift-rows.ts'
import { readQuestionRows } from './question-rows.ts'
import { questionTemplate } from './table-question.ts'

const shared = path.resolve(fileURLToPath(import.meta.url), '../../../../../../shared/data')
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
let keys = 0
const newKey = (): string => `k${String((keys += 1)).padStart(7, '0')}`
const rowsOf = async (content: Uint8Array, name: string): Promise<readonly QuestionRow[]> => {
  const read = await readQuestionRows(content, name)
  if (!read.ok) throw new Error(read.refusal)
  return read.value.rows
}
const plan = (rows: readonly QuestionRow[]) => planQuestionImport(new Map(), rows, newKey)

describe.skipIf(!existsSync(path.join(shared, 'gift')))(
  'GIFT questions written by others (skipped where ../shared/data is absent)',
  () => {
    const files = existsSync(path.join(shared, 'gift'))
      ? readdirSync(path.join(shared, 'gift')).filter((name) => name.endsWith('.gift'))
      : []
    it.each(files)(
      'reads %s: the kinds we know come out right, the others are refused by line with the reason',
      (name) => {
        const read = (ending: string): string =>
          readFileSync(path.join(shared, 'gift', name.replace(/gift$/, ending)), 'utf8')
        const expected = (JSON.parse(read('json')) as GIFTQuestion[]).filter(({ type }) => type !== 'Category')
        const rows = giftRows(read('gift'))
        expect(rows).toHaveLength(expected.length)
        rows.forEach((row, index) => agree(row, expected[index] as GIFTQuestion))
        expect(rows.every(({ line }, index) => line > (rows[index - 1]?.line ?? 0))).toBe(true)
      },
    )

    it('fits every file of them', () => expect(files).toHaveLength(26))
  },
)

/** Compares a row with what the parser's authors expect, by rules written down here a second time. */
function agree(row: QuestionRow, question: GIFTQuestion): void {
  if (question.type === 'Category') return
  expect(row.draft.stem).toBe(plainText(question.stem))
  if (question.type === 'Essay' || question.type === 'Description') {
    const fault = question.type === 'Essay' ? 'answer-braces-empty' : 'answer-unwritten'
    expect(row.faults).toMatchObject([{ fault, detail: { line: expect.any(Number) } }])
    return
  }
  const decision = decideQuestion(row.draft, newKey)
  const body = decision.ok ? decision.value.body : undefined
  if (question.type === 'TF') expect(body).toMatchObject({ kind: 'judgement', right: question.isTrue })
  if (question.type === 'Short') {
    const accepted = question.choices
      .filter(({ weight }) => weight === null || weight === 100)
      .map(({ text }) => plainText(text))
    expect(body).toMatchObject({ kind: 'blank', accepted })
  }
  if (question.type === 'MC') {
    if (!body || (body.kind !== 'single' && body.kind !== 'multiple')) throw new Error(JSON.stringify(decision))
    const right = question.choices
      .filter(({ weight, isCorrect }) => (weight === null ? isCorrect : weight > 0))
      .map(({ text }) => plainText(text))
    const ours = [body.right].flat().map((key) => body.options.find((option) => option.key === key)?.text)
    expect(ours).toEqual(right)
    expect(body.kind).toBe(right.length > 1 ? 'multiple' : 'single')
    expect(body.options.map(({ text }) => text)).toEqual(question.choices.map(({ text }) => plainText(text)))
  }
  if (question.type === 'Numerical') {
    if (body?.kind !== 'numerical') throw new Error(JSON.stringify(decision))
    const only =
      'type' in question.choices
        ? question.choices
        : question.choices.find(({ weight }) => weight === null || weight === 100)?.text
    const [low, high] = [
      only?.numberLow ?? (only?.number ?? 0) - (only?.range ?? 0),
      only?.numberHigh ?? (only?.number ?? 0) + (only?.range ?? 0),
    ]
    expect(body.right - body.tolerance).toBeCloseTo(low, 9)
    expect(body.right + body.tolerance).toBeCloseTo(high, 9)
  }
  if (question.type === 'Matching') {
    if (body?.kind !== 'matching') throw new Error(JSON.stringify(decision))
    const pairs = body.premises.map(({ key, text }) => [
      text,
      body.choices.find((choice) => choice.key === body.right[key])?.text,
    ])
    expect(pairs).toEqual(
      question.matchPairs
        .filter(({ subquestion }) => subquestion.text !== '')
        .map(({ subquestion, subanswer }) => [plainText(subquestion), subanswer]),
    )
    expect(body.choices).toHaveLength(question.matchPairs.length)
  }
}

describe.skipIf(!existsSync(path.join(shared, 'question-bank-500.json')))(
  'a JSON bank of 500 (skipped where ../shared/data is absent)',
  () => {
    it('brings in every question with its answer, and names the five that ask what another one asks', async () => {
      const content = readFileSync(path.join(shared, 'question-bank-500.json'))
      const source = JSON.parse(content.toString('utf8')) as { stem: string; options: string[]; answer: string }[]
      const lines = plan(await rowsOf(content, 'bank.json'))
      const outcomes = lines.map(({ outcome }) => outcome)
      expect(outcomes.filter((outcome) => outcome === 'like')).toHaveLength(5)
      for (const [index, line] of lines.entries()) {
        const { options, answer } = source[index]!
        if (line.outcome === 'wrong') {
          // Nothing but what is wrong in the file itself: options that say the same, or an answer beyond them.
          expect(
            new Set(options.map((text) => text.replace(/\s/g, ''))).size < options.length ||
              answer.length === 0 ||
              options.some((text) => text.trim() === ''),
          ).toBe(true)
          continue
        }
        const { body } = line.question
        if (body.kind !== 'single' && body.kind !== 'multiple') throw new Error(body.kind)
        const right = [body.right].flat().map((key) => body.options.findIndex((option) => option.key === key))
        expect(right.map((place) => String.fromCharCode(65 + place)).join('')).toBe(answer)
      }
      expect(outcomes.filter((outcome) => outcome === 'wrong').length).toBeLessThan(20)
    })
  },
)

describe('importing from files', () => {
  it('reads back the template that it gives out, in both languages and both formats, once its examples are written over', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      for (const format of ['xlsx', 'csv'] as const) {
        const own = questionTemplate(language).map((row) => row.map((cell) => cell.replace(/^[（(][^）)]*[）)] ?/, '')))
        const { content } = await tableExport(own, format, 'template')
        const lines = plan(await rowsOf(content, `template.${format}`))
        expect(lines.map(({ outcome, line }) => `${line} ${outcome}`)).toEqual([
          '2 new',
          '3 new',
          '4 new',
          '5 new',
          '6 new',
          '7 new',
        ])
        const kinds = lines.map((line) => (line.outcome === 'new' ? line.question.body.kind : ''))
        expect(kinds).toEqual(['single', 'multiple', 'judgement', 'blank', 'numerical', 'matching'])
      }
    }
  })

  it('leaves the examples of the template out and says that they are examples', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      for (const format of ['xlsx', 'csv'] as const) {
        const { content } = await tableExport(questionTemplate(language), format, 'template')
        const lines = plan(await rowsOf(content, `template.${format}`))
        expect(lines).toHaveLength(6)
        for (const line of lines)
          expect(line).toMatchObject({ outcome: 'wrong', faults: [{ fault: 'template-example', field: 'stem' }] })
      }
    }
  })

  it('gives out a template in which no cell needs an apostrophe to be no formula', () => {
    const cells = (['zh-CN', 'en'] as const).flatMap((language) => questionTemplate(language).flat())
    expect(cells.filter(isFormula)).toEqual([])
  })

  it('says of each row of a table what is wrong with it, by its line', async () => {
    const table = [
      '题型,题干,选项A,选项B,选项C,正确答案,难度',
      '单选题,没有答案的题,甲,乙,丙,,3',
      '单选题,两个答案的题,甲,乙,丙,AB,3',
      '论述题,不认识的题型,,,,略,3',
      '单选题,公式的题,"=1+1",乙,丙,A,3',
      '单选题,重复选项的题,甲,甲,丙,A,3',
      '单选题,"分成两行的',
      '好题",甲,乙,,B,3',
      '单选题,答案不在选项里,甲,乙,,F,3',
    ].join('\n')
    const lines = plan(await rowsOf(bytes(table), 'bank.csv'))
    expect(
      lines.map(
        (line) =>
          `${line.line} ${line.outcome === 'wrong' ? line.faults.map(({ fault }) => fault).join() : line.outcome}`,
      ),
    ).toEqual([
      '2 right-missing',
      '3 right-several',
      '4 kind-unknown',
      '5 cell-is-formula',
      '6 option-doubled',
      '7 new',
      '9 right-not-an-option',
    ])
  })

  it('reads tables in GB18030, and refuses other files with what can be done', async () => {
    const gb = Buffer.from('cce2d0cd2ccce2b8c92cd5fdc8b7b4f0b0b80ac5d0b6cfcce22ccce2b8c92cb6d4', 'hex')
    expect(plan(await rowsOf(gb, 'x.csv'))).toMatchObject([
      { outcome: 'new', question: { body: { kind: 'judgement', stem: '题干', right: true } } },
    ])
    expect(await readQuestionRows(bytes(''), 'x.json')).toMatchObject({ refusal: 'question-import-empty' })
    expect(await readQuestionRows(bytes('[]'), 'x.json')).toMatchObject({ refusal: 'question-import-empty' })
    expect(await readQuestionRows(bytes('[\n{"stem": "a"},\n{"stem": }\n]'), 'x.json')).toMatchObject({
      refusal: 'question-import-json-broken',
      detail: { line: 3 },
    })
    expect(await readQuestionRows(bytes('名称,编号\n甲,1'), 'x.csv')).toMatchObject({
      refusal: 'question-import-columns-missing',
      detail: { columns: '题型、题干、正确答案' },
    })
    expect(await readQuestionRows(bytes('只是一段话'), 'x.txt')).toMatchObject({
      refusal: 'question-import-unreadable',
    })
    expect(await readQuestionRows(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'x.xlsx')).toMatchObject({
      refusal: 'question-import-unreadable',
    })
    expect(await readQuestionRows(Uint8Array.from([0, 1, 2, 0]), 'x.gift')).toMatchObject({
      refusal: 'question-import-unreadable',
    })
  })

  it('loses only the question with the slip in a GIFT text, and tells its line', async () => {
    const gift = [
      '$CATEGORY: $course$/top/组织/任期',
      '',
      '::一::支部任期？{=三年 ~五年}',
      '',
      '// 下一题少了右括号',
      '坏题？{=甲 ~乙',
      '',
      '第三题。{T}',
      '',
      '第四题{',
      '',
      '=对',
      '',
      '~错',
      '}',
    ].join('\n')
    const rows = await rowsOf(bytes(gift), 'x.gift')
    expect(rows.map(({ line, faults }) => `${line} ${faults[0]?.fault ?? 'ok'}`)).toEqual([
      '3 ok',
      '6 brace-unclosed',
      '8 ok',
      '10 ok',
    ])
    expect(rows[0]?.draft.category).toBe('任期')
  })

  it('never throws, and keeps the lines in order, whatever a GIFT text holds', () => {
    const piece = fc.constantFrom(
      '题目',
      '{',
      '}',
      '=',
      '~',
      '#',
      '\n',
      '\n\n',
      '->',
      '::',
      '\\',
      '//',
      '%50%',
      'T',
      ' ',
      '3.14',
      '$CATEGORY: x',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const rows = giftRows(text)
        const lines = text.split('\n').length
        expect(rows.every(({ line }) => line >= 1 && line <= lines)).toBe(true)
        expect(giftBlocks(text).map(({ line }) => line)).toEqual(
          giftBlocks(text)
            .map(({ line }) => line)
            .toSorted((a, b) => a - b),
        )
        plan(rows)
      }),
    )
  })
})
