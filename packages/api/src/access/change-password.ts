import { z } from 'zod'
import { decidePassword } from '@dangjian/domain/access'
import { savePassword } from '@dangjian/db/access/account-store'
import { revokeSessions } from '@dangjian/db/access/session-store'
import { accept, command, refuseWith } from '../trpc.ts'
import { demandPassword } from './demand-password.ts'

/** Sets a new password, which is not the present one, and signs every other device out. */
export const changePassword = command({
  permission: 'access.change-password',
  input: z.strictObject({ current: z.string().min(1).max(1000), next: z.string().min(1).max(1000) }),
  output: z.strictObject({ changed: z.literal(true) }),
  prepare: async (args) => {
    const { input, actor, passwords } = args
    const account = await demandPassword(args, input.current)
    if (input.next === input.current) refuseWith('password-unchanged')
    accept(decidePassword(input.next, { username: account.username, name: actor.personName }, await passwords.leaked()))
    return passwords.hash(input.next)
  },
  run: async ({ db, actor, prepared: hash, now }) => {
    await savePassword(db, actor.accountId, { passwordHash: hash, passwordChangedAt: now, passwordGivenAt: null })
    await revokeSessions(db, actor.accountId, now, actor.sessionId)
    return { changed: true as const }
  },
})
