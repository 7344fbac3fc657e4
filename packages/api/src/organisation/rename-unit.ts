import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { renameUnit as decide } from '@dangjian/domain/organisation'
import { insertUnitEvent } from '@dangjian/db/organisation/unit-history-store'
import { findUnit, listSocietiesByCode, listUnitsOfSociety, saveUnit } from '@dangjian/db/organisation/unit-store'
import { accept, command, notFound } from '../trpc.ts'
import { attachDocument } from './attach-document.ts'
import { DocumentInput } from './document-input.ts'
import { refuseEditedMeanwhile } from './edited-meanwhile.ts'

/** Gives a unit another name from a day on; the former one stays in its history. */
export const renameUnit = command({
  permission: 'organisation.rename-unit',
  input: z.strictObject({
    unitId: UnitId,
    rev: z.int(),
    name: z.string().trim().min(2).max(100),
    on: LocalDate,
    ...DocumentInput,
  }),
  output: z.strictObject({ unitId: UnitId, rev: z.int() }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, today, now, newId, note }) => {
    const unit = (await findUnit(db, input.unitId)) ?? notFound()
    if (unit.kind === 'association') notFound()
    if (unit.rev !== input.rev) await refuseEditedMeanwhile(db, unit)
    const siblings =
      unit.kind === 'society' || !unit.societyId
        ? await listSocietiesByCode(db)
        : await listUnitsOfSociety(db, unit.societyId)
    const next = accept(decide(unit, siblings, { name: input.name, on: input.on, today }))
    const documentFileId = await attachDocument(db, input.documentFileId, { unitId: unit.id, actor, newId })
    if (!(await saveUnit(db, next))) await refuseEditedMeanwhile(db, unit)
    await insertUnitEvent(db, {
      id: newId(),
      unitId: unit.id,
      action: 'rename',
      toState: unit.state,
      happenedOn: input.on,
      recordedAt: now,
      recordedBy: actor.personId,
      documentNo: input.documentNo,
      documentFileId,
      note: unit.name,
      name: next.name,
    })
    note({ unitId: unit.id, from: unit.name })
    return { unitId: unit.id, rev: next.rev }
  },
})
