import { z } from 'zod'
import { FileId, UnitId } from '@dangjian/domain/access'
import { planSocietyImport, SocietyColumn, type Unit } from '@dangjian/domain/organisation'
import { findAssociation, insertUnit, insertUnitEvent, listSocietiesByCode, saveUnit } from '@dangjian/db/organisation/unit-store'
import { insertSocietyImport } from '@dangjian/db/organisation/society-import-store'
import { command, notFound, refuseWith } from '../trpc.ts'
import { corrected, Corrections } from './preview-society-import.ts'
import { readSocietyTable } from './society-rows.ts'

/** What undoing an import needs to know. */
export const ImportUndo = z.object({
  made: z.array(UnitId),
  changed: z.array(z.object({ id: UnitId, name: z.string(), category: z.string().nullable(), seq: z.int() })),
})

/** Writes what the preview showed: new and changed societies. Lines that are wrong stay out. */
export const confirmSocietyImport = command({
  permission: 'organisation.confirm-society-import',
  input: z.strictObject({
    unitId: UnitId,
    fileId: FileId,
    columns: z.partialRecord(SocietyColumn, z.int().min(0).max(200)).optional(),
    corrections: Corrections.default({}),
  }),
  output: z.strictObject({
    importId: z.string(),
    new: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    wrong: z.int(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  prepare: ({ db, input, actor, files }) => readSocietyTable(db, files, actor, input),
  run: async ({ db, input, prepared: table, actor, today, now, newId, note }) => {
    const association = (await findAssociation(db)) ?? notFound()
    if (association.id !== input.unitId) notFound()
    // Planned again inside the transaction: what others imported since the preview counts.
    const existing = await listSocietiesByCode(db)
    const plan = planSocietyImport(existing, corrected(table.rows, input.corrections))
    const byCode = new Map(existing.map((unit) => [unit.code, unit]))
    const undo: z.infer<typeof ImportUndo> = { made: [], changed: [] }
    for (const line of plan) {
      if (line.outcome === 'new') {
        const unit = societyOf(line.society, association, newId<UnitId>(), today, now)
        await insertUnit(db, unit)
        await insertUnitEvent(db, {
          id: newId(), unitId: unit.id, action: 'import', toState: 'active', happenedOn: today, recordedAt: now,
          recordedBy: actor.personId, documentNo: null, documentFileId: null, note: table.fileName, name: unit.name, affiliation: null,
        })
        undo.made.push(unit.id)
      } else if (line.outcome === 'changed') {
        const known = byCode.get(line.society.code) ?? notFound()
        undo.changed.push({ id: known.id, name: known.name, category: known.category, seq: known.seq })
        if (!(await saveUnit(db, { ...known, ...line.society, rev: known.rev + 1 }))) notFound()
      }
    }
    const count = (outcome: string): number => plan.filter((each) => each.outcome === outcome).length
    if (undo.made.length + undo.changed.length === 0) refuseWith('import-nothing-to-do')
    const importId = newId<string>()
    await insertSocietyImport(db, {
      id: importId,
      unitId: association.id,
      confirmedAt: now,
      confirmedBy: actor.personId,
      fileName: table.fileName,
      undo: JSON.stringify(undo),
      newCount: undo.made.length,
      changedCount: undo.changed.length,
      wrongCount: count('wrong'),
      undoneAt: null,
    })
    note({ importId, new: undo.made.length, changed: undo.changed.length })
    return { importId, new: undo.made.length, changed: undo.changed.length, unchanged: count('unchanged'), wrong: count('wrong') }
  },
})

function societyOf(
  society: Pick<Unit, 'name' | 'seq'> & { code: string; category: NonNullable<Unit['category']> },
  association: Unit,
  id: UnitId,
  today: string,
  now: number,
): Unit {
  return {
    id, kind: 'society', tier: null, parentId: association.id, societyId: id, code: society.code, name: society.name,
    category: society.category, form: null, affiliation: null, state: 'active', stateOn: today, foundedOn: null,
    endedOn: null, mergedIntoId: null, seq: society.seq, rev: 1, createdAt: now,
  }
}
