import type { ExpressionBuilder } from 'kysely'
import type { AccountId, LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { Database, Db } from '../database.ts'
import { likeOf } from '../organisation/pinyin.ts'
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

export async function savePassword(
  db: Db,
  id: AccountId,
  password: Pick<Account, 'passwordHash' | 'passwordChangedAt' | 'passwordGivenAt'>,
): Promise<void> {
  await db.updateTable('account').set(password).where('id', '=', id).execute()
}

export async function saveAccountDisabled(db: Db, id: AccountId, disabledAt: number | null): Promise<void> {
  await db.updateTable('account').set({ disabledAt }).where('id', '=', id).execute()
}

/** `like` minds capitals in PostgreSQL and not in SQLite. */
function lowerName(eb: ExpressionBuilder<Database, 'person'>) {
  return eb.fn<string>('lower', ['person.name'])
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
    const like = likeOf(filter.search)
    query = query.where((eb) =>
      eb.or([
        eb(lowerName(eb), 'like', like),
        eb('person.namePinyin', 'like', like),
        eb('account.username', 'like', like),
      ]),
    )
  }
  if (filter.cursor) query = query.where('account.username', '>', filter.cursor)
  return query.orderBy('account.username').limit(filter.limit).execute()
}

/** People without an account who belong beneath a unit on a day, each with one of the units they belong to there. */
export async function findPeopleWithoutAccount(
  db: Db,
  filter: { unitId: UnitId; words: string; day: LocalDate; most: number },
): Promise<{ personId: PersonId; name: string; unitName: string }[]> {
  const like = likeOf(filter.words)
  return db
    .selectFrom('person')
    .innerJoin('membership', 'membership.personId', 'person.id')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'membership.unitId')
    .innerJoin('unit', 'unit.id', 'membership.unitId')
    .select((eb) => ['person.id as personId', 'person.name', eb.fn.min('unit.name').as('unitName')])
    .where('unitClosure.ancestorId', '=', filter.unitId)
    .where('membership.fromOn', '<=', filter.day)
    .where((eb) => eb.or([eb('membership.toOn', 'is', null), eb('membership.toOn', '>=', filter.day)]))
    .where((eb) => eb.or([eb(lowerName(eb), 'like', like), eb('person.namePinyin', 'like', like)]))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('account').select('account.id').whereRef('account.personId', '=', 'person.id'))),
    )
    .groupBy(['person.id', 'person.name', 'person.namePinyin'])
    .orderBy('person.namePinyin')
    .orderBy('person.id')
    .limit(filter.most)
    .execute()
}
