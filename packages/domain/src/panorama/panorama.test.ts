import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../access/time.ts'
import { AssignmentState } from '../tasks/assignment.ts'
import { mondayOf, quarterSpan, sentenceOf, shareOf, standingOf, sumWork, weeksOf } from './index.ts'

const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days))
const counts = fc.array(
  fc
    .record({ state: fc.constantFrom(...AssignmentState.options), count: fc.nat(50) })
    .map((each) => ({ ...each, overdue: 0 })),
)

describe('the sum of work', () => {
  it('is the sum of its states, and what was withdrawn counts nowhere', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const sum = sumWork(given)
        const there = given.filter(({ state }) => state !== 'withdrawn').reduce((all, { count }) => all + count, 0)
        expect(sum.total).toBe(there)
      }),
    )
  })

  it('puts work past its day before work returned, and that before what is not begun', () => {
    const none = sumWork([])
    expect(standingOf(none)).toBe('nothing')
    expect(standingOf({ ...none, total: 3, returned: 1, overdue: 1, assigned: 1 })).toBe('overdue')
    expect(standingOf({ ...none, total: 2, returned: 1, assigned: 1 })).toBe('returned')
    expect(standingOf({ ...none, total: 2, assigned: 1, accepted: 1 })).toBe('toAccept')
    expect(standingOf({ ...none, total: 2, submitted: 1, closed: 1 })).toBe('waiting')
    expect(standingOf({ ...none, total: 2, closed: 2 })).toBe('done')
  })
})

describe('the sentence', () => {
  const figures = {
    year: 2031,
    items: 1,
    clauses: 2,
    tasks: 1,
    societies: 1,
    total: 1,
    closed: 1,
    share: 100,
    overdue: 0,
  }

  it('says one thing as one and many as many, in English', () => {
    expect(sentenceOf('plan', figures, 'en')).toBe(
      'The work points of 2031 have 1 item and 2 clauses; 1 task went out to 1 society. Of 1 assignment, 1 is closed (100%) and 0 are overdue.',
    )
    expect(sentenceOf('organisation', { societies: 210, tier1: 1, tier2: 3, tier3: 101 }, 'en')).toBe(
      'Of 210 societies, 1 has a Party committee, 3 have a Party organisation of the office, and 101 have at least one working group in a branch institution.',
    )
    expect(sentenceOf('plan', figures, 'zh-CN')).toContain('共 1 项、2 个条款')
  })

  it('does not call a chosen part the whole plan', () => {
    expect(sentenceOf('planPart', figures, 'zh-CN')).toMatch(/^2031 年工作要点中所选的 1 项、2 个条款，已下达任务 1 项/)
    expect(sentenceOf('planPart', figures, 'en')).toMatch(/^Of the work points of 2031, 1 item with 2 clauses is shown/)
  })
})

describe('due against done', () => {
  it('counts up to all that is due and all that is done, and never goes down', () => {
    fc.assert(
      fc.property(fc.array(day), fc.array(day), (due, closed) => {
        const weeks = weeksOf(due, closed, 2027)
        const last = weeks.at(-1)
        expect(last?.due ?? 0).toBe(due.length)
        expect(last?.done ?? 0).toBe(closed.length)
        for (const [index, week] of weeks.entries()) {
          expect(week.due).toBeGreaterThanOrEqual(weeks[index - 1]?.due ?? 0)
          expect(new Date(`${week.weekOn}T00:00:00Z`).getUTCDay()).toBe(1)
        }
      }),
    )
  })

  it('stays near its year, whatever day somebody wrote', () => {
    const weeks = weeksOf(['9999-12-31', '0001-01-01', '2026-05-01'], ['9999-12-31'], 2026)
    expect(weeks.length).toBeLessThan(160)
    expect(weeks.at(-1)).toMatchObject({ due: 3, done: 1 })
  })

  it('begins a week on Monday, before the epoch as well', () => {
    expect(mondayOf('2026-11-24')).toBe('2026-11-23')
    expect(mondayOf('2026-11-23')).toBe('2026-11-23')
    expect(mondayOf('1969-12-31')).toBe('1969-12-29')
  })
})

it('knows the days of a quarter', () => {
  expect(quarterSpan(2026, 1)).toEqual({ fromOn: '2026-01-01', beforeOn: '2026-04-01' })
  expect(quarterSpan(2026, 4)).toEqual({ fromOn: '2026-10-01', beforeOn: '2027-01-01' })
})

it('says 100 percent only when nothing is missing, and 0 only when there is nothing', () => {
  expect(shareOf(999, 1000)).toBe(99)
  expect(shareOf(1, 1000)).toBe(1)
  expect(shareOf(1000, 1000)).toBe(100)
  expect(shareOf(0, 0)).toBe(0)
})
