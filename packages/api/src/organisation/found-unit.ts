import { z } from 'zod'
import { UnitId } from '@dangjian/domain/access'
import { Affiliation, foundUnit as decide, UnitForm } from '@dangjian/domain/organisation'
import { insertUnitEvent } from '@dangjian/db/organisation/unit-history-store'
import { findUnit, insertUnit, listUnitsOfSociety } from '@dangjian/db/organisation/unit-store'
import { accept, command, notFound } from '../trpc.ts'

/** Plans a unit of one of the three tiers beneath a society, or a branch beneath a general branch. */
export const foundUnit = command({
  permission: 'organisation.found-unit',
  input: z.strictObject({
    parentId: UnitId,
    kind: z.enum(['societyPartyCommittee', 'officePartyOrganisation', 'branchWorkingGroup']),
    name: z.string().trim().min(2).max(100),
    form: UnitForm,
    affiliation: Affiliation.nullable(),
  }),
  output: z.strictObject({ unitId: UnitId }),
  target: ({ input }) => ({ unitId: input.parentId }),
  run: async ({ db, input, actor, today, now, newId, note }) => {
    const parent = (await findUnit(db, input.parentId)) ?? notFound()
    const siblings = parent.societyId ? await listUnitsOfSociety(db, parent.societyId) : []
    const unit = accept(decide(parent, siblings, input, { id: newId<UnitId>(), today, now }))
    await insertUnit(db, unit)
    await insertUnitEvent(db, {
      id: newId(),
      unitId: unit.id,
      action: 'plan',
      toState: unit.state,
      happenedOn: today,
      recordedAt: now,
      recordedBy: actor.personId,
      name: unit.name,
      affiliation: unit.affiliation,
      parentId: unit.parentId,
    })
    note({ unitId: unit.id, kind: unit.kind })
    return { unitId: unit.id }
  },
})
