import { z } from 'zod'
import type { Instant } from '../access/time.ts'
import { lengthOf } from './completion.ts'
import type { PlayedRange } from './enrolment.ts'

/** No recording counts faster than this (d). */
export const MAX_RATE = 2
/** What may be credited beyond the clock, once: networks and timers are not exact (d). */
export const GRACE_S = 3
/** Time not used by a report is kept for the next one up to this much: a report may come late, nobody saves up hours. */
const CARRY_MS = 15_000
/** More separate ranges than this are not kept: a person leaves a few, a forger thousands. */
const MOST_RANGES = 2000
/** A shorter stretch is no watching. */
const SHORTEST_S = 0.2

/** A stretch that a device says it has played, at a speed. */
export const ReportedRange = z.strictObject({
  from: z.number().min(0).max(100_000),
  to: z.number().min(0).max(100_000),
  rate: z.number().min(0.1).max(16),
})
export type ReportedRange = z.infer<typeof ReportedRange>

/** Why a part of a report was not credited. */
export type UncreditedReason = 'faster-than-time' | 'beyond-the-end' | 'too-many-pieces'

export interface PlayCredit {
  readonly played: PlayedRange[]
  /** Until when wall-clock time has been used up. */
  readonly reportedAt: Instant
  /** Seconds of the recording that were not known as played before. */
  readonly gained: number
  /** Seconds of the report that do not count, and why; null when all of it does. */
  readonly uncredited: { readonly seconds: number; readonly reason: UncreditedReason } | null
}

/**
 * Credits played stretches honestly: within the recording, and no more than the time on the server's clock since the
 * last report allows at the speed played (at most 2x), plus three seconds in all. What was played twice costs its time
 * twice and counts once. A clock that went back credits nothing. No browser can prove attention; this proves time.
 */
export function creditPlayed(
  kept: { readonly played: readonly PlayedRange[]; readonly reportedAt: Instant; readonly seconds: number },
  reported: readonly ReportedRange[],
  now: Instant,
): PlayCredit {
  const inside = reported
    .map(({ from, to, rate }) => ({ from, to: Math.min(to, kept.seconds), rate: Math.min(rate, MAX_RATE) }))
    .filter(({ from, to }) => to - from >= SHORTEST_S)
  const claimed = reported.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0)
  const within = lengthOf(inside)
  const graceMs = (GRACE_S / MAX_RATE) * 1000
  if (now < kept.reportedAt - graceMs) {
    return { played: [...kept.played], reportedAt: now, gained: 0, uncredited: lost(claimed, 'faster-than-time') }
  }
  let budget = now - kept.reportedAt + graceMs
  const before = budget
  const accepted: PlayedRange[] = []
  for (const { from, to, rate } of inside) {
    const length = Math.min(to - from, (budget / 1000) * rate)
    if (length <= 0) break
    accepted.push({ from, to: from + length })
    budget -= (length / rate) * 1000
  }
  const played = unionOf([...kept.played, ...accepted])
  const reportedAt = Math.ceil(Math.max(kept.reportedAt + before - budget, now - CARRY_MS))
  if (played.length > MOST_RANGES) {
    return { played: [...kept.played], reportedAt, gained: 0, uncredited: lost(claimed, 'too-many-pieces') }
  }
  const missing = claimed - lengthOf(accepted)
  return {
    played,
    reportedAt,
    gained: lengthOf(played) - lengthOf(kept.played),
    uncredited: lost(missing, within - lengthOf(accepted) > 0.5 ? 'faster-than-time' : 'beyond-the-end'),
  }
}

/** From when a new ticket's time counts. Opening one gives no new grace: what the last one used up stays used. */
export function openedPlay(previousReportedAt: Instant | null, now: Instant): Instant {
  const graceMs = (GRACE_S / MAX_RATE) * 1000
  return previousReportedAt !== null && previousReportedAt > now && previousReportedAt - now <= graceMs
    ? previousReportedAt
    : now
}

/** Less than half a second is rounding and not worth a word. */
function lost(seconds: number, reason: UncreditedReason): PlayCredit['uncredited'] {
  return seconds > 0.5 ? { seconds: Math.round(seconds), reason } : null
}

/** Ranges in order, joined where they touch or overlap. */
export function unionOf(ranges: readonly PlayedRange[]): PlayedRange[] {
  const joined: { from: number; to: number }[] = []
  for (const { from, to } of ranges.filter((range) => range.to > range.from).toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}
