import { z } from 'zod'
import { FileId, LocalDate, UnitId } from '@dangjian/domain/access'
import { decideElection } from '@dangjian/domain/organisation'
import { insertElection } from '@dangjian/db/organisation/person-store'
import { findUnit, insertUnitEvent } from '@dangjian/db/organisation/unit-store'
import { findOwnFile } from '../access/own-file.ts'
import { accept, command, notFound, refuseWith } from '../trpc.ts'

const count = z.int().min(0).max(100_000)

/** Records a valid election: the term runs anew from its day. */
export const recordElection = command({
  permission: 'organisation.record-election',
  input: z.strictObject({
    unitId: UnitId,
    heldOn: LocalDate,
    entitled: count.min(1),
    present: count,
    issued: count,
    returned: count,
    valid: count,
    places: count.min(1),
    candidates: count,
    documentNo: z.string().trim().min(1).max(100).nullable(),
    documentFileId: FileId.nullable(),
  }),
  output: z.strictObject({ unitId: UnitId }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, today, now, newId }) => {
    const unit = (await findUnit(db, input.unitId)) ?? notFound()
    if (unit.tier === null) notFound()
    if (input.heldOn > today) refuseWith('unit-step-in-future', { date: input.heldOn })
    if (input.documentFileId) await findOwnFile(db, input.documentFileId, actor)
    accept(decideElection(input))
    await insertElection(db, { id: newId(), ...input, excluded: 0, excludedReason: null, votes: '[]' })
    await insertUnitEvent(db, {
      id: newId(), unitId: unit.id, action: 'elect', toState: unit.state, happenedOn: input.heldOn, recordedAt: now,
      recordedBy: actor.personId, documentNo: input.documentNo, documentFileId: input.documentFileId, note: null, name: null, affiliation: null,
    })
    return { unitId: unit.id }
  },
})
