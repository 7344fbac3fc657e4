import type { ExpressionBuilder } from 'kysely'
import type { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { MemberStatus, Person, Post, PostHolding, PostHoldingId } from '@dangjian/domain/organisation'
import type { Database, Db } from '../database.ts'
import { likeOf, pinyinOf } from './pinyin.ts'

export async function insertPerson(db: Db, person: Person): Promise<void> {
  await db
    .insertInto('person')
    .values({ ...person, namePinyin: pinyinOf(person.name) })
    .execute()
}

export async function findPerson(db: Db, id: PersonId) {
  return db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Saves corrected details of a person whose `rev` was one less; false when somebody else saved them meanwhile. */
export async function savePerson(db: Db, person: Person, by: PersonId, at: number): Promise<boolean> {
  const { name, memberStatus, rev } = person
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set({ name, namePinyin: pinyinOf(name), memberStatus, rev, changedAt: at, changedBy: by })
    .where('id', '=', person.id)
    .where('rev', '=', rev - 1)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
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

/** Full members of a unit and of those beneath it on a day, each once: what the form of a unit is measured by. */
export async function countFullMembers(db: Db, unitId: UnitId, day: LocalDate): Promise<number> {
  const { count } = await db
    .selectFrom('membership')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'membership.unitId')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select((eb) => eb.fn.count<number>('person.id').distinct().as('count'))
    .where('unitClosure.ancestorId', '=', unitId)
    .where('membership.fromOn', '<=', day)
    .where((eb) => eb.or([eb('membership.toOn', 'is', null), eb('membership.toOn', '>=', day)]))
    .where('person.memberStatus', '=', 'full')
    .executeTakeFirstOrThrow()
  return count
}

export interface PeopleFilter {
  readonly beneath: UnitId
  /** Only those of the unit itself, not of units beneath it. */
  readonly direct?: boolean | undefined
  readonly day: LocalDate
  readonly search?: string | undefined
  readonly memberStatus?: MemberStatus | undefined
  /** `name_pinyin` and id of the last row seen. */
  readonly cursor?: { readonly namePinyin: string; readonly id: PersonId } | undefined
  readonly limit: number
}

/** People who belong to a unit or one beneath it on a day. */
function peopleOf(db: Db, filter: Omit<PeopleFilter, 'limit' | 'cursor'>) {
  let query = db.selectFrom('person').where(({ exists, selectFrom }) =>
    exists(
      selectFrom('membership')
        .innerJoin('unitClosure', 'unitClosure.descendantId', 'membership.unitId')
        .select('membership.id')
        .whereRef('membership.personId', '=', 'person.id')
        .where('membership.fromOn', '<=', filter.day)
        .where((eb) => eb.or([eb('membership.toOn', 'is', null), eb('membership.toOn', '>=', filter.day)]))
        .where('unitClosure.ancestorId', '=', filter.beneath)
        .$if(filter.direct === true, (qb) => qb.where('unitClosure.depth', '=', 0)),
    ),
  )
  if (filter.memberStatus) query = query.where('person.memberStatus', '=', filter.memberStatus)
  if (filter.search) {
    const like = likeOf(filter.search)
    query = query.where((eb) => eb.or([eb('person.name', 'like', like), eb('person.namePinyin', 'like', like)]))
  }
  return query
}

export async function countPeople(db: Db, filter: Omit<PeopleFilter, 'limit' | 'cursor'>): Promise<number> {
  if (!filter.search && !filter.memberStatus) return countBelonging(db, filter)
  const { total } = await peopleOf(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** Everybody of a unit, counted from its memberships: the size of the unit counts, not that of the whole register. */
async function countBelonging(
  db: Db,
  { beneath, direct, day }: Omit<PeopleFilter, 'limit' | 'cursor'>,
): Promise<number> {
  const { count } = await db
    .selectFrom('membership')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'membership.unitId')
    .select((eb) => eb.fn.count<number>('membership.personId').distinct().as('count'))
    .where('unitClosure.ancestorId', '=', beneath)
    .$if(direct === true, (qb) => qb.where('unitClosure.depth', '=', 0))
    .where('membership.fromOn', '<=', day)
    .where((eb) => eb.or([eb('membership.toOn', 'is', null), eb('membership.toOn', '>=', day)]))
    .executeTakeFirstOrThrow()
  return count
}

/** A page of people by pinyin. */
export async function listPeople(db: Db, filter: PeopleFilter) {
  let query = peopleOf(db, filter)
  const { cursor } = filter
  if (cursor) {
    query = query.where((eb) =>
      eb(eb.refTuple('person.namePinyin', 'person.id'), '>', eb.tuple(cursor.namePinyin, cursor.id)),
    )
  }
  return query
    .select(['person.id', 'person.name', 'person.namePinyin', 'person.memberStatus', 'person.rev'])
    .orderBy('person.namePinyin')
    .orderBy('person.id')
    .limit(filter.limit)
    .execute()
}

/** For a page of people: where beneath a unit each belongs and which posts each holds there. */
export async function listPlacesOf(db: Db, personIds: readonly PersonId[], day: LocalDate, beneath: UnitId) {
  if (personIds.length === 0) return { units: [], posts: [] }
  const units = await db
    .selectFrom('membership')
    .innerJoin('unit', 'unit.id', 'membership.unitId')
    .select(['membership.personId', 'unit.id as unitId', 'unit.name as unitName'])
    .select((eb) => depthBeneath(eb, beneath))
    .where('membership.personId', 'in', personIds)
    .where('membership.fromOn', '<=', day)
    .where((eb) => eb.or([eb('membership.toOn', 'is', null), eb('membership.toOn', '>=', day)]))
    .execute()
  const posts = await db
    .selectFrom('postHolding')
    .innerJoin('unit', 'unit.id', 'postHolding.unitId')
    .select(['postHolding.personId', 'postHolding.post', 'unit.id as unitId', 'unit.name as unitName'])
    .select((eb) => depthBeneath(eb, beneath))
    .where('postHolding.personId', 'in', personIds)
    .where('postHolding.fromOn', '<=', day)
    .where((eb) => eb.or([eb('postHolding.toOn', 'is', null), eb('postHolding.toOn', '>=', day)]))
    .execute()
  return { units: nearestFirst(units), posts: nearestFirst(posts) }
}

/** How far beneath another unit this one lies; null if it does not. Asked per row: a join begins with all that lies beneath. */
function depthBeneath(eb: ExpressionBuilder<Database, 'unit'>, ancestorId: UnitId) {
  return eb
    .selectFrom('unitClosure')
    .select('unitClosure.depth')
    .whereRef('unitClosure.descendantId', '=', 'unit.id')
    .where('unitClosure.ancestorId', '=', ancestorId)
    .as('depth')
}

function nearestFirst<Place extends { readonly depth: number | null }>(places: readonly Place[]): Place[] {
  const within = places.filter(({ depth }) => depth !== null)
  return within.sort((one, other) => Number(one.depth) - Number(other.depth))
}
