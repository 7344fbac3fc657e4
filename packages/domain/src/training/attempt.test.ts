import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonId } from '../access/id.ts'
import { canStartAttempt, closeAttempt, DEADLINE_GRACE_MS, isPassed, openAttempt, saveAnswer } from './attempt-life.ts'
import type { Answer, Attempt, AttemptId } from './attempt.ts'
import { askedOf, drawPaper, type PaperCandidate, type PaperSupply } from './draw-paper.ts'
import type { EnrolmentId } from './enrolment.ts'
import type { LessonId } from './lesson.ts'
import { fitsQuestion, isAnswered, markResponse } from './mark-response.ts'
import { Response, type BankId, type QuestionBody, type QuestionId, type QuestionVersionId } from './question.ts'
import type { Quiz } from './quiz.ts'

const id = <T extends string>(n: number): T => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}` as T
const options = ['k1', 'k2', 'k3', 'k4'].map((key) => ({ key, text: `选项${key}` }))
const bodies = {
  single: { kind: 'single', stem: '几年一届？', options, right: 'k2' },
  multiple: { kind: 'multiple', stem: '哪些属于组织生活？', options, right: ['k1', 'k3'] },
  judgement: { kind: 'judgement', stem: '支部书记每年至少讲一次党课。', right: true },
  blank: { kind: 'blank', stem: '三会一__。', accepted: ['课', '党课'] },
  numerical: { kind: 'numerical', stem: '三分之一约为多少？', right: 0.33, tolerance: 0.01 },
  matching: {
    kind: 'matching',
    stem: '配对',
    premises: options.slice(0, 2),
    choices: options.slice(2),
    right: { k1: 'k3', k2: 'k4' },
  },
} as const satisfies Record<string, QuestionBody>
const all = Object.values(bodies) as unknown as QuestionBody[]

const quiz: Quiz = {
  slots: [
    { kind: 'fixed', questionVersionId: id(100), marks: 2 },
    { kind: 'drawn', bankId: id<BankId>(1), category: null, count: 3, marks: 2 },
    { kind: 'drawn', bankId: id<BankId>(1), category: '党章', count: 2, marks: 1 },
  ],
  passShare: 60,
  minutes: 30,
  attempts: 2,
  shuffled: true,
  explained: true,
}
const candidate = (n: number, category: string): PaperCandidate => ({
  versionId: id<QuestionVersionId>(100 + n),
  questionId: id<QuestionId>(200 + n),
  bankId: id<BankId>(1),
  category,
  body: bodies.single as unknown as QuestionBody,
})
const supply: PaperSupply = {
  fixed: new Map([[id<QuestionVersionId>(100), candidate(0, '党章')]]),
  banks: Array.from({ length: 6 }, (_, n) => candidate(n, n < 3 ? '党章' : '条例')),
}
const open = openAttempt(
  quiz,
  [{ questionVersionId: id(100), order: [], marks: 2 }],
  {
    id: id<AttemptId>(1),
    enrolmentId: id<EnrolmentId>(2),
    personId: id<PersonId>(3),
    lessonId: id<LessonId>(4),
    number: 1,
  },
  1000,
)
const answer: Answer = { attemptId: open.id, slot: 0, response: { judged: true }, seq: 5, savedAt: 2000 }

describe('A paper is drawn once and frozen', () => {
  it('is the same for the same seed and another for another one', () => {
    const paper = (seed: string) => JSON.stringify(drawPaper(quiz, supply, seed))
    expect(paper('a')).toBe(paper('a'))
    expect(new Set(Array.from({ length: 30 }, (_, n) => paper(String(n)))).size).toBeGreaterThan(20)
  })

  it('holds each question once, as many as asked, whatever the seed', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const drawn = drawPaper(quiz, supply, seed)
        if (!drawn.ok) throw new Error(drawn.refusal)
        expect(drawn.value).toHaveLength(6)
        expect(new Set(drawn.value.map(({ questionVersionId }) => questionVersionId)).size).toBe(6)
        expect(drawn.value.every(({ order }) => order.toSorted().join() === 'k1,k2,k3,k4')).toBe(true)
      }),
    )
  })

  it('cannot be drawn when the bank lacks questions', () => {
    expect(drawPaper(quiz, { ...supply, banks: supply.banks.slice(0, 5) }, 'a')).toMatchObject({
      refusal: 'paper-cannot-be-drawn',
    })
  })

  it('mixes the choices of a matching question even where nothing else is mixed', () => {
    const matching = { ...candidate(0, ''), body: bodies.matching as unknown as QuestionBody }
    const fixed = { ...quiz, shuffled: false, slots: quiz.slots.slice(0, 1) }
    const orders = Array.from({ length: 20 }, (_, n) => {
      const drawn = drawPaper(fixed, { fixed: new Map([[id<QuestionVersionId>(100), matching]]), banks: [] }, String(n))
      return drawn.ok ? drawn.value[0]?.order.join() : ''
    })
    expect(new Set(orders)).toEqual(new Set(['k3,k4', 'k4,k3']))
  })

  it('shows of a question what is asked and nothing of what is right', () => {
    for (const body of all) {
      const asked = JSON.stringify(askedOf(body, ['k4', 'k3', 'k2', 'k1']))
      expect(asked).not.toMatch(/right|accepted|tolerance/)
    }
  })
})

describe('An answer is marked', () => {
  const right: Record<keyof typeof bodies, Response> = {
    single: { chosen: ['k2'] },
    multiple: { chosen: ['k3', 'k1'] },
    judgement: { judged: true },
    blank: { written: ' 党 课。' },
    numerical: { written: '０．３４' },
    matching: { matched: { k1: 'k3', k2: 'k4' } },
  }

  it.each(Object.keys(bodies) as (keyof typeof bodies)[])('with all marks when it is right: %s', (kind) => {
    expect(markResponse(bodies[kind] as unknown as QuestionBody, right[kind], 4)).toBe(4)
  })

  it('with half of them when right options are missing, and none with a wrong one', () => {
    const multiple = bodies.multiple as unknown as QuestionBody
    expect(markResponse(multiple, { chosen: ['k1'] }, 4)).toBe(2)
    expect(markResponse(multiple, { chosen: ['k1', 'k2'] }, 4)).toBe(0)
    expect(markResponse(multiple, { chosen: [] }, 4)).toBe(0)
  })

  it('by the share of pairs that are right', () => {
    const matching = bodies.matching as unknown as QuestionBody
    expect(markResponse(matching, { matched: { k1: 'k3', k2: 'k3' } }, 4)).toBe(2)
    // Half a matching may have marks, and still something is open.
    expect(isAnswered(matching, { matched: { k1: 'k3' } })).toBe(false)
    expect(isAnswered(matching, { matched: { k1: 'k3', k2: 'k3' } })).toBe(true)
  })

  it('with no marks when it says nothing or does not fit its question', () => {
    for (const body of all) expect(markResponse(body, null, 4)).toBe(0)
    expect(markResponse(bodies.multiple as unknown as QuestionBody, { chosen: ['k1', 'k1'] }, 4)).toBe(0)
    expect(markResponse(bodies.matching as unknown as QuestionBody, { matched: { k1: 'k3', zz: 'k4' } }, 4)).toBe(0)
    expect(markResponse(bodies.single as unknown as QuestionBody, { written: 'k2' }, 4)).toBe(0)
    expect(markResponse(bodies.numerical as unknown as QuestionBody, { written: '三分之一' }, 4)).toBe(0)
  })

  it('never with more than all marks or less than none, whatever is sent', () => {
    const keys = fc.constantFrom('k1', 'k2', 'k3', 'k4', 'zz')
    const response = fc.oneof(
      fc.constant(null),
      fc.record({ chosen: fc.array(keys, { maxLength: 20 }) }),
      fc.record({ judged: fc.boolean() }),
      fc.record({ written: fc.oneof(fc.string(), fc.double().map(String)) }),
      fc.record({ matched: fc.dictionary(keys, keys) }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...all), response, fc.constantFrom(0.5, 1, 2.5, 100), (body, given, marks) => {
        const reached = markResponse(body, given as Response, marks)
        expect(reached).toBeGreaterThanOrEqual(0)
        expect(reached).toBeLessThanOrEqual(marks)
        if (body.kind !== 'matching' && !isAnswered(body, given as Response)) expect(reached).toBe(0)
        if (reached > 0) expect(fitsQuestion(body, given as Response)).toBe(true)
      }),
    )
  })
})

describe('An attempt lives on the server', () => {
  it('is gone on with while it is open, and begins anew only as often as allowed', () => {
    expect(canStartAttempt(quiz, [open])).toEqual({ ok: true, value: { resume: open } })
    const first: Attempt = { ...open, state: 'closed' }
    expect(canStartAttempt(quiz, [first])).toEqual({ ok: true, value: { number: 2 } })
    expect(canStartAttempt(quiz, [first, { ...first, number: 2 }])).toMatchObject({ refusal: 'attempts-used-up' })
    expect(canStartAttempt({ attempts: null }, [first, { ...first, number: 7 }])).toMatchObject({
      value: { number: 8 },
    })
  })

  it('keeps the answer with the highest seq, whatever order saves arrive in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), (seqs) => {
        let kept: Answer | undefined
        for (const seq of seqs) {
          const saved = saveAnswer(open, kept, { ...answer, seq, response: { written: String(seq) } }, 2000)
          if (saved.ok) kept = saved.value.answer
        }
        expect(kept?.response).toEqual({ written: String(Math.max(...seqs)) })
      }),
    )
  })

  it('takes answers until the deadline and five seconds, by when they arrived', () => {
    const deadline = open.deadlineAt!
    expect(saveAnswer(open, undefined, answer, deadline + DEADLINE_GRACE_MS).ok).toBe(true)
    expect(saveAnswer(open, undefined, answer, deadline + DEADLINE_GRACE_MS + 1)).toMatchObject({
      refusal: 'attempt-time-over',
    })
    expect(saveAnswer({ ...open, state: 'closed' }, undefined, answer, 2000)).toMatchObject({
      refusal: 'attempt-closed',
    })
    expect(saveAnswer(open, undefined, { ...answer, slot: 1 }, 2000)).toMatchObject({ refusal: 'answer-not-on-paper' })
  })

  it('closes once: whoever closes it again gets the first result', () => {
    const closed = closeAttempt(open, [2], quiz, 5000)
    expect(closed).toMatchObject({ state: 'closed', closedAt: 5000, closedBy: 'learner', score: 2, passed: true })
    expect(closeAttempt(closed, [0], quiz, 9000)).toEqual(closed)
  })

  it('is closed by the clock at its deadline, however late that is noticed', () => {
    const late = closeAttempt(open, [0], quiz, open.deadlineAt! + 3_600_000)
    expect(late).toMatchObject({ closedBy: 'clock', closedAt: open.deadlineAt, passed: false })
  })

  it('is passed exactly from the pass mark on', () => {
    expect(isPassed(6, 10, 60)).toBe(true)
    expect(isPassed(5.99, 10, 60)).toBe(false)
    expect(isPassed(0.1 + 0.2, 0.5, 60)).toBe(true)
    expect(isPassed(0, 0, 1)).toBe(false)
  })
})
