import type { FileId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'
import type { FileTable } from './tables.ts'

export async function insertFile(db: Db, file: FileTable): Promise<void> {
  await db.insertInto('file').values(file).execute()
}

export async function findFile(db: Db, id: FileId): Promise<FileTable | undefined> {
  return db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findFiles(db: Db, ids: readonly FileId[]): Promise<FileTable[]> {
  if (ids.length === 0) return []
  return db.selectFrom('file').selectAll().where('id', 'in', ids).execute()
}
