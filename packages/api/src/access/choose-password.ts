import { z } from 'zod'
import { decidePassword } from '@dangjian/domain/access'
import { findAccount, savePassword } from '@dangjian/db/access/account-store'
import { revokeSessions } from '@dangjian/db/access/session-store'
import { accept, command, notFound, refuseWith } from '../trpc.ts'
import { throttlePassword } from './demand-password.ts'

/**
 * Puts a password of one's own in the place of one that somebody else gave. The given one is not asked for again: this
 * session was begun with it, since giving it ended all others.
 */
export const choosePassword = command({
  permission: 'access.choose-password',
  input: z.strictObject({ next: z.string().min(1).max(1000) }),
  output: z.strictObject({ changed: z.literal(true) }),
  prepare: async ({ db, input, actor, passwords, throttle }) => {
    const account = (await findAccount(db, actor.accountId)) ?? notFound()
    if (account.passwordGivenAt === null) refuseWith('current-password-needed')
    throttlePassword(throttle, account.id)
    accept(decidePassword(input.next, { username: account.username, name: actor.personName }, await passwords.leaked()))
    if (await passwords.verify(account.passwordHash, input.next)) refuseWith('password-unchanged')
    return { givenAt: account.passwordGivenAt, hash: await passwords.hash(input.next) }
  },
  run: async ({ db, actor, prepared, now }) => {
    // Given anew meanwhile: that one is to be changed, and this session has ended.
    const account = (await findAccount(db, actor.accountId)) ?? notFound()
    if (account.passwordGivenAt !== prepared.givenAt) refuseWith('current-password-needed')
    await savePassword(db, account.id, { passwordHash: prepared.hash, passwordChangedAt: now, passwordGivenAt: null })
    await revokeSessions(db, account.id, now, actor.sessionId)
    return { changed: true as const }
  },
})
