import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { Affiliation, changeAffiliation as decide } from '@dangjian/domain/organisation'
import { insertUnitEvent } from '@dangjian/db/organisation/unit-history-store'
import { findUnit, saveUnit } from '@dangjian/db/organisation/unit-store'
import { accept, command, notFound } from '../trpc.ts'
import { attachDocument } from './attach-document.ts'
import { DocumentInput } from './document-input.ts'
import { refuseEditedMeanwhile } from './edited-meanwhile.ts'

/** Changes to whom an office's Party organisation belongs: approval and discipline follow it. */
export const changeAffiliation = command({
  permission: 'organisation.change-affiliation',
  input: z.strictObject({ unitId: UnitId, rev: z.int(), affiliation: Affiliation, on: LocalDate, ...DocumentInput }),
  output: z.strictObject({ unitId: UnitId, rev: z.int() }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, today, now, newId, note }) => {
    const unit = (await findUnit(db, input.unitId)) ?? notFound()
    if (unit.rev !== input.rev) await refuseEditedMeanwhile(db, unit)
    const next = accept(decide(unit, { affiliation: input.affiliation, on: input.on, today }))
    const documentFileId = await attachDocument(db, input.documentFileId, { unitId: unit.id, actor, newId })
    if (!(await saveUnit(db, next))) await refuseEditedMeanwhile(db, unit)
    await insertUnitEvent(db, {
      id: newId(),
      unitId: unit.id,
      action: 'change-affiliation',
      toState: unit.state,
      happenedOn: input.on,
      recordedAt: now,
      recordedBy: actor.personId,
      documentNo: input.documentNo,
      documentFileId,
      affiliation: next.affiliation,
    })
    note({ unitId: unit.id, from: unit.affiliation, to: next.affiliation })
    return { unitId: unit.id, rev: next.rev }
  },
})
