import type { FileId, UnitId } from '@dangjian/domain/access'
import { insertFile } from '@dangjian/db/access/file-store'
import type { Db } from '@dangjian/db/database'
import { findOwnFile } from '../access/own-file.ts'
import type { Actor } from '../context.ts'

/**
 * Puts an uploaded paper with a unit, so that whoever may read the unit may read it: the association's approval of a
 * society's committee lies with the committee. The content is the same; the uploader's own entry stays as it is.
 */
export async function attachDocument(
  db: Db,
  fileId: FileId | null,
  to: { readonly unitId: UnitId; readonly actor: Actor; readonly newId: <Id extends string>() => Id },
): Promise<FileId | null> {
  if (!fileId) return null
  const file = await findOwnFile(db, fileId, to.actor)
  if (file.unitId === to.unitId) return file.id
  const id = to.newId<FileId>()
  await insertFile(db, { ...file, id, unitId: to.unitId })
  return id
}
