import { allow, refuse, type Decision } from '../access/decision.ts'
import type { Instant } from '../access/time.ts'
import type { Answer, Attempt, PaperSlot } from './attempt.ts'
import type { Quiz } from './quiz.ts'

/** What is on its way when the clock runs out still counts for so long (d). */
export const DEADLINE_GRACE_MS = 5000

export type AttemptRefusal =
  | 'attempts-used-up'
  | 'attempt-closed'
  | 'attempt-time-over'
  | 'attempt-still-open'
  | 'attempt-on-other-device'
  | 'answer-not-on-paper'
  | 'answer-does-not-fit'

/** How a learner's attempts of one quiz stand: the one that is open, and how many are left (null without limit). */
export function attemptStanding(
  quiz: Pick<Quiz, 'attempts'>,
  attempts: readonly Attempt[],
): { open: Attempt | null; used: number; left: number | null; passed: boolean } {
  return {
    open: attempts.find(({ state }) => state === 'open') ?? null,
    used: attempts.length,
    left: quiz.attempts === null ? null : Math.max(0, quiz.attempts - attempts.length),
    passed: attempts.some(({ passed }) => passed === true),
  }
}

/**
 * Whether another attempt may begin, and its number. One is open at a time: who has an open one goes on with it,
 * in whichever tab. An attempt counts from its start, so no second tab gives a second try.
 */
export function canStartAttempt(
  quiz: Pick<Quiz, 'attempts'>,
  attempts: readonly Attempt[],
): Decision<{ resume: Attempt } | { number: number }, AttemptRefusal> {
  const { open, left } = attemptStanding(quiz, attempts)
  if (open) return allow({ resume: open })
  if (left === 0) return refuse('attempts-used-up', { limit: quiz.attempts ?? 0 })
  return allow({ number: attempts.reduce((most, { number }) => Math.max(most, number), 0) + 1 })
}

/** The attempt at its start: the paper frozen, the deadline fixed. */
export function openAttempt(
  quiz: Pick<Quiz, 'minutes'>,
  paper: PaperSlot[],
  who: Pick<Attempt, 'id' | 'enrolmentId' | 'personId' | 'lessonId' | 'number'>,
  now: Instant,
): Attempt {
  return {
    ...who,
    paper,
    state: 'open',
    startedAt: now,
    deadlineAt: quiz.minutes === null ? null : now + quiz.minutes * 60_000,
    closedAt: null,
    closedBy: null,
    score: null,
    outOf: paper.reduce((sum, { marks }) => sum + marks, 0),
    passed: null,
  }
}

/** Whether time and grace have run out: the attempt is then closed by the clock with what was saved. */
export function isTimeOver(attempt: Pick<Attempt, 'state' | 'deadlineAt'>, now: Instant): boolean {
  return attempt.state === 'open' && attempt.deadlineAt !== null && now > attempt.deadlineAt + DEADLINE_GRACE_MS
}

/**
 * Saving an answer: the highest `seq` of a question wins, whatever order saves arrive in. `arrivedAt` is when the
 * request came in, so that a queue on the server costs nobody an answer.
 */
export function saveAnswer(
  attempt: Pick<Attempt, 'state' | 'deadlineAt' | 'paper'>,
  kept: Answer | undefined,
  answer: Answer,
  arrivedAt: Instant,
): Decision<{ answer: Answer; changed: boolean }, AttemptRefusal> {
  if (attempt.state === 'closed') return refuse('attempt-closed')
  if (isTimeOver(attempt, arrivedAt)) return refuse('attempt-time-over')
  if (answer.slot >= attempt.paper.length) return refuse('answer-not-on-paper')
  if (kept && kept.seq >= answer.seq) return allow({ answer: kept, changed: false })
  return allow({ answer, changed: true })
}

/** Closing (交卷), by the learner or the clock. Closing what is closed changes nothing and tells the same result. */
export function closeAttempt(
  attempt: Attempt,
  marks: readonly number[],
  quiz: Pick<Quiz, 'passShare'>,
  at: Instant,
): Attempt {
  if (attempt.state === 'closed') return attempt
  const late = isTimeOver(attempt, at)
  const score = Math.min(attempt.outOf, round(marks.reduce((sum, each) => sum + each, 0)))
  return {
    ...attempt,
    state: 'closed',
    closedAt: late || (attempt.deadlineAt !== null && at > attempt.deadlineAt) ? attempt.deadlineAt : at,
    closedBy: late ? 'clock' : 'learner',
    score,
    passed: isPassed(score, attempt.outOf, quiz.passShare),
  }
}

/** Whether a score reaches the pass mark, in hundredths so that fractions do not decide. */
export function isPassed(score: number, outOf: number, passShare: number): boolean {
  return outOf > 0 && Math.round(score * 10_000) >= Math.round(outOf * passShare * 100)
}

function round(marks: number): number {
  return Math.round(marks * 100) / 100
}
