import type { SelectQueryBuilder } from 'kysely'
import type { UnitId } from '@dangjian/domain/access'
import type { Database, Db } from '../database.ts'
import { findRarestGram } from './name-gram-store.ts'
import { wordsOf } from './pinyin.ts'

export type People = SelectQueryBuilder<Database, 'person', object>

interface Unit {
  readonly beneath: UnitId
  /** Only those of the unit itself, not of units beneath it. */
  readonly direct?: boolean | undefined
}

interface PeopleAsked extends Unit {
  readonly search?: string | undefined
}

/** Names that are looked at at once, whatever the unit. */
const FEW_NAMES = 500
/** Memberships that are read through sooner than everybody who bears a common name. */
const FEW_MEMBERSHIPS = 5000

/** Where people are looked for first: under a part of the words, among a unit's members, or among all in order. */
export type Way = { readonly gram: string } | 'members' | 'all'

export async function wayTo(db: Db, filter: PeopleAsked): Promise<Way> {
  const found = await findRarestGram(db, wordsOf(filter.search ?? ''))
  if (found && found.names < FEW_NAMES) return found
  if (await isSmallPart(db, filter)) return 'members'
  return found ?? 'all'
}

/**
 * Whether a unit with those beneath it has so few memberships, ended ones as well, that all may be read. Of the whole
 * that is never the shortest way, since whoever is looked at belongs there.
 */
export async function isSmallPart(db: Db, unit: Unit): Promise<boolean> {
  const above = await db
    .selectFrom('unitClosure')
    .select('ancestorId')
    .where('descendantId', '=', unit.beneath)
    .where('depth', '>', 0)
    .limit(1)
    .executeTakeFirst()
  if (!above && !unit.direct) return false
  const some = everMembershipsOf(db, unit).select('membership.unitId').limit(FEW_MEMBERSHIPS)
  const { count } = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count < FEW_MEMBERSHIPS
}

/** Memberships of a unit and of those beneath it. SQLite goes through a cross join as it is written. */
export function everMembershipsOf(db: Db, { beneath, direct }: Unit) {
  return db
    .selectFrom('unitClosure')
    .crossJoin('membership')
    .whereRef('membership.unitId', '=', 'unitClosure.descendantId')
    .where('unitClosure.ancestorId', '=', beneath)
    .$if(direct === true, (qb) => qb.where('unitClosure.depth', '=', 0))
}

/** People by their names: all, or those whose name stands under a part of the words. */
export function inOrder(db: Db, way: Exclude<Way, 'members'>): People {
  if (way === 'all') return db.selectFrom('person')
  const people = db
    .selectFrom('nameGram')
    .crossJoin('person')
    .whereRef('person.namePinyin', '=', 'nameGram.name')
    .where('nameGram.gram', '=', way.gram)
  return people as unknown as People
}

/** The column by which people come in order on this way: both have the same in them. */
export function keyOf(way: Way): 'nameGram.name' | 'person.namePinyin' {
  return typeof way === 'object' ? 'nameGram.name' : 'person.namePinyin'
}
