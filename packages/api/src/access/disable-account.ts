import { z } from 'zod'
import { AccountId } from '@dangjian/domain/access'
import { findAccount, saveAccountDisabled } from '@dangjian/db/access/account-store'
import { revokeSessions } from '@dangjian/db/access/session-store'
import { command, notFound } from '../trpc.ts'

/** Closes an account to sign-in and ends its sessions at once. What the person did stays on record. */
export const disableAccount = command({
  permission: 'access.disable-account',
  input: z.strictObject({ accountId: AccountId }),
  output: z.strictObject({ accountId: AccountId }),
  run: async ({ db, input, now, note }) => {
    const account = (await findAccount(db, input.accountId)) ?? notFound()
    await saveAccountDisabled(db, account.id, now)
    await revokeSessions(db, account.id, now)
    note({ accountId: account.id })
    return { accountId: account.id }
  },
})
