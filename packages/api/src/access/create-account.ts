import { z } from 'zod'
import { AccountId, decideNewAccount, decidePassword, PersonId } from '@dangjian/domain/access'
import { findAccountByUsername, findAccountOfPerson, insertAccount } from '@dangjian/db/access/account-store'
import { findPersonName } from '@dangjian/db/organisation/unit-scope'
import { accept, command } from '../trpc.ts'
import { personTarget } from './person-target.ts'

/** Gives a person an account of their own, with a first password that they change themselves. */
export const createAccount = command({
  permission: 'access.create-account',
  input: z.strictObject({
    personId: PersonId,
    username: z.string().trim().min(2).max(100),
    password: z.string().min(1).max(1000),
  }),
  output: z.strictObject({ accountId: AccountId }),
  target: ({ db, input, actor, today }) => personTarget(db, actor, input.personId, today),
  prepare: async ({ db, input, passwords }) => {
    const name = (await findPersonName(db, input.personId)) ?? ''
    accept(decidePassword(input.password, { username: input.username, name }, await passwords.leaked()))
    return passwords.hash(input.password)
  },
  run: async ({ db, input, prepared: passwordHash, now, newId, note }) => {
    const held = await findAccountOfPerson(db, input.personId)
    accept(decideNewAccount(held, Boolean(await findAccountByUsername(db, input.username))))
    const id = newId<AccountId>()
    await insertAccount(db, {
      id,
      personId: input.personId,
      username: input.username,
      passwordHash,
      passwordChangedAt: now,
      passwordGivenAt: now,
      disabledAt: null,
      createdAt: now,
    })
    note({ accountId: id })
    return { accountId: id }
  },
})
