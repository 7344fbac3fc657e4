import { findAccount } from '@dangjian/db/access/account-store'
import type { AccountId } from '@dangjian/domain/access'
import type { Actor } from '../context.ts'
import { refuseWith } from '../refusal.ts'
import { notFound, type QueryArgs } from '../trpc.ts'

/** Passwords that are tried within a session are counted together, whatever they are asked for. */
export function throttlePassword(throttle: QueryArgs<unknown, Actor>['throttle'], accountId: AccountId): void {
  const over = throttle(`change-password:${accountId}`, { tries: 10, windowMs: 15 * 60 * 1000 })
  if (over) refuseWith('too-many-tries', { minutes: Math.ceil(over.retryAfter / 60) })
}

/** Asks for the password once more, so that a device left open is not enough (OWASP ASVS 5.0, 7.5.1). */
export async function demandPassword(
  { db, actor, passwords, throttle }: Pick<QueryArgs<unknown, Actor>, 'db' | 'actor' | 'passwords' | 'throttle'>,
  typed: string,
) {
  const account = (await findAccount(db, actor.accountId)) ?? notFound()
  throttlePassword(throttle, account.id)
  if (!(await passwords.verify(account.passwordHash, typed))) refuseWith('current-password-wrong')
  return account
}
