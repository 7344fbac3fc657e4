import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { moveUnit as decide } from '@dangjian/domain/organisation'
import { insertUnitEvent } from '@dangjian/db/organisation/unit-history-store'
import { ancestorsOf, moveUnitClosure } from '@dangjian/db/organisation/unit-scope'
import { findUnit, saveUnit } from '@dangjian/db/organisation/unit-store'
import { accept, command, notFound, refuseWith } from '../trpc.ts'
import { refuseEditedMeanwhile } from './edited-meanwhile.ts'
import { demandUnitInReach } from './reach.ts'

/** Puts a unit under another one of its society. */
export const moveUnit = command({
  permission: 'organisation.move-unit',
  input: z.strictObject({ unitId: UnitId, rev: z.int(), parentId: UnitId, on: LocalDate }),
  output: z.strictObject({ unitId: UnitId, rev: z.int() }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, today, now, newId, note }) => {
    const unit = (await findUnit(db, input.unitId)) ?? notFound()
    if (unit.rev !== input.rev) await refuseEditedMeanwhile(db, unit)
    await demandUnitInReach(db, actor, input.parentId)
    const parent = (await findUnit(db, input.parentId)) ?? notFound()
    if (input.on > today) refuseWith('unit-change-in-future', { date: input.on })
    const next = accept(decide(unit, parent, await ancestorsOf(db, parent.id)))
    if (!(await saveUnit(db, next))) await refuseEditedMeanwhile(db, unit)
    await moveUnitClosure(db, unit.id, parent.id)
    await insertUnitEvent(db, {
      id: newId(),
      unitId: unit.id,
      action: 'move',
      toState: unit.state,
      happenedOn: input.on,
      recordedAt: now,
      recordedBy: actor.personId,
      note: parent.name,
      parentId: parent.id,
    })
    note({ unitId: unit.id, from: unit.parentId, to: parent.id })
    return { unitId: unit.id, rev: next.rev }
  },
})
