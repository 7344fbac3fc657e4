import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../access/time.ts'
import {
  earliestDay,
  electionCourses,
  electionWay,
  ElectionStep,
  electionSteps,
  holderOf,
  isOfCourse,
  nextElectionSteps,
  runningCourse,
  takeElectionStep,
  withdrawElectionStep,
  type AskedElectionStep,
  type TakenElectionStep,
} from './election-course.ts'
import type { Unit } from './unit.ts'

const committee = {
  name: '华夏云学会党委',
  kind: 'societyPartyCommittee',
  affiliation: null,
  form: 'committee',
  state: 'active',
  foundedOn: '2021-09-01',
} as const satisfies Partial<Unit>
const branch = { ...committee, kind: 'officePartyOrganisation', form: 'branch' } as const
const around = { today: '2026-06-30', fullMembers: 9, electedOn: null }
const ask = (step: ElectionStep, over: Partial<AskedElectionStep> = {}): AskedElectionStep => ({
  step,
  on: '2026-06-01',
  documentNo: '华科党〔2026〕8号',
  documentFileId: null,
  note: '名额与章程不符',
  ...over,
})
const taken = (...steps: ElectionStep[]): TakenElectionStep[] =>
  steps.map((step) => ({ step, happenedOn: '2026-06-01', withdrawnAt: null }))
const refusal = (...[unit, steps, asked, facts]: Parameters<typeof takeElectionStep>): string | null => {
  const decision = takeElectionStep(unit, steps, asked, facts)
  return decision.ok ? null : decision.refusal
}

describe('the course of an election', () => {
  const way: readonly ElectionStep[] = ['request', 'reply', 'vet', 'meet', 'convene', 'result', 'confirm']

  it('goes from the request over reply, vetting, meeting, first committee meeting and result to the filing', () => {
    const steps: TakenElectionStep[] = []
    for (const step of way) {
      expect(nextElectionSteps(committee, steps, 9)[0]).toBe(step)
      for (const other of ElectionStep.options)
        if (!nextElectionSteps(committee, steps, 9).includes(other))
          expect(refusal(committee, steps, ask(other), around)).toBe('election-step-out-of-turn')
      expect(refusal(committee, steps, ask(step), around)).toBeNull()
      steps.push(...taken(step))
    }
    expect(runningCourse(steps)).toEqual([])
    expect(electionWay(committee, steps, 9)).toEqual(way)
    expect(electionWay(committee, taken('request', 'reply', 'vet', 'meet'), 9)).toEqual(way.slice(4))
    expect(nextElectionSteps(committee, steps, 9)).toEqual(['request'])
  })

  it('is led back to the request when the superior rejects it, which takes a reason', () => {
    const asked = taken('request')
    expect(refusal(committee, asked, ask('reject', { note: ' ' }), around)).toBe('election-reason-missing')
    expect(refusal(committee, asked, ask('reject', { documentNo: null }), around)).toBeNull()
    expect(nextElectionSteps(committee, taken('request', 'reject'), 9)).toEqual(['request'])
    expect(electionCourses(taken('request', 'reject', 'request'))).toHaveLength(1)
  })

  it('has no first committee meeting where a branch is too small for a committee', () => {
    const met = taken('request', 'reply', 'vet', 'meet')
    expect(nextElectionSteps(branch, met, 6)).toEqual(['result'])
    expect(nextElectionSteps(branch, met, 7)).toEqual(['convene'])
    expect(nextElectionSteps(committee, met, 0)).toEqual(['convene'])
  })

  it('is the society’s to ask and hold, and the superior’s to answer: whoever founds the unit', () => {
    const office = (affiliation: Unit['affiliation']) => ({ kind: branch.kind, affiliation })
    expect(holderOf(committee, 'reply')).toBe('association')
    expect(holderOf(committee, 'result')).toBe('society')
    expect(holderOf(office('supportingUnit'), 'confirm')).toBe('supportingUnit')
    expect(holderOf(office('other'), 'vet')).toBe('other')
    expect(holderOf(office('association'), 'request')).toBe('society')
  })

  it('asks for paper where something is asked, answered or approved in writing', () => {
    const bare = { documentNo: null }
    for (const [index, step] of way.entries()) {
      const missing = refusal(committee, taken(...way.slice(0, index)), ask(step, bare), around)
      expect(missing).toBe(electionSteps[step].needs === 'document' ? 'unit-document-missing' : null)
    }
  })

  it('goes on in days that have come, none before the last; the result bears the meeting’s day', () => {
    const requested = taken('request')
    expect(refusal(committee, requested, ask('reply', { on: '2026-05-31' }), around)).toBe('unit-step-before-last')
    expect(refusal(committee, requested, ask('reply', { on: '2026-07-01' }), around)).toBe('unit-step-in-future')
    expect(refusal(committee, [], ask('request', { on: '2021-08-31' }), around)).toBe('unit-step-before-last')
    const since = { ...around, electedOn: '2026-06-02' }
    expect(refusal(committee, [], ask('request'), since)).toBe('unit-step-before-last')
    const convened = [
      ...taken('request', 'reply', 'vet', 'meet'),
      { ...taken('convene')[0], happenedOn: '2026-06-03' } as TakenElectionStep,
    ]
    expect(earliestDay(convened, 'result')).toBe('2026-06-01')
    expect(refusal(committee, convened, ask('result'), around)).toBeNull()
  })

  it('is for units that hold elections and are active', () => {
    const group = { ...committee, kind: 'branchWorkingGroup', form: 'group' } as const
    expect(refusal(group, [], ask('request'), around)).toBe('unit-holds-no-elections')
    expect(refusal({ ...committee, state: 'suspended' }, [], ask('request'), around)).toBe('unit-step-not-possible')
  })

  it('leaves alone an election from before its request, entered late', () => {
    expect(isOfCourse([], '2026-06-01')).toBe(false)
    expect(isOfCourse(taken('request'), '2026-05-31')).toBe(false)
    expect(isOfCourse(taken('request'), '2026-06-01')).toBe(true)
  })
})

describe('a step that was recorded wrongly', () => {
  it('is withdrawn with a reason by whoever took it, the last first', () => {
    const outcome = (steps: TakenElectionStep[], as: 'society' | 'superior', reason = '日期写错') => {
      const decision = withdrawElectionStep(steps, { as, reason })
      return decision.ok ? decision.value.step : decision.refusal
    }
    expect(outcome([], 'superior')).toBe('election-nothing-to-withdraw')
    expect(outcome(taken('request', 'reply'), 'society')).toBe('election-step-of-superior')
    expect(outcome(taken('request', 'reply'), 'superior')).toBe('reply')
    expect(outcome(taken('request'), 'society')).toBe('request')
    expect(outcome(taken('request'), 'society', ' ')).toBe('election-reason-missing')
    expect(outcome(taken('request', 'reply', 'vet', 'meet', 'convene', 'result', 'confirm'), 'superior')).toBe(
      'confirm',
    )
  })

  it('stays in its course, and whatever is taken and withdrawn, what holds is a way through the steps in order', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...ElectionStep.options), fc.nat({ max: 40 }), fc.boolean()), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(moves, (tried) => {
        let steps: TakenElectionStep[] = []
        for (const [step, days, withdraws] of tried) {
          if (withdraws) {
            const decision = withdrawElectionStep(steps, { as: 'superior', reason: '更正' })
            if (decision.ok) steps = steps.map((each) => (each === decision.value ? { ...each, withdrawnAt: 1 } : each))
            continue
          }
          const on = addDays('2026-05-20', days)
          if (takeElectionStep(committee, steps, ask(step, { on }), around).ok)
            steps.push({ step, happenedOn: on, withdrawnAt: null })
        }
        expect(electionCourses(steps).flat()).toEqual(steps)
        const valid = steps.filter((each) => each.withdrawnAt === null)
        for (const [index, { step, happenedOn }] of valid.entries()) {
          const before = valid[index - 1]
          const last = before && before.step !== 'confirm' ? before.step : null
          expect(electionSteps[step].after).toContain(last)
          if (before && step !== 'result' && before.step !== 'result')
            expect(happenedOn >= before.happenedOn).toBe(true)
        }
      }),
    )
  })
})
