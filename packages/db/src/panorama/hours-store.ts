import type { UnitId } from '@dangjian/domain/access'
import type { SocietyCategory } from '@dangjian/domain/organisation'
import type { HourEntryId } from '@dangjian/domain/training'
import type { Db } from '../database.ts'

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
export async function sumHours(
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

/** The ledger's entries behind a figure of hours, the latest first, with how many there are and what they come to. */
export async function listHours(db: Db, filter: HourListFilter) {
  const ids = entriesInScope(db, filter).select('hourEntry.id').distinct()
  let query = db
    .selectFrom('hourEntry')
    .innerJoin('person', 'person.id', 'hourEntry.personId')
    .where('hourEntry.id', 'in', ids)
  const sums = await query
    .select((eb) => [eb.fn.countAll<number>().as('total'), eb.fn.sum<number | null>('hourEntry.hours').as('hours')])
    .executeTakeFirstOrThrow()
  if (filter.cursor) query = query.where('hourEntry.id', '<', filter.cursor)
  const rows = await query
    .select(['hourEntry.id', 'hourEntry.personId', 'hourEntry.sourceTitle', 'hourEntry.hours', 'hourEntry.at'])
    .select('person.name as personName')
    .orderBy('hourEntry.id', 'desc')
    .limit(filter.limit)
    .execute()
  return { rows, total: sums.total, hours: Number(sums.hours ?? 0) }
}
