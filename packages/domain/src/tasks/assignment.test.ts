import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UnitId } from '../access/id.ts'
import {
  AssignmentAction,
  assignmentLifecycle,
  AssignmentState,
  canSubmitAssignment,
  isOpen,
  isOverdue,
  isTrainingMet,
  openAssignment,
  reviewAssignment,
  settledAt,
  stepAssignment,
  submitAssignment,
  trainingStanding,
  type Assignment,
  type AssignmentId,
  type SubmissionFacts,
} from './assignment.ts'
import { submissionTold, type TimelineKind } from './evidence.ts'
import type { TaskId } from './task.ts'
import { assignmentActionWords, assignmentStateWords } from './words.ts'

const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const opened = openAssignment({
  id: id(1) as AssignmentId,
  taskId: id(2) as TaskId,
  unitId: id(3) as UnitId,
  dueOn: '2026-12-01',
  now: 1000,
})
const inState = (state: AssignmentState): Assignment => ({ ...opened, state })
const nothingMissing = { missingEvidence: [], openParts: 0, training: null, reportMissing: false, unchanged: false }
const states = fc.constantFrom(...AssignmentState.options)
const actions = fc.constantFrom(...AssignmentAction.options)

describe('the life of an assignment', () => {
  it('begins to be accepted, and has words for every state and step', () => {
    expect(opened).toMatchObject({ state: 'assigned', rev: 1, stateAt: 1000, movedAt: 1000 })
    for (const state of AssignmentState.options) expect(assignmentStateWords['zh-CN'][state]).toBeTruthy()
    for (const action of AssignmentAction.options) expect(assignmentActionWords['zh-CN'][action]).toBeTruthy()
  })

  it('takes exactly the steps of its table, each with a new revision and its instant', () => {
    fc.assert(
      fc.property(states, actions, (state, action) => {
        const decision = stepAssignment(inState(state), action, 2000)
        const next = assignmentLifecycle[state][action]
        expect(decision.ok).toBe(next !== undefined)
        if (decision.ok) expect(decision.value).toMatchObject({ state: next, rev: 2, stateAt: 2000, movedAt: 2000 })
      }),
    )
  })

  it('never moves again once it is closed or withdrawn, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 30 }), (tries) => {
        let assignment = opened
        for (const action of tries) {
          const before = assignment
          const decision = stepAssignment(assignment, action, before.movedAt + 1)
          if (decision.ok) assignment = decision.value
          if (settledAt(before) !== null) expect(assignment).toBe(before)
        }
      }),
    )
  })

  it('is overdue while it is still to be done after its day, and not while it waits for review', () => {
    fc.assert(
      fc.property(states, (state) => {
        const toDo = state === 'assigned' || isOpen({ state })
        expect(isOverdue(inState(state), '2026-12-01')).toBe(false)
        expect(isOverdue(inState(state), '2026-12-02')).toBe(toDo)
      }),
    )
  })
})

describe('submitting', () => {
  it('wants every piece of evidence, every part and the training, and names the first that stands against it', () => {
    const accepted = inState('accepted')
    const why = (facts: Partial<SubmissionFacts>) => {
      const decision = canSubmitAssignment(accepted, { ...nothingMissing, ...facts })
      return decision.ok ? 'may' : decision.refusal
    }
    const unmet = { concerned: 10, passed: 7, needed: 8 }
    expect(why({ missingEvidence: ['总结', '照片'], openParts: 1, training: unmet })).toBe('evidence-missing')
    expect(why({ missingEvidence: [], openParts: 1, training: unmet })).toBe('parts-open')
    expect(why({ missingEvidence: [], openParts: 0, training: unmet })).toBe('training-not-met')
    expect(why({ missingEvidence: [], openParts: 0, training: { ...unmet, passed: 8 } })).toBe('may')
    expect(why({ reportMissing: true, unchanged: true })).toBe('progress-not-reported')
    expect(why({ unchanged: true })).toBe('unchanged-since-return')
  })

  it('wants a report where nothing else is asked for, and a change since it came back', () => {
    const asked = { evidence: [{ key: 'a', label: '总结', kind: 'text' as const }], training: null }
    const told = (task: Parameters<typeof submissionTold>[0], ...kinds: TimelineKind[]) =>
      submissionTold(
        task,
        kinds.map((kind) => ({ kind })),
      )
    const nothing = { evidence: [], training: null }
    expect(told(nothing, 'opened', 'accepted').reportMissing).toBe(true)
    expect(told(nothing, 'opened', 'accepted', 'reported').reportMissing).toBe(false)
    expect(told(asked, 'opened', 'accepted')).toEqual({ reportMissing: false, unchanged: false })
    const back = ['evidence-attached', 'submitted', 'returned'] as const
    expect(told(asked, ...back, 'extended', 'reminded').unchanged).toBe(true)
    expect(told(asked, ...back, 'reported').unchanged).toBe(false)
    expect(told(asked, ...back, 'reported', 'submitted', 'returned').unchanged).toBe(true)
  })

  it('is possible from in work and from returned alone', () => {
    for (const state of AssignmentState.options) {
      expect(submitAssignment(inState(state), nothingMissing, 2000).ok).toBe(
        state === 'accepted' || state === 'returned',
      )
    }
  })
})

describe('a review', () => {
  it('closes submitted work, or returns it with a reason', () => {
    const submitted = inState('submitted')
    const facts = { reviewerIsOfSociety: false }
    expect(reviewAssignment(submitted, { verdict: 'close' }, facts, 2000)).toMatchObject({ value: { state: 'closed' } })
    expect(reviewAssignment(submitted, { verdict: 'return', reason: ' ' }, facts, 2000)).toMatchObject({
      refusal: 'reason-missing',
    })
    expect(reviewAssignment(submitted, { verdict: 'return', reason: '请补充签到表' }, facts, 2000)).toMatchObject({
      value: { state: 'returned' },
    })
  })

  it('is refused to whoever belongs to the society, and to work that was not submitted', () => {
    const own = { reviewerIsOfSociety: true }
    expect(reviewAssignment(inState('submitted'), { verdict: 'close' }, own, 2000)).toMatchObject({
      refusal: 'own-work-not-reviewed',
    })
    expect(
      reviewAssignment(inState('accepted'), { verdict: 'close' }, { reviewerIsOfSociety: false }, 2000),
    ).toMatchObject({ refusal: 'assignment-step-not-possible' })
  })
})

describe('the training standing', () => {
  const people = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 40 })

  it('counts those concerned alone: a stranger’s pass changes nothing', () => {
    fc.assert(
      fc.property(people, people, fc.integer({ min: 1, max: 100 }), (concerned, passed, share) => {
        const standing = trainingStanding(concerned, new Set(passed), share)
        const strangers = passed.filter((person) => !concerned.includes(person))
        expect(standing.passed).toBe(passed.length - strangers.length)
        expect(standing.passed).toBeLessThanOrEqual(standing.concerned)
      }),
    )
  })

  it('is met when the share is reached, not one person earlier, and never by nobody', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 100 }), (count, share) => {
        const concerned = Array.from({ length: count }, (_, n) => String(n))
        const { needed } = trainingStanding(concerned, new Set(), share)
        const met = (passed: number) =>
          isTrainingMet(trainingStanding(concerned, new Set(concerned.slice(0, passed)), share))
        if (count === 0) {
          expect(met(0)).toBe(false)
          return
        }
        expect(needed / count).toBeGreaterThanOrEqual(share / 100 - 1e-9)
        expect(met(needed)).toBe(true)
        expect(met(needed - 1)).toBe(false)
      }),
    )
  })

  it('never turns from met to unmet when one more passes', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 100 }), (concerned, share) => {
        let was = false
        for (let passed = 0; passed <= concerned.length; passed += 1) {
          const is = isTrainingMet(trainingStanding(concerned, new Set(concerned.slice(0, passed)), share))
          expect(was && !is).toBe(false)
          was = is
        }
      }),
    )
  })
})
