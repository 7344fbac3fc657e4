import { z } from 'zod'
import { AccountId, decidePassword, resetPassword as decide } from '@dangjian/domain/access'
import { findAccount, savePassword } from '@dangjian/db/access/account-store'
import { revokeSessions } from '@dangjian/db/access/session-store'
import { findPersonName } from '@dangjian/db/organisation/unit-scope'
import { accept, command, notFound } from '../trpc.ts'
import { personTarget } from './person-target.ts'

/** Gives an account a password to hand over, and ends its sessions at once. Whoever signs in with it chooses their own. */
export const resetPassword = command({
  permission: 'access.reset-password',
  input: z.strictObject({ accountId: AccountId, password: z.string().min(1).max(1000) }),
  output: z.strictObject({ accountId: AccountId }),
  target: async ({ db, input, actor, today }) => {
    const account = await findAccount(db, input.accountId)
    return account ? personTarget(db, actor, account.personId, today) : null
  },
  prepare: async ({ db, input, passwords }) => {
    const account = (await findAccount(db, input.accountId)) ?? notFound()
    const name = (await findPersonName(db, account.personId)) ?? ''
    accept(decidePassword(input.password, { username: account.username, name }, await passwords.leaked()))
    return passwords.hash(input.password)
  },
  run: async ({ db, input, actor, prepared: passwordHash, now, note }) => {
    const account = (await findAccount(db, input.accountId)) ?? notFound()
    const { passwordGivenAt } = accept(decide(account, actor.personId, now))
    await savePassword(db, account.id, { passwordHash, passwordChangedAt: now, passwordGivenAt })
    await revokeSessions(db, account.id, now)
    note({ accountId: account.id })
    return { accountId: account.id }
  },
})
