import { findAccount } from '@dangjian/db/access/account-store'
import type { Actor } from '../context.ts'
import { refuseWith } from '../refusal.ts'
import { notFound, type QueryArgs } from '../trpc.ts'

/** Asks for the password once more, so that a device left open is not enough (OWASP ASVS 5.0, 7.5.1). */
export async function demandPassword<I extends { readonly password: string }>({
  db,
  input,
  actor,
  passwords,
  throttle,
}: QueryArgs<I, Actor>): Promise<void> {
  const account = (await findAccount(db, actor.accountId)) ?? notFound()
  const over = throttle(`change-password:${account.id}`, { tries: 10, windowMs: 15 * 60 * 1000 })
  if (over) refuseWith('too-many-tries', { minutes: Math.ceil(over.retryAfter / 60) })
  if (!(await passwords.verify(account.passwordHash, input.password))) refuseWith('current-password-wrong')
}
