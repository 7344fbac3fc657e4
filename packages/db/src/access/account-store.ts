import type { AccountId, PersonId, UnitId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'
import type { AccountTable as Account } from './tables.ts'

export async function findAccount(db: Db, id: AccountId): Promise<Account | undefined> {
  return db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
}

/** User names are kept in lower case; sign-in lowers what is typed. */
export async function findAccountByUsername(db: Db, username: string): Promise<Account | undefined> {
  return db.selectFrom('account').selectAll().where('username', '=', username.toLowerCase()).executeTakeFirst()
}

export async function findAccountOfPerson(db: Db, personId: PersonId): Promise<Account | undefined> {
  return db.selectFrom('account').selectAll().where('personId', '=', personId).executeTakeFirst()
}

export async function insertAccount(db: Db, account: Account): Promise<void> {
  await db
    .insertInto('account')
    .values({ ...account, username: account.username.toLowerCase() })
    .execute()
}

export async function savePassword(db: Db, id: AccountId, passwordHash: string, at: number): Promise<void> {
  await db.updateTable('account').set({ passwordHash, passwordChangedAt: at }).where('id', '=', id).execute()
}

export async function saveAccountDisabled(db: Db, id: AccountId, disabledAt: number | null): Promise<void> {
  await db.updateTable('account').set({ disabledAt }).where('id', '=', id).execute()
}

export async function listAccounts(
  db: Db,
  filter: { unitId: UnitId; search?: string | undefined; cursor?: string | undefined; limit: number },
) {
  let query = db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.personId')
    .select(['account.id', 'account.personId', 'account.username', 'account.disabledAt', 'person.name'])
    .where('account.personId', 'in', (eb) =>
      eb
        .selectFrom('membership')
        .innerJoin('unitClosure', 'unitClosure.descendantId', 'membership.unitId')
        .select('membership.personId')
        .where('unitClosure.ancestorId', '=', filter.unitId),
    )
  if (filter.search) {
    const like = `%${filter.search.toLowerCase()}%`
    query = query.where((eb) =>
      eb.or([
        eb('person.name', 'like', like),
        eb('person.namePinyin', 'like', like),
        eb('account.username', 'like', like),
      ]),
    )
  }
  if (filter.cursor) query = query.where('account.username', '>', filter.cursor)
  return query.orderBy('account.username').limit(filter.limit).execute()
}
