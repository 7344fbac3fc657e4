import { expect, it } from 'vitest'
import type { QuestionAsked } from './question.ts'
import { responseWords } from './response-words.ts'

const options = [
  { key: 'k9', text: '三年' },
  { key: 'k1', text: '二年' },
  { key: 'k5', text: '五年' },
]

it('an answer is told in words: letters of the paper, texts of the options, both sides of a pair', () => {
  const many: QuestionAsked = { kind: 'multiple', stem: '', options }
  expect(responseWords(many, { chosen: ['k5', 'k9'] }, 'zh-CN')).toBe('A 三年；C 五年')
  expect(responseWords(many, { chosen: ['k5', 'k9'] }, 'en')).toBe('A 三年; C 五年')
  const pairs: QuestionAsked = {
    kind: 'matching',
    stem: '',
    premises: [
      { key: 'p1', text: '支部' },
      { key: 'p2', text: '党委' },
    ],
    choices: options,
  }
  expect(responseWords(pairs, { matched: { p2: 'k5', p1: 'k9' } }, 'zh-CN')).toBe('支部 — 三年；党委 — 五年')
  expect(responseWords(pairs, { matched: { p2: 'k5' } }, 'zh-CN')).toBe('党委 — 五年')
  const judgement: QuestionAsked = { kind: 'judgement', stem: '' }
  expect(responseWords(judgement, { judged: false }, 'zh-CN')).toBe('错')
  expect(responseWords(judgement, { judged: true }, 'en')).toBe('True')
  expect(responseWords({ kind: 'blank', stem: '' }, { written: '章程' }, 'en')).toBe('章程')
  expect(responseWords(many, null, 'zh-CN')).toBe('')
})
