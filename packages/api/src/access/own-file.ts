import type { FileId } from '@dangjian/domain/access'
import { findFile } from '@dangjian/db/access/file-store'
import type { FileTable } from '@dangjian/db/access/tables'
import type { Db } from '@dangjian/db/database'
import type { Actor } from '../context.ts'
import { notFound } from '../refusal.ts'

/** A file that the caller uploaded: whatever a command attaches must be theirs, or it does not exist for them. */
export async function findOwnFile(db: Db, id: FileId, actor: Actor): Promise<FileTable> {
  const file = await findFile(db, id)
  return file && file.createdBy === actor.personId ? file : notFound()
}
