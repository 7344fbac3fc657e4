import type { LocalDate, UnitId } from '@dangjian/domain/access'
import type { SocietyCategory, Unit, UnitState } from '@dangjian/domain/organisation'
import type { ExpressionBuilder } from 'kysely'
import type { Database, Db } from '../database.ts'
import { pinyinOf } from './pinyin.ts'
import type { UnitEventTable } from './tables.ts'
import { insertUnitClosure } from './unit-scope.ts'

const columns = [
  'unit.id',
  'unit.kind',
  'unit.tier',
  'unit.parentId',
  'unit.societyId',
  'unit.code',
  'unit.name',
  'unit.category',
  'unit.form',
  'unit.affiliation',
  'unit.state',
  'unit.stateOn',
  'unit.foundedOn',
  'unit.endedOn',
  'unit.mergedIntoId',
  'unit.seq',
  'unit.rev',
  'unit.createdAt',
] as const

export async function findUnit(db: Db, id: UnitId): Promise<Unit | undefined> {
  return db.selectFrom('unit').select(columns).where('id', '=', id).executeTakeFirst()
}

export async function findAssociation(db: Db): Promise<Unit | undefined> {
  return db.selectFrom('unit').select(columns).where('kind', '=', 'association').executeTakeFirst()
}

/** Units right beneath a unit, by tier and then in their own order. */
export async function listChildren(db: Db, parentId: UnitId): Promise<Unit[]> {
  return db
    .selectFrom('unit')
    .select(columns)
    .where('parentId', '=', parentId)
    .orderBy('tier')
    .orderBy('seq')
    .orderBy('id')
    .execute()
}

export async function listUnitsOfSociety(db: Db, societyId: UnitId): Promise<Unit[]> {
  return db
    .selectFrom('unit')
    .select(columns)
    .where('societyId', '=', societyId)
    .orderBy('tier')
    .orderBy('seq')
    .orderBy('id')
    .execute()
}

export async function listSocietiesByCode(db: Db): Promise<Unit[]> {
  return db.selectFrom('unit').select(columns).where('kind', '=', 'society').orderBy('code').execute()
}

export async function insertUnit(db: Db, unit: Unit): Promise<void> {
  await db
    .insertInto('unit')
    .values({ ...unit, namePinyin: pinyinOf(unit.name) })
    .execute()
  await insertUnitClosure(db, unit.id, unit.parentId)
}

/** Saves a unit whose `rev` was one less; false when somebody else saved it meanwhile. */
export async function saveUnit(db: Db, unit: Unit): Promise<boolean> {
  const { id, ...values } = unit
  const { numUpdatedRows } = await db
    .updateTable('unit')
    .set({ ...values, namePinyin: pinyinOf(unit.name) })
    .where('id', '=', id)
    .where('rev', '=', unit.rev - 1)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function countStandingBeneath(db: Db, unitId: UnitId): Promise<number> {
  const { count } = await db
    .selectFrom('unitClosure')
    .innerJoin('unit', 'unit.id', 'unitClosure.descendantId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('unitClosure.ancestorId', '=', unitId)
    .where('unitClosure.depth', '>', 0)
    .where('unit.state', 'in', ['active', 'suspended'])
    .executeTakeFirstOrThrow()
  return count
}

export interface SocietyFilter {
  readonly beneath: UnitId
  readonly search?: string | undefined
  readonly category?: SocietyCategory | undefined
  readonly state?: UnitState | undefined
  /** Only societies without a standing unit of this tier. */
  readonly lackingTier?: 1 | 2 | 3 | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Societies beneath a unit, in the order of their codes, each with how many standing units of each tier it has. */
export async function listSocieties(db: Db, filter: SocietyFilter) {
  let query = db
    .selectFrom('unit')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'unit.id')
    .where('unitClosure.ancestorId', '=', filter.beneath)
    .where('unit.kind', '=', 'society')
  if (filter.category) query = query.where('unit.category', '=', filter.category)
  if (filter.state) query = query.where('unit.state', '=', filter.state)
  if (filter.search) query = query.where(matches(filter.search))
  const { lackingTier } = filter
  if (lackingTier) {
    query = query.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('unit as part')
            .select('part.id')
            .whereRef('part.societyId', '=', 'unit.id')
            .where('part.tier', '=', lackingTier)
            .where('part.state', 'in', ['active', 'suspended']),
        ),
      ),
    )
  }
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  if (filter.cursor) query = query.where('unit.code', '>', filter.cursor)
  const rows = await query
    .select(columns)
    .select((eb) =>
      ([1, 2, 3] as const).map((tier) =>
        eb
          .selectFrom('unit as part')
          .select((part) => part.fn.countAll<number>().as('count'))
          .whereRef('part.societyId', '=', 'unit.id')
          .where('part.tier', '=', tier)
          .where('part.state', 'in', ['active', 'suspended'])
          .as(`tier${tier}` as const),
      ),
    )
    .orderBy('unit.code')
    .limit(filter.limit)
    .execute()
  return {
    rows: rows.map((row) => ({ ...row, tier1: row.tier1 ?? 0, tier2: row.tier2 ?? 0, tier3: row.tier3 ?? 0 })),
    total,
  }
}

function matches(search: string) {
  const like = `%${search.toLowerCase().replace(/\s+/g, '')}%`
  return (eb: ExpressionBuilder<Database, 'unit'>) =>
    eb.or([
      eb('unit.name', 'like', like),
      eb('unit.namePinyin', 'like', like),
      eb('unit.code', 'like', like.toUpperCase()),
    ])
}

/** Units beneath a unit whose name, pinyin, initials or code holds the words. */
export async function searchUnits(db: Db, beneath: UnitId, search: string, limit: number): Promise<Unit[]> {
  return db
    .selectFrom('unit')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'unit.id')
    .select(columns)
    .where('unitClosure.ancestorId', '=', beneath)
    .where(matches(search))
    .orderBy('unit.tier')
    .orderBy('unit.namePinyin')
    .limit(limit)
    .execute()
}

/** Every unit that coverage counts, in the state that it was in on a day. */
export async function listUnitsAsOf(db: Db, beneath: UnitId, day: LocalDate | null) {
  const units = await db
    .selectFrom('unit')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'unit.id')
    .select([
      'unit.id',
      'unit.kind',
      'unit.tier',
      'unit.societyId',
      'unit.category',
      'unit.state',
      'unit.name',
      'unit.parentId',
    ])
    .where('unitClosure.ancestorId', '=', beneath)
    .execute()
  if (!day) return units
  const events = await db
    .selectFrom('unitEvent')
    .select(['unitId', 'toState'])
    .where('happenedOn', '<=', day)
    .orderBy('happenedOn')
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
  const stateThen = new Map(events.map((event) => [event.unitId, event.toState]))
  return units.flatMap((unit) => {
    const state = stateThen.get(unit.id)
    return state ? [{ ...unit, state }] : []
  })
}

export async function insertUnitEvent(db: Db, event: UnitEventTable): Promise<void> {
  await db.insertInto('unitEvent').values(event).execute()
}

/** A unit's history, newest first, with who entered it. */
export async function listUnitEvents(db: Db, unitId: UnitId) {
  return db
    .selectFrom('unitEvent')
    .leftJoin('person', 'person.id', 'unitEvent.recordedBy')
    .leftJoin('file', 'file.id', 'unitEvent.documentFileId')
    .selectAll('unitEvent')
    .select(['person.name as recordedByName', 'file.name as documentFileName'])
    .where('unitEvent.unitId', '=', unitId)
    .orderBy('unitEvent.happenedOn', 'desc')
    .orderBy('unitEvent.id', 'desc')
    .execute()
}
