import type { UnitId } from '@dangjian/domain/access'
import type { SocietyCategory } from '@dangjian/domain/organisation'
import type { HourEntryId } from '@dangjian/domain/training'
import type { Db } from '../database.ts'
import { isSmallPart } from '../organisation/way-to-people.ts'

/** Whose hours a panorama looks at, and of which cycle. */
export interface HoursScope {
  readonly beneath: UnitId
  readonly category?: SocietyCategory | undefined
  readonly cycle: number
}

function entriesInScope(db: Db, scope: HoursScope) {
  let query = db
    .selectFrom('hourEntry')
    .innerJoin('membership', 'membership.personId', 'hourEntry.personId')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'membership.unitId')
    .innerJoin('unit', 'unit.id', 'membership.unitId')
    .leftJoin('unit as society', 'society.id', 'unit.societyId')
    .where('hourEntry.cycle', '=', scope.cycle)
    .where('membership.toOn', 'is', null)
    .where('unitClosure.ancestorId', '=', scope.beneath)
  if (scope.category) query = query.where('society.category', '=', scope.category)
  return query
}

/** Credit hours by society category; an entry counts once however many units its person belongs to. */
export async function sumHoursByCategory(
  db: Db,
  scope: HoursScope,
): Promise<{ category: SocietyCategory | null; hours: number }[]> {
  const entries = entriesInScope(db, scope).select(['hourEntry.id', 'hourEntry.hours', 'society.category']).distinct()
  const rows = await db
    .selectFrom(entries.as('entry'))
    .select('entry.category')
    .select((eb) => eb.fn.sum<number>('entry.hours').as('hours'))
    .groupBy('entry.category')
    .execute()
  return rows.map(({ category, hours }) => ({ category, hours: Number(hours) }))
}

export interface HourListFilter extends HoursScope {
  readonly cursor?: HourEntryId | undefined
  readonly limit: number
}

/**
 * The entries that a figure of hours counts, each once: those of a small part's members, or else each entry is asked
 * whether its person belongs, so that a page of the whole ends with its last row.
 */
async function countedEntries(db: Db, scope: HoursScope) {
  const { beneath, category, cycle } = scope
  const small = await isSmallPart(db, scope)
  return db
    .selectFrom('hourEntry')
    .where('hourEntry.cycle', '=', cycle)
    .where((eb) => {
      let members = eb
        .selectFrom('membership')
        .innerJoin('unitClosure', 'unitClosure.descendantId', 'membership.unitId')
        .select('membership.personId')
        .where('membership.toOn', 'is', null)
        .where('unitClosure.ancestorId', '=', beneath)
      if (category) {
        members = members
          .innerJoin('unit', 'unit.id', 'membership.unitId')
          .innerJoin('unit as society', 'society.id', 'unit.societyId')
          .where('society.category', '=', category)
      }
      return small
        ? eb('hourEntry.personId', 'in', members)
        : eb.exists(members.whereRef('membership.personId', '=', 'hourEntry.personId'))
    })
}

/** The ledger's entries behind a figure of hours, the latest first. */
export async function listHours(db: Db, filter: HourListFilter) {
  let query = await countedEntries(db, filter)
  if (filter.cursor) query = query.where('hourEntry.id', '<', filter.cursor)
  return query
    .innerJoin('person', 'person.id', 'hourEntry.personId')
    .select(['hourEntry.id', 'hourEntry.personId', 'hourEntry.sourceTitle', 'hourEntry.hours', 'hourEntry.at'])
    .select('person.name as personName')
    .orderBy('hourEntry.id', 'desc')
    .limit(filter.limit)
    .execute()
}

/** How many of these entries there are, and what they come to. */
export async function sumHours(db: Db, scope: HoursScope): Promise<{ entries: number; hours: number }> {
  const counted = await countedEntries(db, scope)
  const { entries, hours } = await counted
    .select((eb) => [eb.fn.countAll<number>().as('entries'), eb.fn.sum<number | null>('hourEntry.hours').as('hours')])
    .executeTakeFirstOrThrow()
  return { entries, hours: Number(hours ?? 0) }
}
