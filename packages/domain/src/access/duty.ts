import { z } from 'zod'
import type { Instant } from './time.ts'

/** In the order in which they are settled. */
export const duties = ['password-must-change'] as const

/** What an account owes before it may do anything else. Its name is the refusal that every other request meets meanwhile. */
export const Duty = z.enum(duties)
export type Duty = z.infer<typeof Duty>

/** How long a password that somebody else gave is good for signing in: until then it is to be handed over (OWASP ASVS 5.0, 6.4.1). */
export const GIVEN_PASSWORD_DAYS = 14

const DAY_MS = 24 * 60 * 60 * 1000

/** What of an account decides on its duties. `passwordGivenAt`: when somebody else gave the present password; null once it is one's own. */
export interface DutyState {
  readonly passwordGivenAt: Instant | null
}

/** A password that somebody else knows must not become the lasting one. */
export function openDuty(account: DutyState): Duty | null {
  return account.passwordGivenAt === null ? null : 'password-must-change'
}

/** Whether a given password has lain about for too long to be taken. */
export function isGivenPasswordStale({ passwordGivenAt }: DutyState, now: Instant): boolean {
  return passwordGivenAt !== null && now >= passwordGivenAt + GIVEN_PASSWORD_DAYS * DAY_MS
}
