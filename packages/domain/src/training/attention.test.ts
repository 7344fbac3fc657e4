import { expect, it } from 'vitest'
import { ANSWER_WITHIN_MS, ASK_AFTER_MS, attentionAt } from './attention.ts'

it('asks after a quarter of an hour without a sign, and takes nobody for away before a minute more', () => {
  expect(attentionAt(0, ASK_AFTER_MS - 1)).toBe('here')
  expect(attentionAt(0, ASK_AFTER_MS)).toBe('asked')
  expect(attentionAt(0, ASK_AFTER_MS + ANSWER_WITHIN_MS - 1)).toBe('asked')
  expect(attentionAt(0, ASK_AFTER_MS + ANSWER_WITHIN_MS)).toBe('away')
  expect(attentionAt(ASK_AFTER_MS, ASK_AFTER_MS + 1)).toBe('here')
})
