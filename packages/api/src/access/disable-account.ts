import { z } from 'zod'
import { AccountId, disableAccount as decide } from '@dangjian/domain/access'
import { findAccount, saveAccountDisabled } from '@dangjian/db/access/account-store'
import { revokeSessions } from '@dangjian/db/access/session-store'
import { accept, command, notFound } from '../trpc.ts'
import { personTarget } from './person-target.ts'

/** Closes an account to sign-in and ends its sessions at once. What the person did stays on record. */
export const disableAccount = command({
  permission: 'access.disable-account',
  input: z.strictObject({ accountId: AccountId }),
  output: z.strictObject({ accountId: AccountId }),
  target: async ({ db, input, actor, today }) => {
    const account = await findAccount(db, input.accountId)
    return account ? personTarget(db, actor, account.personId, today) : null
  },
  run: async ({ db, input, actor, now, note }) => {
    const account = (await findAccount(db, input.accountId)) ?? notFound()
    const disabled = accept(decide(account, actor.personId, now))
    await saveAccountDisabled(db, disabled.id, disabled.disabledAt)
    await revokeSessions(db, disabled.id, now)
    note({ accountId: disabled.id })
    return { accountId: disabled.id }
  },
})
