import { z } from 'zod'
import { AccountId, enableAccount as decide } from '@dangjian/domain/access'
import { findAccount, saveAccountDisabled } from '@dangjian/db/access/account-store'
import { accept, command, notFound } from '../trpc.ts'
import { personTarget } from './person-target.ts'

/** Opens a disabled account again. Sessions that ended stay ended: its person signs in anew. */
export const enableAccount = command({
  permission: 'access.enable-account',
  input: z.strictObject({ accountId: AccountId }),
  output: z.strictObject({ accountId: AccountId }),
  target: async ({ db, input, actor, today }) => {
    const account = await findAccount(db, input.accountId)
    return account ? personTarget(db, actor, account.personId, today) : null
  },
  run: async ({ db, input, note }) => {
    const account = (await findAccount(db, input.accountId)) ?? notFound()
    const enabled = accept(decide(account))
    await saveAccountDisabled(db, enabled.id, enabled.disabledAt)
    note({ accountId: enabled.id })
    return { accountId: enabled.id }
  },
})
