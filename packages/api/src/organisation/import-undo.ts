import { z } from 'zod'
import { UnitId } from '@dangjian/domain/access'
import { SocietyCategory, type SocietyImportId } from '@dangjian/domain/organisation'
import type { Db } from '@dangjian/db/database'
import { isBuiltUpon } from '@dangjian/db/organisation/imported-society'
import { findSocietyImport } from '@dangjian/db/organisation/society-import-store'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { notFound } from '../trpc.ts'

/** What undoing an import needs to know: what it made, and the former values of what it changed, with the `rev` it left. */
export const ImportUndo = z.object({
  made: z.array(UnitId),
  changed: z.array(
    z.object({ id: UnitId, name: z.string(), category: SocietyCategory.nullable(), seq: z.int(), rev: z.int() }),
  ),
})
export type ImportUndo = z.infer<typeof ImportUndo>

/** An import is seen and taken back where it was made. */
export async function importBeneath({
  db,
  input,
}: {
  readonly db: Db
  readonly input: { readonly unitId: UnitId; readonly importId: SocietyImportId }
}) {
  const found = await findSocietyImport(db, input.importId)
  return found && found.unitId === input.unitId ? { unitId: found.unitId, found } : null
}

/** The society that stands in the way of taking an import back: something was built on it, or somebody has changed it since. */
export async function hindranceTo(db: Db, { undo }: { readonly undo: string }): Promise<string | null> {
  const { made, changed } = ImportUndo.parse(JSON.parse(undo))
  for (const id of made) {
    const { rev, name } = (await findUnit(db, id)) ?? notFound()
    if (rev !== 1 || (await isBuiltUpon(db, id))) return name
  }
  for (const { id, rev } of changed) {
    const unit = (await findUnit(db, id)) ?? notFound()
    if (unit.rev !== rev) return unit.name
  }
  return null
}
