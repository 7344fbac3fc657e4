import type { AccountId, LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'
import { isMemberOn } from '../organisation/membership-rule.ts'
import { enterNames, namesHolding } from '../organisation/name-gram-store.ts'
import { pageOfPeople } from '../organisation/people-list-store.ts'
import { everMembershipsOf, isSmallPart } from '../organisation/way-to-people.ts'
import { wordsOf } from '../organisation/pinyin.ts'
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
  const username = account.username.toLowerCase()
  await db
    .insertInto('account')
    .values({ ...account, username })
    .execute()
  await enterNames(db, username)
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

export async function listAccounts(
  db: Db,
  filter: { unitId: UnitId; search?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const unit = { beneath: filter.unitId }
  const few = await isSmallPart(db, unit)
  let query = db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.personId')
    .select(['account.id', 'account.personId', 'account.username', 'account.disabledAt', 'person.name'])
    .where((eb) =>
      few
        ? eb('account.personId', 'in', everMembershipsOf(db, unit).select('membership.personId'))
        : eb.exists(
            eb
              .selectFrom('membership')
              .crossJoin('unitClosure')
              .select('membership.unitId')
              .whereRef('membership.personId', '=', 'account.personId')
              .whereRef('unitClosure.descendantId', '=', 'membership.unitId')
              .where('unitClosure.ancestorId', '=', unit.beneath),
          ),
    )
  const words = wordsOf(filter.search ?? '')
  if (words) {
    query = query.where('account.id', 'in', (eb) =>
      eb
        .selectFrom('person as named')
        .innerJoin('account as own', 'own.personId', 'named.id')
        .select('own.id')
        .where('named.namePinyin', 'in', namesHolding(words))
        .union(db.selectFrom('account as own').select('own.id').where('own.username', 'in', namesHolding(words))),
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
  const page = await pageOfPeople(db, {
    beneath: filter.unitId,
    day: filter.day,
    search: filter.words,
    limit: filter.most,
  })
  const rows = await page
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('account').select('account.id').whereRef('account.personId', '=', 'person.id'))),
    )
    .select((eb) => [
      'person.id as personId',
      'person.name',
      eb
        .selectFrom('membership')
        .innerJoin('unitClosure', 'unitClosure.descendantId', 'membership.unitId')
        .innerJoin('unit', 'unit.id', 'membership.unitId')
        .select((unit) => unit.fn.min('unit.name').as('unitName'))
        .whereRef('membership.personId', '=', 'person.id')
        .where('unitClosure.ancestorId', '=', filter.unitId)
        .where(isMemberOn(filter.day))
        .as('unitName'),
    ])
    .execute()
  return rows.map((row) => ({ ...row, unitName: row.unitName ?? '' }))
}
