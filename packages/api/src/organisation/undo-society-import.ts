import { z } from 'zod'
import { UnitId } from '@dangjian/domain/access'
import { SocietyImportId } from '@dangjian/domain/organisation'
import { deleteImportedSociety } from '@dangjian/db/organisation/imported-society'
import { saveSocietyImportUndone } from '@dangjian/db/organisation/society-import-store'
import { insertUnitEvent } from '@dangjian/db/organisation/unit-history-store'
import { findUnit, saveUnit } from '@dangjian/db/organisation/unit-store'
import { command, notFound, refuseWith } from '../trpc.ts'
import { hindranceTo, importBeneath, ImportUndo } from './import-undo.ts'

/** Takes an import back whole, while nothing was built on what it made and nobody changed what it changed. */
export const undoSocietyImport = command({
  permission: 'organisation.undo-society-import',
  input: z.strictObject({ unitId: UnitId, importId: SocietyImportId }),
  output: z.strictObject({ removed: z.int(), restored: z.int() }),
  target: importBeneath,
  run: async ({ db, target: { found }, actor, today, now, newId, note }) => {
    if (found.undoneAt !== null) refuseWith('import-already-undone')
    const hindrance = await hindranceTo(db, found)
    if (hindrance !== null) refuseWith('import-built-upon', { name: hindrance })
    const undo = ImportUndo.parse(JSON.parse(found.undo))
    for (const id of undo.made) await deleteImportedSociety(db, id)
    for (const { id, name, category, seq } of undo.changed) {
      const unit = (await findUnit(db, id)) ?? notFound()
      await saveUnit(db, { ...unit, name, category, seq, rev: unit.rev + 1 })
      await insertUnitEvent(db, {
        id: newId(),
        unitId: id,
        action: 'undo-import',
        toState: unit.state,
        happenedOn: today,
        recordedAt: now,
        recordedBy: actor.personId,
        note: found.fileName,
        ...(name === unit.name ? {} : { name }),
      })
    }
    await saveSocietyImportUndone(db, found.id, now)
    note({ importId: found.id })
    return { removed: undo.made.length, restored: undo.changed.length }
  },
})
