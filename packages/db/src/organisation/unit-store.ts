import type { UnitId } from '@dangjian/domain/access'
import type { Unit } from '@dangjian/domain/organisation'
import type { ExpressionBuilder } from 'kysely'
import type { Database, Db } from '../database.ts'
import { holds, nameKeyOf, wordsOf } from './pinyin.ts'
import { insertUnitClosure } from './unit-scope.ts'

/** The columns of a unit as the domain knows it. */
export const unitColumns = [
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
  return db.selectFrom('unit').select(unitColumns).where('id', '=', id).executeTakeFirst()
}

export async function findAssociation(db: Db): Promise<Unit | undefined> {
  return db.selectFrom('unit').select(unitColumns).where('kind', '=', 'association').executeTakeFirst()
}

/** Units right beneath a unit, by tier and then in their own order. */
export async function listChildren(db: Db, parentId: UnitId): Promise<Unit[]> {
  return db
    .selectFrom('unit')
    .select(unitColumns)
    .where('parentId', '=', parentId)
    .orderBy('tier')
    .orderBy('seq')
    .orderBy('id')
    .execute()
}

export async function listUnitsOfSociety(db: Db, societyId: UnitId): Promise<Unit[]> {
  return db
    .selectFrom('unit')
    .select(unitColumns)
    .where('societyId', '=', societyId)
    .orderBy('tier')
    .orderBy('seq')
    .orderBy('id')
    .execute()
}

export async function listSocietiesByCode(db: Db): Promise<Unit[]> {
  return db.selectFrom('unit').select(unitColumns).where('kind', '=', 'society').orderBy('code').execute()
}

export async function insertUnit(db: Db, unit: Unit): Promise<void> {
  await db
    .insertInto('unit')
    .values({ ...unit, namePinyin: nameKeyOf(unit.name) })
    .execute()
  await insertUnitClosure(db, unit.id, unit.parentId)
}

/** Saves a unit whose `rev` was one less; false when somebody else saved it meanwhile. */
export async function saveUnit(db: Db, unit: Unit): Promise<boolean> {
  const { id, ...values } = unit
  const { numUpdatedRows } = await db
    .updateTable('unit')
    .set({ ...values, namePinyin: nameKeyOf(unit.name) })
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

/** Whether a unit's name, pinyin, initials or code holds the words. */
export function matches(search: string) {
  const words = wordsOf(search)
  return (eb: ExpressionBuilder<Database, 'unit'>) =>
    eb.or([holds(eb, 'unit.namePinyin', words), holds(eb, 'unit.code', words.toUpperCase())])
}

/** Units beneath a unit whose name, pinyin, initials or code holds the words. */
export async function searchUnits(db: Db, beneath: UnitId, search: string, limit: number): Promise<Unit[]> {
  return (
    db
      .selectFrom('unit')
      .innerJoin('unitClosure', 'unitClosure.descendantId', 'unit.id')
      .select(unitColumns)
      .where('unitClosure.ancestorId', '=', beneath)
      .where(matches(search))
      // Societies, which are of no tier, come first on both databases.
      .orderBy('unit.tier', (order) => order.asc().nullsFirst())
      .orderBy('unit.namePinyin')
      .limit(limit)
      .execute()
  )
}
