import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { capabilities, decideElection, isOfCourse, takeElectionStep } from '@dangjian/domain/organisation'
import { insertElection } from '@dangjian/db/organisation/election-store'
import { insertUnitEvent } from '@dangjian/db/organisation/unit-history-store'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { accept, command, notFound, refuseWith } from '../trpc.ts'
import { attachDocument } from './attach-document.ts'
import { DocumentInput } from './document-input.ts'
import { keepElectionStep, loadElectionRecord } from './election-course.ts'

const count = z.int().min(0).max(100_000)

/** Records a valid election: the term runs anew from its day. It is the result of the course that runs, if one does. */
export const recordElection = command({
  permission: 'organisation.record-election',
  input: z.strictObject({
    unitId: UnitId,
    heldOn: LocalDate,
    /** Entitled to vote, those excluded not counted. */
    entitled: count.min(1),
    excluded: count.default(0),
    excludedReason: z.string().trim().max(200).nullable().default(null),
    present: count,
    issued: count,
    returned: count,
    valid: count,
    places: count.min(1),
    candidates: count,
    votes: z
      .array(z.strictObject({ name: z.string().trim().min(1).max(50), votes: count }))
      .max(100)
      .default([]),
    ...DocumentInput,
  }),
  output: z.strictObject({ unitId: UnitId }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, today, now, newId, note }) => {
    const unit = (await findUnit(db, input.unitId)) ?? notFound()
    if (!capabilities[unit.kind].elect) refuseWith('unit-holds-no-elections', { name: unit.name })
    if (unit.state !== 'active') refuseWith('unit-step-not-possible', { name: unit.name })
    if (input.heldOn > today) refuseWith('unit-step-in-future', { date: input.heldOn })
    if (unit.foundedOn && input.heldOn < unit.foundedOn)
      refuseWith('unit-change-before-founding', { date: unit.foundedOn })
    accept(decideElection(input))
    const record = await loadElectionRecord(db, unit.id, today)
    const ofCourse = isOfCourse(record.steps, input.heldOn)
    const result = { ...input, step: 'result', on: input.heldOn, note: null } as const
    if (ofCourse) accept(takeElectionStep(unit, record.steps, result, { ...record, today }))
    const documentFileId = await attachDocument(db, input.documentFileId, { unitId: unit.id, actor, newId })
    const electionId = newId<string>()
    await insertElection(db, { id: electionId, ...input, votes: JSON.stringify(input.votes), documentFileId })
    const recorded = { recordedAt: now, recordedBy: actor.personId, documentNo: input.documentNo, documentFileId }
    if (ofCourse) {
      const step = {
        id: newId<string>(),
        unitId: unit.id,
        step: 'result',
        happenedOn: input.heldOn,
        note: null,
      } as const
      await keepElectionStep(db, record, { ...step, ...recorded, electionId })
    }
    await insertUnitEvent(db, {
      id: newId(),
      unitId: unit.id,
      action: 'elect',
      toState: unit.state,
      happenedOn: input.heldOn,
      ...recorded,
    })
    note({ unitId: unit.id, heldOn: input.heldOn })
    return { unitId: unit.id }
  },
})
