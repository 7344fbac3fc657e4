import { normaliseCode, RecoveryCode, type AccountId, type Instant } from '@dangjian/domain/access'
import { findSecondFactor, spendRecoveryCode, spendTimeStep } from '@dangjian/db/access/second-factor-store'
import type { Db } from '@dangjian/db/database'
import type { Context } from '../context.ts'
import { demandTries, QUARTER_HOUR_MS } from './demand-tries.ts'
import { matchingStep } from './totp.ts'

/** Counted by account alone: whoever guesses codes knows the password already, from wherever they ask. */
export function throttleCodes(context: Pick<Context, 'throttle' | 'setHeader'>, accountId: AccountId): void {
  demandTries(context, `second-factor:${accountId}`, { tries: 10, windowMs: QUARTER_HOUR_MS })
}

/** Uses a code of the authenticator or a recovery code up; false when it opens nothing. */
export async function spendCode(
  db: Db,
  secrets: Context['secrets'],
  accountId: AccountId,
  typed: string,
  now: Instant,
): Promise<boolean> {
  const factor = await findSecondFactor(db, accountId)
  const code = normaliseCode(typed)
  if (!factor) return false
  if (RecoveryCode.safeParse(code).success) {
    return spendRecoveryCode(db, accountId, secrets.digest(code, accountId), now)
  }
  const step = matchingStep(secrets.open(factor.secret, accountId), code, now)
  return step !== undefined && spendTimeStep(db, accountId, step)
}
