import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import type { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { MemberStatus } from '@dangjian/domain/organisation'
import type { Database, Db } from '../database.ts'
import { isHeldOn } from './holding-rule.ts'
import { isMemberOn } from './membership-rule.ts'
import { holds, wordsOf } from './pinyin.ts'
import { everMembershipsOf, inOrder, keyOf, wayTo, type People, type Way } from './way-to-people.ts'

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

type Asked = Omit<PeopleFilter, 'limit' | 'cursor'>

function membershipsOf(db: Db, filter: Asked) {
  return everMembershipsOf(db, filter).where(isMemberOn(filter.day))
}

function belongs({ exists, selectFrom }: ExpressionBuilder<Database, 'person'>, { beneath, direct, day }: Asked) {
  return exists(
    selectFrom('membership')
      .crossJoin('unitClosure')
      .select('membership.unitId')
      .whereRef('membership.personId', '=', 'person.id')
      .whereRef('unitClosure.descendantId', '=', 'membership.unitId')
      .where(isMemberOn(day))
      .where('unitClosure.ancestorId', '=', beneath)
      .$if(direct === true, (qb) => qb.where('unitClosure.depth', '=', 0)),
  )
}

/** Everybody on this way who belongs to a unit or one beneath it on a day, each once. */
function along(db: Db, way: Way, filter: Asked): People {
  if (way === 'members') {
    const members = membershipsOf(db, filter).select('membership.personId').distinct()
    const people = db.selectFrom(members.as('member')).crossJoin('person').whereRef('person.id', '=', 'member.personId')
    return people as unknown as People
  }
  return inOrder(db, way).where((eb) => belongs(eb, filter))
}

/** Those of them who are asked for. */
function peopleOf(db: Db, way: Way, filter: Asked): People {
  const words = wordsOf(filter.search ?? '')
  let people = along(db, way, filter)
  if (filter.memberStatus) people = people.where('person.memberStatus', '=', filter.memberStatus)
  if (words && (typeof way === 'string' || way.gram !== words))
    people = people.where((eb) => holds(eb, keyOf(way) as 'person.namePinyin', words))
  return people
}

export async function countPeople(db: Db, filter: Asked): Promise<number> {
  if (!filter.search && !filter.memberStatus) return countBelonging(db, filter)
  const { total } = await peopleOf(db, await wayTo(db, filter), filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/**
 * Everybody of a unit, counted from its memberships: the size of the unit counts, not that of the whole register. To
 * the only unit under which all others stand belongs whoever belongs anywhere.
 */
async function countBelonging(db: Db, filter: Asked): Promise<number> {
  const tops = await db.selectFrom('unit').select('id').where('parentId', 'is', null).limit(2).execute()
  const isWhole = !filter.direct && tops.length === 1 && tops[0]?.id === filter.beneath
  const memberships = isWhole
    ? db.selectFrom('membership').where(isMemberOn(filter.day))
    : (membershipsOf(db, filter) as SelectQueryBuilder<Database, 'membership', object>)
  const { count } = await db
    .selectFrom(memberships.select('membership.personId').distinct().as('member'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** People of a page by pinyin, as a query to which more may be asked; `cursor` is where the last page ended. */
export async function pageOfPeople(db: Db, filter: PeopleFilter): Promise<People> {
  const way = await wayTo(db, filter)
  const key = keyOf(way) as 'person.namePinyin'
  let query = peopleOf(db, way, filter)
  const { cursor } = filter
  if (cursor) {
    query = query
      .where(key, '>=', cursor.namePinyin)
      .where((eb) => eb(eb.refTuple('person.namePinyin', 'person.id'), '>', eb.tuple(cursor.namePinyin, cursor.id)))
  }
  return query.orderBy(key).orderBy('person.id').limit(filter.limit)
}

/** A page of people by pinyin. */
export async function listPeople(db: Db, filter: PeopleFilter) {
  const page = await pageOfPeople(db, filter)
  return page.select(['person.id', 'person.name', 'person.namePinyin', 'person.memberStatus', 'person.rev']).execute()
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
    .where(isMemberOn(day))
    .execute()
  const posts = await db
    .selectFrom('postHolding')
    .innerJoin('unit', 'unit.id', 'postHolding.unitId')
    .select(['postHolding.personId', 'postHolding.post', 'unit.id as unitId', 'unit.name as unitName'])
    .select((eb) => depthBeneath(eb, beneath))
    .where('postHolding.personId', 'in', personIds)
    .where(isHeldOn(day))
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
