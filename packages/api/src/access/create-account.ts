import { z } from 'zod'
import { AccountId, decidePassword, PersonId } from '@dangjian/domain/access'
import { findAccountByUsername, findAccountOfPerson, insertAccount } from '@dangjian/db/access/account-store'
import { findPersonName } from '@dangjian/db/organisation/unit-scope'
import { accept, command, notFound, refuseWith } from '../trpc.ts'

/** Gives a person an account of their own. */
export const createAccount = command({
  permission: 'access.create-account',
  input: z.strictObject({
    personId: PersonId,
    username: z.string().trim().min(2).max(100),
    password: z.string().min(1).max(1000),
  }),
  output: z.strictObject({ accountId: AccountId }),
  prepare: ({ input, passwords }) => {
    accept(decidePassword(input.password, { username: input.username, name: '' }))
    return passwords.hash(input.password)
  },
  run: async ({ db, input, prepared: passwordHash, now, newId, note }) => {
    if (!(await findPersonName(db, input.personId))) notFound()
    if (await findAccountByUsername(db, input.username)) refuseWith('username-taken')
    if (await findAccountOfPerson(db, input.personId)) refuseWith('person-has-account')
    const id = newId<AccountId>()
    await insertAccount(db, {
      id,
      personId: input.personId,
      username: input.username,
      passwordHash,
      passwordChangedAt: now,
      disabledAt: null,
      createdAt: now,
    })
    note({ accountId: id })
    return { accountId: id }
  },
})
