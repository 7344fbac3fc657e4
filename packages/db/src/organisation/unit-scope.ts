import type { PersonId, UnitId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'

/** Ids of a unit and of every unit above it, itself first; empty when there is no such unit. */
export async function ancestorsOf(db: Db, unitId: UnitId): Promise<UnitId[]> {
  const rows = await db
    .selectFrom('unitClosure')
    .select('ancestorId')
    .where('descendantId', '=', unitId)
    .orderBy('depth')
    .execute()
  return rows.map((row) => row.ancestorId)
}

/** Adds a unit's rows to the closure: itself, and one for each unit above its parent. */
export async function insertUnitClosure(db: Db, unitId: UnitId, parentId: UnitId | null): Promise<void> {
  const above = parentId
    ? await db.selectFrom('unitClosure').selectAll().where('descendantId', '=', parentId).execute()
    : []
  await db
    .insertInto('unitClosure')
    .values([
      { ancestorId: unitId, descendantId: unitId, depth: 0 },
      ...above.map((row) => ({ ancestorId: row.ancestorId, descendantId: unitId, depth: row.depth + 1 })),
    ])
    .execute()
}

export async function findPersonName(db: Db, personId: PersonId): Promise<string | undefined> {
  const row = await db.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirst()
  return row?.name
}
