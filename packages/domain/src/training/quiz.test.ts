import { expect, it } from 'vitest'
import { tellsAnswersEarly, type QuizSlot } from './quiz.ts'

it('answers are told early where they are shown, attempts are left and the same questions come again', () => {
  const fixed = { kind: 'fixed', questionVersionId: 'q', marks: 2 } as QuizSlot
  const drawn = { kind: 'drawn', bankId: 'b', category: null, count: 2, marks: 2 } as QuizSlot
  const quiz = { explained: true, attempts: null, slots: [drawn, fixed] }
  expect(tellsAnswersEarly(quiz)).toBe(true)
  expect(tellsAnswersEarly({ ...quiz, attempts: 3 })).toBe(true)
  expect(tellsAnswersEarly({ ...quiz, attempts: 1 })).toBe(false)
  expect(tellsAnswersEarly({ ...quiz, explained: false })).toBe(false)
  expect(tellsAnswersEarly({ ...quiz, slots: [drawn] })).toBe(false)
})
