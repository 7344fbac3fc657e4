import type { UnitId } from '@dangjian/domain/access'
import type { SocietyColumn, SocietyImportId } from '@dangjian/domain/organisation'
import type { Db } from '../database.ts'
import type { SocietyImportTable } from './tables.ts'

export async function insertSocietyImport(db: Db, row: SocietyImportTable): Promise<void> {
  await db.insertInto('societyImport').values(row).execute()
}

export async function findSocietyImport(db: Db, id: SocietyImportId): Promise<SocietyImportTable | undefined> {
  return db.selectFrom('societyImport').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function saveSocietyImportUndone(db: Db, id: SocietyImportId, at: number): Promise<void> {
  await db.updateTable('societyImport').set({ undoneAt: at }).where('id', '=', id).execute()
}

/** Imports into a unit, the last one first, with who confirmed them. */
export async function listSocietyImports(db: Db, unitId: UnitId, limit: number) {
  return db
    .selectFrom('societyImport')
    .innerJoin('person', 'person.id', 'societyImport.confirmedBy')
    .select([
      'societyImport.id',
      'societyImport.confirmedAt',
      'person.name as confirmedByName',
      'societyImport.fileName',
      'societyImport.newCount',
      'societyImport.changedCount',
      'societyImport.wrongCount',
      'societyImport.undoneAt',
    ])
    .where('societyImport.unitId', '=', unitId)
    .orderBy('societyImport.confirmedAt', 'desc')
    .limit(limit)
    .execute()
}

type Columns = Readonly<Partial<Record<SocietyColumn, number>>>

/** How the columns of a table with this header were matched the last time. */
export async function findColumnMatch(db: Db, unitId: UnitId, header: readonly string[]): Promise<Columns | undefined> {
  const row = await db
    .selectFrom('columnMatch')
    .select('columns')
    .where('unitId', '=', unitId)
    .where('header', '=', JSON.stringify(header))
    .executeTakeFirst()
  return row && (JSON.parse(row.columns) as Columns)
}

export async function saveColumnMatch(
  db: Db,
  unitId: UnitId,
  header: readonly string[],
  columns: Columns,
  usedAt: number,
): Promise<void> {
  const values = { columns: JSON.stringify(columns), usedAt }
  await db
    .insertInto('columnMatch')
    .values({ unitId, header: JSON.stringify(header), ...values })
    .onConflict((conflict) => conflict.columns(['unitId', 'header']).doUpdateSet(values))
    .execute()
}
