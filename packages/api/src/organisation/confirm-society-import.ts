import { z } from 'zod'
import { decideSocietyImport, planSocietyImport, SocietyImportId, type Unit } from '@dangjian/domain/organisation'
import type { UnitId } from '@dangjian/domain/access'
import { insertSocietyImport, saveColumnMatch } from '@dangjian/db/organisation/society-import-store'
import { insertUnitEvent } from '@dangjian/db/organisation/unit-history-store'
import { findUnit, insertUnit, listSocietiesByCode, saveUnit } from '@dangjian/db/organisation/unit-store'
import { accept, command, notFound, refuseWith } from '../trpc.ts'
import { ImportUndo } from './import-undo.ts'
import { corrected, SocietyImportInput } from './society-import-input.ts'
import { readSocietyTable } from './society-rows.ts'

/** Writes what the preview showed: new and changed societies, and names confirmed. Lines that are wrong or not taken stay out. */
export const confirmSocietyImport = command({
  permission: 'organisation.confirm-society-import',
  input: z.strictObject({
    ...SocietyImportInput,
    /** For each line with a known code and another name: whether it is a new name, or is left out. */
    renames: z.record(z.string().regex(/^\d{1,7}$/), z.boolean()).default({}),
  }),
  output: z.strictObject({
    importId: SocietyImportId,
    new: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    wrong: z.int(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  prepare: ({ db, input, actor, files }) => readSocietyTable(db, files, actor, input),
  run: async ({ db, input, prepared: table, actor, today, now, newId, note }) => {
    const association = (await findUnit(db, input.unitId)) ?? notFound()
    if (association.kind !== 'association') notFound()
    // Planned again inside the transaction: what others imported since the preview counts.
    const existing = await listSocietiesByCode(db)
    const plan = planSocietyImport(existing, corrected(table.societies, input.corrections))
    const byCode = new Map(existing.map((unit) => [unit.code, unit]))
    const undo: ImportUndo = { made: [], changed: [] }
    const entered = { happenedOn: today, recordedAt: now, recordedBy: actor.personId, note: table.fileName }
    for (const line of accept(decideSocietyImport(plan, input.renames))) {
      if (line.outcome === 'new') {
        const unit = societyOf(line.society, association, newId<UnitId>(), today, now)
        await insertUnit(db, unit)
        const first = { name: unit.name, parentId: unit.parentId }
        await insertUnitEvent(db, {
          id: newId(),
          unitId: unit.id,
          action: 'import',
          toState: unit.state,
          ...entered,
          ...first,
        })
        undo.made.push(unit.id)
      } else {
        const known = byCode.get(line.society.code) ?? notFound()
        const { id, name, category, seq } = known
        const next = { ...known, ...line.society, rev: known.rev + 1 }
        undo.changed.push({ id, name, category, seq, rev: next.rev })
        if (!(await saveUnit(db, next))) refuseWith('edited-meanwhile', { by: '', at: now })
        const renamed = next.name === name ? {} : { name: next.name }
        await insertUnitEvent(db, {
          id: newId(),
          unitId: id,
          action: 'import',
          toState: known.state,
          ...entered,
          ...renamed,
        })
      }
    }
    const count = (outcome: string): number => plan.filter((each) => each.outcome === outcome).length
    const importId = newId<SocietyImportId>()
    const leftOut = plan.filter(
      ({ outcome, line }) => outcome === 'wrong' || (outcome === 'renamed' && !input.renames[line]),
    )
    await insertSocietyImport(db, {
      id: importId,
      unitId: association.id,
      confirmedAt: now,
      confirmedBy: actor.personId,
      fileName: table.fileName,
      undo: JSON.stringify(undo),
      newCount: undo.made.length,
      changedCount: undo.changed.length,
      wrongCount: leftOut.length,
      undoneAt: null,
    })
    await saveColumnMatch(db, association.id, table.header, table.columns, now)
    note({ importId, new: undo.made.length, changed: undo.changed.length })
    return {
      importId,
      new: undo.made.length,
      changed: undo.changed.length,
      unchanged: count('unchanged'),
      wrong: leftOut.length,
    }
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
    id,
    kind: 'society',
    tier: null,
    parentId: association.id,
    societyId: id,
    code: society.code,
    name: society.name,
    category: society.category,
    form: null,
    affiliation: null,
    state: 'active',
    stateOn: today,
    foundedOn: null,
    endedOn: null,
    mergedIntoId: null,
    seq: society.seq,
    rev: 1,
    createdAt: now,
  }
}
