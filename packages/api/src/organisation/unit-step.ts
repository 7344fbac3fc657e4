import { z } from 'zod'
import { LocalDate, UnitId, type Action } from '@dangjian/domain/access'
import { stepUnit, UnitState, type UnitAction } from '@dangjian/domain/organisation'
import { insertUnitEvent } from '@dangjian/db/organisation/unit-history-store'
import { countStandingBeneath, findUnit, saveUnit } from '@dangjian/db/organisation/unit-store'
import { accept, command, notFound } from '../trpc.ts'
import { attachDocument } from './attach-document.ts'
import { DocumentInput } from './document-input.ts'
import { refuseEditedMeanwhile } from './edited-meanwhile.ts'
import { demandUnitInReach } from './reach.ts'

/** What every step in the life of a unit is told: when it happened and on which paper. */
const Step = z.strictObject({
  unitId: UnitId,
  rev: z.int(),
  on: LocalDate,
  ...DocumentInput,
  note: z.string().trim().max(500).nullable(),
  /** Where a merged unit goes. */
  intoId: UnitId.nullable().default(null),
})

/** The procedure of one act in the life of a unit; each act has its own file, name and permission. */
export function unitStep(permission: Extract<Action, `organisation.${UnitAction}-unit`>) {
  const action = permission.replace(/^organisation\.(.*)-unit$/, '$1') as UnitAction
  return command({
    permission,
    input: Step,
    output: z.strictObject({ unitId: UnitId, state: UnitState, rev: z.int() }),
    target: ({ input }) => ({ unitId: input.unitId }),
    run: async ({ db, input, actor, today, now, newId, note }) => {
      const unit = (await findUnit(db, input.unitId)) ?? notFound()
      if (unit.kind === 'association') notFound()
      if (unit.rev !== input.rev) await refuseEditedMeanwhile(db, unit)
      if (input.intoId) await demandUnitInReach(db, actor, input.intoId)
      const into = input.intoId ? ((await findUnit(db, input.intoId)) ?? notFound()) : null
      const activeChildren = await countStandingBeneath(db, unit.id)
      const next = accept(stepUnit(unit, { ...input, action }, { today, activeChildren, into }))
      const documentFileId = await attachDocument(db, input.documentFileId, { unitId: unit.id, actor, newId })
      if (!(await saveUnit(db, next))) await refuseEditedMeanwhile(db, unit)
      await insertUnitEvent(db, {
        id: newId(),
        unitId: unit.id,
        action,
        toState: next.state,
        happenedOn: input.on,
        recordedAt: now,
        recordedBy: actor.personId,
        documentNo: input.documentNo,
        documentFileId,
        note: input.note,
      })
      note({ unitId: unit.id, to: next.state })
      return { unitId: unit.id, state: next.state, rev: next.rev }
    },
  })
}
