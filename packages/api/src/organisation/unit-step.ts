import { z } from 'zod'
import { FileId, LocalDate, UnitId, type Action } from '@dangjian/domain/access'
import { stepUnit, UnitState, type UnitAction } from '@dangjian/domain/organisation'
import { countStandingBeneath, findUnit, insertUnitEvent, saveUnit } from '@dangjian/db/organisation/unit-store'
import { findOwnFile } from '../access/own-file.ts'
import { accept, command, notFound, refuseWith } from '../trpc.ts'

/** What every step in the life of a unit is told: when it happened and on which paper. */
const Step = z.strictObject({
  unitId: UnitId,
  rev: z.int(),
  on: LocalDate,
  documentNo: z.string().trim().min(1).max(100).nullable(),
  documentFileId: FileId.nullable(),
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
      if (unit.tier === null) notFound()
      if (unit.rev !== input.rev) refuseWith('edited-meanwhile', { by: '—', at: unit.stateOn })
      const into = input.intoId ? ((await findUnit(db, input.intoId)) ?? notFound()) : null
      if (input.documentFileId) await findOwnFile(db, input.documentFileId, actor)
      const activeChildren = await countStandingBeneath(db, unit.id)
      const next = accept(stepUnit(unit, { ...input, action }, { today, activeChildren, into }))
      if (!(await saveUnit(db, next))) refuseWith('edited-meanwhile', { by: '—', at: unit.stateOn })
      await insertUnitEvent(db, {
        id: newId(), unitId: unit.id, action, toState: next.state, happenedOn: input.on, recordedAt: now,
        recordedBy: actor.personId, documentNo: input.documentNo, documentFileId: input.documentFileId, note: input.note, name: null, affiliation: null,
      })
      note({ unitId: unit.id, to: next.state })
      return { unitId: unit.id, state: next.state, rev: next.rev }
    },
  })
}
