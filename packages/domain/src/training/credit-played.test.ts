import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthOf } from './completion.ts'
import { creditPlayed, GRACE_S, MAX_RATE, openedPlay, unionOf, type ReportedRange } from './credit-played.ts'
import type { PlayedRange } from './enrolment.ts'

const SECONDS = 600
const fresh = { played: [] as PlayedRange[], reportedAt: 1_000_000, seconds: SECONDS }
const range = fc
  .tuple(
    fc.double({ min: 0, max: 900, noNaN: true }),
    fc.double({ min: 0, max: 900, noNaN: true }),
    fc.double({ min: 0.1, max: 16, noNaN: true }),
  )
  .map(([a, b, rate]): ReportedRange => ({ from: Math.min(a, b), to: Math.max(a, b), rate }))
const reports = fc.array(
  // Steps of the clock between reports; some go back.
  fc.record({
    step: fc.integer({ min: -5000, max: 40_000 }),
    ranges: fc.array(range, { maxLength: 5 }),
    reopened: fc.boolean(),
  }),
  { maxLength: 30 },
)

describe('Watched time is credited honestly', () => {
  it('never credits more than the time that went by at twice the speed, plus three seconds in all', () => {
    fc.assert(
      fc.property(reports, (all) => {
        let [now, kept, elapsed] = [fresh.reportedAt, fresh, 0]
        for (const { step, ranges, reopened } of all) {
          now += step
          elapsed += Math.max(0, step)
          if (reopened) kept = { ...kept, reportedAt: openedPlay(kept.reportedAt, now) }
          kept = { ...kept, ...creditPlayed(kept, ranges, now) }
        }
        expect(lengthOf(kept.played)).toBeLessThanOrEqual((elapsed / 1000) * MAX_RATE + GRACE_S + 0.01)
      }),
    )
  })

  it('credits nothing outside the recording, and keeps its ranges in order and apart', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 20 }), (ranges) => {
        const { played } = creditPlayed({ ...fresh, reportedAt: 0 }, ranges, 10_000_000)
        played.forEach(({ from, to }, index) => {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(SECONDS)
          expect(from).toBeLessThan(to)
          if (index > 0) expect(from).toBeGreaterThan(played[index - 1]!.to)
        })
      }),
    )
  })

  it('credits an honest device in full, report by report, though reports come late', () => {
    let [kept, now] = [fresh, fresh.reportedAt]
    for (let at = 0; at < SECONDS; at += 15) {
      now += 15_000
      const late = at % 45 === 0 ? 900 : 0
      const credit = creditPlayed(kept, [{ from: at, to: at + 15, rate: 1 }], now + late)
      expect(credit.uncredited).toBeNull()
      kept = { ...kept, ...credit }
    }
    expect(kept.played).toEqual([{ from: 0, to: SECONDS }])
  })

  it('gives a forged report of the whole recording only what the clock allows, and says why', () => {
    const credit = creditPlayed(fresh, [{ from: 0, to: SECONDS, rate: 16 }], fresh.reportedAt + 15_000)
    expect(credit.gained).toBeCloseTo(33, 1)
    expect(credit.uncredited).toEqual({ seconds: 567, reason: 'faster-than-time' })
  })

  it('credits a report that is sent again only once, and soon nothing more for sending it', () => {
    const report = [{ from: 0, to: 15, rate: 1 }]
    const first = creditPlayed(fresh, report, fresh.reportedAt + 15_000)
    const again = creditPlayed({ ...fresh, ...first }, report, fresh.reportedAt + 15_050)
    expect(first.gained).toBeCloseTo(15)
    expect(again.gained).toBe(0)
    const other = creditPlayed({ ...fresh, ...again }, [{ from: 100, to: 115, rate: 1 }], fresh.reportedAt + 15_100)
    expect(other.gained).toBeLessThan(1.6)
  })

  it('credits overlapping stretches once', () => {
    const ranges = [
      { from: 0, to: 20, rate: 1 },
      { from: 10, to: 30, rate: 1 },
    ]
    expect(creditPlayed(fresh, ranges, fresh.reportedAt + 60_000).gained).toBeCloseTo(30)
  })

  it('credits nothing when the clock went back, and goes on from there', () => {
    const back = creditPlayed(fresh, [{ from: 0, to: 15, rate: 1 }], fresh.reportedAt - 3_600_000)
    expect(back.gained).toBe(0)
    const next = creditPlayed({ ...fresh, ...back }, [{ from: 0, to: 15, rate: 1 }], fresh.reportedAt - 3_585_000)
    expect(next.gained).toBeCloseTo(15)
  })

  it('gives no new grace for opening one ticket after the other', () => {
    let kept = fresh
    for (let n = 0; n < 50; n += 1) {
      kept = { ...kept, reportedAt: openedPlay(kept.reportedAt, fresh.reportedAt) }
      kept = { ...kept, ...creditPlayed(kept, [{ from: n * 10, to: n * 10 + 9, rate: 2 }], fresh.reportedAt) }
    }
    expect(lengthOf(kept.played)).toBeLessThanOrEqual(GRACE_S + 0.01)
  })

  it('does not keep thousands of crumbs', () => {
    const crumbs = Array.from({ length: 3000 }, (_, n) => ({ from: n * 0.5, to: n * 0.5 + 0.3, rate: 1 }))
    const credit = creditPlayed({ ...fresh, seconds: 3000, reportedAt: 0 }, crumbs, 9_000_000)
    expect(credit.uncredited?.reason).toBe('too-many-pieces')
    expect(credit.played).toEqual([])
  })

  it('joins ranges to a union that knows each moment of them and no other', () => {
    const whole = fc.array(
      fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
    )
    fc.assert(
      fc.property(whole, fc.nat(60), (ranges, at) => {
        const isIn = (list: readonly PlayedRange[]): boolean => list.some(({ from, to }) => from <= at && at < to)
        expect(isIn(unionOf(ranges))).toBe(isIn(ranges))
      }),
    )
  })
})
