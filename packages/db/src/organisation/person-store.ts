import type { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { MemberStatus, Person, Post, PostHolding, PostHoldingId } from '@dangjian/domain/organisation'
import type { Db } from '../database.ts'
import { pinyinOf } from './pinyin.ts'
import type { ElectionTable } from './tables.ts'

export async function insertPerson(db: Db, person: Person): Promise<void> {
  await db
    .insertInto('person')
    .values({ ...person, namePinyin: pinyinOf(person.name) })
    .execute()
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

export async function savePostHoldingEnded(db: Db, id: PostHoldingId, toOn: LocalDate): Promise<void> {
  await db.updateTable('postHolding').set({ toOn }).where('id', '=', id).execute()
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
    .where('postHolding.fromOn', '<=', day)
    .where((eb) => eb.or([eb('postHolding.toOn', 'is', null), eb('postHolding.toOn', '>=', day)]))
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
    .where('membership.fromOn', '<=', day)
    .where((eb) => eb.or([eb('membership.toOn', 'is', null), eb('membership.toOn', '>=', day)]))
    .execute()
}

export async function listPostsOfPerson(db: Db, personId: PersonId, day: LocalDate) {
  return db
    .selectFrom('postHolding')
    .innerJoin('unit', 'unit.id', 'postHolding.unitId')
    .select(['postHolding.post', 'unit.id as unitId', 'unit.name as unitName', 'unit.societyId'])
    .where('postHolding.personId', '=', personId)
    .where('postHolding.fromOn', '<=', day)
    .where((eb) => eb.or([eb('postHolding.toOn', 'is', null), eb('postHolding.toOn', '>=', day)]))
    .execute()
}

export async function countFullMembers(db: Db, unitId: UnitId): Promise<number> {
  const { count } = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('membership.unitId', '=', unitId)
    .where('membership.toOn', 'is', null)
    .where('person.memberStatus', '=', 'full')
    .executeTakeFirstOrThrow()
  return count
}

export interface PeopleFilter {
  readonly beneath: UnitId
  readonly search?: string | undefined
  readonly memberStatus?: MemberStatus | undefined
  /** `name_pinyin` and id of the last row seen. */
  readonly cursor?: { readonly namePinyin: string; readonly id: PersonId } | undefined
  readonly limit: number
}

/** People who belong to a unit or one beneath it today, by pinyin. */
export async function listPeople(db: Db, filter: PeopleFilter) {
  let query = db
    .selectFrom('person')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('membership')
          .innerJoin('unitClosure', 'unitClosure.descendantId', 'membership.unitId')
          .select('membership.id')
          .whereRef('membership.personId', '=', 'person.id')
          .where('membership.toOn', 'is', null)
          .where('unitClosure.ancestorId', '=', filter.beneath),
      ),
    )
  if (filter.memberStatus) query = query.where('person.memberStatus', '=', filter.memberStatus)
  if (filter.search) {
    const like = `%${filter.search.toLowerCase().replace(/\s+/g, '')}%`
    query = query.where((eb) => eb.or([eb('person.name', 'like', like), eb('person.namePinyin', 'like', like)]))
  }
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const { cursor } = filter
  if (cursor) {
    query = query.where((eb) =>
      eb.or([
        eb('person.namePinyin', '>', cursor.namePinyin),
        eb.and([eb('person.namePinyin', '=', cursor.namePinyin), eb('person.id', '>', cursor.id)]),
      ]),
    )
  }
  const people = await query
    .select(['person.id', 'person.name', 'person.namePinyin', 'person.memberStatus'])
    .orderBy('person.namePinyin')
    .orderBy('person.id')
    .limit(filter.limit)
    .execute()
  return { rows: people, total }
}

/** For a page of people: where each belongs and which posts each holds. */
export async function listPlacesOf(db: Db, personIds: readonly PersonId[], day: LocalDate) {
  if (personIds.length === 0) return { units: [], posts: [] }
  const units = await db
    .selectFrom('membership')
    .innerJoin('unit', 'unit.id', 'membership.unitId')
    .select(['membership.personId', 'unit.id as unitId', 'unit.name as unitName'])
    .where('membership.personId', 'in', personIds)
    .where('membership.toOn', 'is', null)
    .execute()
  const posts = await db
    .selectFrom('postHolding')
    .innerJoin('unit', 'unit.id', 'postHolding.unitId')
    .select(['postHolding.personId', 'postHolding.post', 'unit.id as unitId', 'unit.name as unitName'])
    .where('postHolding.personId', 'in', personIds)
    .where('postHolding.fromOn', '<=', day)
    .where((eb) => eb.or([eb('postHolding.toOn', 'is', null), eb('postHolding.toOn', '>=', day)]))
    .execute()
  return { units, posts }
}

export async function insertElection(db: Db, election: ElectionTable): Promise<void> {
  await db.insertInto('election').values(election).execute()
}

export async function findLastElection(db: Db, unitId: UnitId): Promise<ElectionTable | undefined> {
  return db
    .selectFrom('election')
    .selectAll()
    .where('unitId', '=', unitId)
    .orderBy('heldOn', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Standing units with a form, each with the day of its last election: what terms are counted from. */
export async function listUnitsWithElection(db: Db, beneath: UnitId) {
  return db
    .selectFrom('unit')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'unit.id')
    .leftJoin('election', 'election.unitId', 'unit.id')
    .select(['unit.id', 'unit.name', 'unit.kind', 'unit.form', 'unit.foundedOn', 'unit.societyId'])
    .select((eb) => eb.fn.max('election.heldOn').as('electedOn'))
    .where('unitClosure.ancestorId', '=', beneath)
    .where('unit.state', '=', 'active')
    .where('unit.form', 'in', ['committee', 'generalBranch', 'branch', 'jointBranch'])
    .groupBy(['unit.id', 'unit.name', 'unit.kind', 'unit.form', 'unit.foundedOn', 'unit.societyId'])
    .execute()
}
