import { z } from 'zod'
import { isAdministrativeRole, type Role } from './role.ts'
import type { Instant } from './time.ts'

/** In the order in which they are settled. */
export const duties = ['password-must-change', 'second-factor-must-enrol'] as const

/** What an account owes before it may do anything else. Its name is the refusal that every other request meets meanwhile. */
export const Duty = z.enum(duties)
export type Duty = z.infer<typeof Duty>

/** How long a password that somebody else gave is good for signing in: until then it is to be handed over (OWASP ASVS 5.0, 6.4.1). */
export const GIVEN_PASSWORD_DAYS = 14

const DAY_MS = 24 * 60 * 60 * 1000

/** What of an account decides on its duties. `passwordGivenAt`: when somebody else gave the present password; null once it is one's own. */
export interface DutyState {
  readonly passwordGivenAt: Instant | null
  readonly secondFactorAt: Instant | null
}

/**
 * A password that somebody else knows must not become the lasting one; and where the installation requires it, whoever
 * holds an administrative role has a second factor before they act.
 */
export function openDuty(account: DutyState, roles: readonly Role[], secondFactorRequired: boolean): Duty | null {
  if (account.passwordGivenAt !== null) return 'password-must-change'
  const owed = secondFactorRequired && account.secondFactorAt === null && roles.some(isAdministrativeRole)
  return owed ? 'second-factor-must-enrol' : null
}

/** Whether a given password has lain about for too long to be taken. */
export function isGivenPasswordStale({ passwordGivenAt }: Pick<DutyState, 'passwordGivenAt'>, now: Instant): boolean {
  return passwordGivenAt !== null && now >= passwordGivenAt + GIVEN_PASSWORD_DAYS * DAY_MS
}
