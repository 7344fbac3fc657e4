import type { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { Person, Post, PostHolding, PostHoldingId } from '@dangjian/domain/organisation'
import type { Db } from '../database.ts'
import { isHeldOn } from './holding-rule.ts'
import { isMemberOn } from './membership-rule.ts'
import { enterNames, forgetName } from './name-gram-store.ts'
import { nameKeyOf } from './pinyin.ts'
import type { PersonTable } from './tables.ts'

export async function insertPerson(db: Db, person: Person): Promise<void> {
  const row = personRow(person)
  await db.insertInto('person').values(row).execute()
  await enterNames(db, row.namePinyin)
}

/** Many at once; `rows` as `personRow` makes them. */
export async function insertPeople(db: Db, rows: readonly PersonRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto('person')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
  }
  await enterNames(db)
}

/** Rows of one statement: SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 1000

export type PersonRow = Omit<PersonTable, 'changedAt' | 'changedBy'>

export function personRow(person: Person): PersonRow {
  return { ...person, namePinyin: nameKeyOf(person.name) }
}

export async function findPerson(db: Db, id: PersonId) {
  return db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Saves corrected details of a person whose `rev` was one less; false when somebody else saved them meanwhile. */
export async function savePerson(db: Db, person: Person, by: PersonId, at: number): Promise<boolean> {
  const { name, memberStatus, rev } = person
  const namePinyin = nameKeyOf(name)
  const before = await findPerson(db, person.id)
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set({ name, namePinyin, memberStatus, rev, changedAt: at, changedBy: by })
    .where('id', '=', person.id)
    .where('rev', '=', rev - 1)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  if (before && before.namePinyin !== namePinyin) {
    await enterNames(db, namePinyin)
    await forgetName(db, before.namePinyin)
  }
  return true
}

export async function findMembership(db: Db, unitId: UnitId, personId: PersonId) {
  return db
    .selectFrom('membership')
    .selectAll()
    .where('unitId', '=', unitId)
    .where('personId', '=', personId)
    .where('toOn', 'is', null)
    .executeTakeFirst()
}

export async function insertMembership(
  db: Db,
  membership: { id: string; unitId: UnitId; personId: PersonId; fromOn: LocalDate; toOn: LocalDate | null },
): Promise<void> {
  await db.insertInto('membership').values(membership).execute()
}

export async function saveMembershipEnded(db: Db, id: string, toOn: LocalDate): Promise<void> {
  await db.updateTable('membership').set({ toOn }).where('id', '=', id).execute()
}

/** Posts of a unit, newest first, with who holds them. */
export async function listPostHoldings(db: Db, unitId: UnitId): Promise<(PostHolding & { personName: string })[]> {
  return db
    .selectFrom('postHolding')
    .innerJoin('person', 'person.id', 'postHolding.personId')
    .selectAll('postHolding')
    .select('person.name as personName')
    .where('postHolding.unitId', '=', unitId)
    .orderBy('postHolding.fromOn', 'desc')
    .execute()
}

export async function findPostHolding(db: Db, id: PostHoldingId): Promise<PostHolding | undefined> {
  return db.selectFrom('postHolding').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertPostHolding(db: Db, holding: PostHolding): Promise<void> {
  await db.insertInto('postHolding').values(holding).execute()
}

/** The last day of a post; null where it runs on after all. */
export async function savePostHoldingEnded(db: Db, id: PostHoldingId, toOn: LocalDate | null): Promise<void> {
  await db.updateTable('postHolding').set({ toOn }).where('id', '=', id).execute()
}

/** Takes away a post that nobody came to hold, since the election was withdrawn. */
export async function deletePostHolding(db: Db, id: PostHoldingId): Promise<void> {
  await db.deleteFrom('postHolding').where('id', '=', id).execute()
}

/** The people who hold one of the posts anywhere beneath a unit on a day, each once. */
export async function listHoldersBeneath(
  db: Db,
  unitId: UnitId,
  posts: readonly Post[],
  day: LocalDate,
): Promise<{ personId: PersonId; personName: string }[]> {
  if (posts.length === 0) return []
  return db
    .selectFrom('postHolding')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'postHolding.unitId')
    .innerJoin('person', 'person.id', 'postHolding.personId')
    .select(['postHolding.personId', 'person.name as personName'])
    .distinct()
    .where('unitClosure.ancestorId', '=', unitId)
    .where('postHolding.post', 'in', posts)
    .where(isHeldOn(day))
    .orderBy('person.name')
    .execute()
}

/** The units a person belongs to on a day, and the posts held there. */
export async function listUnitsOfPerson(db: Db, personId: PersonId, day: LocalDate) {
  return db
    .selectFrom('membership')
    .innerJoin('unit', 'unit.id', 'membership.unitId')
    .select(['unit.id', 'unit.name', 'unit.kind', 'unit.societyId'])
    .where('membership.personId', '=', personId)
    .where(isMemberOn(day))
    .execute()
}

export async function listPostsOfPerson(db: Db, personId: PersonId, day: LocalDate) {
  return db
    .selectFrom('postHolding')
    .innerJoin('unit', 'unit.id', 'postHolding.unitId')
    .select(['postHolding.post', 'unit.id as unitId', 'unit.name as unitName', 'unit.societyId'])
    .where('postHolding.personId', '=', personId)
    .where(isHeldOn(day))
    .execute()
}

/** Full members of a unit and of those beneath it on a day, each once: what the form of a unit is measured by. */
export async function countFullMembers(db: Db, unitId: UnitId, day: LocalDate): Promise<number> {
  const { count } = await db
    .selectFrom('membership')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'membership.unitId')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select((eb) => eb.fn.count<number>('person.id').distinct().as('count'))
    .where('unitClosure.ancestorId', '=', unitId)
    .where(isMemberOn(day))
    .where('person.memberStatus', '=', 'full')
    .executeTakeFirstOrThrow()
  return count
}
