import { z } from 'zod'
import { decidePassword } from '@dangjian/domain/access'
import { findAccount, savePassword } from '@dangjian/db/access/account-store'
import { revokeSessions } from '@dangjian/db/access/session-store'
import { accept, command, notFound, refuseWith } from '../trpc.ts'

/** Sets a new password, which is not the present one, and signs every other device out. */
export const changePassword = command({
  permission: 'access.change-password',
  input: z.strictObject({ current: z.string().min(1).max(1000), next: z.string().min(1).max(1000) }),
  output: z.strictObject({ changed: z.literal(true) }),
  prepare: async ({ db, input, actor, passwords, throttle }) => {
    const account = (await findAccount(db, actor.accountId)) ?? notFound()
    const over = throttle(`change-password:${account.id}`, { tries: 10, windowMs: 15 * 60 * 1000 })
    if (over) refuseWith('too-many-tries', { minutes: Math.ceil(over.retryAfter / 60) })
    if (!(await passwords.verify(account.passwordHash, input.current))) refuseWith('current-password-wrong')
    if (input.next === input.current) refuseWith('password-unchanged')
    accept(decidePassword(input.next, { username: account.username, name: actor.personName }))
    return passwords.hash(input.next)
  },
  run: async ({ db, actor, prepared: hash, now }) => {
    await savePassword(db, actor.accountId, { passwordHash: hash, passwordChangedAt: now, passwordGivenAt: null })
    await revokeSessions(db, actor.accountId, now, actor.sessionId)
    return { changed: true as const }
  },
})
