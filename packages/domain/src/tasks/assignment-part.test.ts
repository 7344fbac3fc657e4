import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UnitId } from '../access/id.ts'
import { openAssignment, type AssignmentId } from './assignment.ts'
import {
  breakDown,
  finishPart,
  isPartOpen,
  isPartToDo,
  PartAction,
  partLifecycle,
  PartState,
  returnPart,
  stepPart,
  type AssignmentPart,
  type AssignmentPartId,
} from './assignment-part.ts'
import type { TaskId } from './task.ts'

const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const assignment = {
  ...openAssignment({
    id: id(1) as AssignmentId,
    taskId: id(2) as TaskId,
    unitId: id(3) as UnitId,
    dueOn: '2026-12-01',
    now: 1000,
  }),
  state: 'accepted' as const,
}
const part: AssignmentPart = {
  id: id(4) as AssignmentPartId,
  assignmentId: assignment.id,
  unitId: id(5) as UnitId,
  personId: null,
  title: '收集签到表',
  dueOn: '2026-11-28',
  state: 'given',
  report: '',
  movedAt: 1000,
}
const facts = { isBeneath: true, personBelongs: true, today: '2026-11-24' }

describe('breaking an assignment down', () => {
  it('gives a part to a unit beneath, due between today and the assignment’s own day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), (days) => {
        const dueOn = new Date(Date.parse('2026-11-24') + days * 86_400_000).toISOString().slice(0, 10)
        const decision = breakDown(assignment, { ...part, dueOn }, facts)
        expect(decision.ok).toBe(dueOn >= '2026-11-24' && dueOn <= '2026-12-01')
      }),
    )
  })

  it('is refused for work that is not open, for a unit elsewhere and for a person who is not of that unit', () => {
    expect(breakDown({ ...assignment, state: 'submitted' }, part, facts)).toMatchObject({
      refusal: 'part-assignment-not-open',
    })
    expect(breakDown(assignment, part, { ...facts, isBeneath: false })).toMatchObject({
      refusal: 'part-unit-not-beneath',
    })
    expect(breakDown(assignment, part, { ...facts, personBelongs: false })).toMatchObject({
      refusal: 'part-person-not-in-unit',
    })
  })
})

describe('the life of a part', () => {
  it('takes exactly the steps of its table, and only while the assignment is in work', () => {
    for (const state of PartState.options) {
      for (const action of PartAction.options) {
        const next = partLifecycle[state][action]
        const decision = stepPart(assignment, { ...part, state }, action, 2000)
        expect(decision.ok).toBe(next !== undefined)
        if (decision.ok) expect(decision.value).toMatchObject({ state: next, movedAt: 2000 })
        expect(stepPart({ state: 'closed' }, { ...part, state }, action, 2000).ok).toBe(false)
      }
    }
  })

  it('stands in the way of submitting until it is confirmed or taken back, and is its unit’s to do until it is done', () => {
    expect(PartState.options.filter((state) => isPartOpen({ state }))).toEqual(['given', 'done', 'returned'])
    expect(PartState.options.filter((state) => isPartToDo({ state }))).toEqual(['given', 'returned'])
  })

  it('says what was done when it is done, and what to mend when it is given back', () => {
    expect(finishPart(assignment, part, ' ', 2000)).toMatchObject({ refusal: 'part-report-missing' })
    const done = finishPart(assignment, part, ' 已收齐 ', 2000)
    expect(done).toMatchObject({ value: { state: 'done', report: '已收齐' } })
    if (!done.ok) return
    expect(returnPart(assignment, done.value, '', 3000)).toMatchObject({ refusal: 'part-reason-missing' })
    expect(returnPart(assignment, done.value, '缺一页', 3000)).toMatchObject({
      value: { state: 'returned', report: '已收齐' },
    })
  })
})
