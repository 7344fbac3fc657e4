import type { Db } from '../database.ts'
import type { SocietyImportTable } from './tables.ts'

export async function insertSocietyImport(db: Db, row: SocietyImportTable): Promise<void> {
  await db.insertInto('societyImport').values(row).execute()
}

export async function findSocietyImport(db: Db, id: string): Promise<SocietyImportTable | undefined> {
  return db.selectFrom('societyImport').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function saveSocietyImportUndone(db: Db, id: string, at: number): Promise<void> {
  await db.updateTable('societyImport').set({ undoneAt: at }).where('id', '=', id).execute()
}
