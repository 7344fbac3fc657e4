import { z } from 'zod'
import { PersonId } from '../access/id.ts'
import { Instant } from '../access/time.ts'
import type { Wording } from '../access/words.ts'
import { CourseId } from './course.ts'

/** By how many hundredths an exam may be longer for a person: a quarter, a half, or twice the time. */
export const ExtraTimeShare = z.union([z.literal(25), z.literal(50), z.literal(100)])
export type ExtraTimeShare = z.infer<typeof ExtraTimeShare>
export const extraTimeShares = [25, 50, 100] as const satisfies readonly ExtraTimeShare[]

/**
 * Longer time in the tests of a course for one person (延长考试时间; WCAG 2.2, 2.2.1). Why is nobody's business and is
 * kept nowhere: a reason would tell of somebody's health.
 */
export const ExtraTime = z.strictObject({
  personId: PersonId,
  courseId: CourseId,
  share: ExtraTimeShare,
  grantedAt: Instant,
})
export type ExtraTime = z.infer<typeof ExtraTime>

/** What time there is with the extra: whole minutes, rounded up. No limit stays none. */
export function minutesWithExtra(minutes: number | null, share: ExtraTimeShare | null): number | null {
  return minutes === null ? null : Math.ceil((minutes * (100 + (share ?? 0))) / 100)
}

export const extraTimeWords: Wording<`${ExtraTimeShare}`> = {
  'zh-CN': { 25: '延长四分之一', 50: '延长一半', 100: '延长一倍' },
  en: { 25: 'A quarter more', 50: 'Half as much again', 100: 'Twice the time' },
}
