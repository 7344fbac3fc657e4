import { z } from 'zod'
import { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import { capabilities, decideElection, ElectedPost, isOfCourse, takeElectionStep } from '@dangjian/domain/organisation'
import { insertElection } from '@dangjian/db/organisation/election-store'
import { insertUnitEvent } from '@dangjian/db/organisation/unit-history-store'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { accept, command, notFound, refuseWith } from '../trpc.ts'
import { attachDocument } from './attach-document.ts'
import { DocumentInput } from './document-input.ts'
import { keepElectionStep, loadElectionRecord } from './election-course.ts'
import { demandPersonInReach } from './reach.ts'
import { seatElected } from './seat-elected.ts'

const count = z.int().min(0).max(100_000)

/**
 * Records a valid election: the term runs anew from its day, and with it the posts of those elected, while those before
 * end. It is the result of the course that runs, if one does; one from before the last is history and moves nobody.
 */
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
      .array(
        z.strictObject({
          name: z.string().trim().min(1).max(50),
          /** Of the unit's people; null for somebody who joins it by being elected. */
          personId: PersonId.nullable(),
          votes: count,
          /** From the first committee meeting: of who is elected. */
          posts: z.array(ElectedPost).max(ElectedPost.options.length),
        }),
      )
      .max(100),
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
    for (const { personId } of input.votes) if (personId) await demandPersonInReach(db, actor, personId, today)
    accept(decideElection(input))
    const record = await loadElectionRecord(db, unit.id, today)
    const ofCourse = isOfCourse(record.steps, input.heldOn)
    const result = { ...input, step: 'result', on: input.heldOn, note: null } as const
    if (ofCourse) accept(takeElectionStep(unit, record.steps, result, { ...record, today }))
    const documentFileId = await attachDocument(db, input.documentFileId, { unitId: unit.id, actor, newId })
    const electionId = newId<string>()
    const isLast = record.electedOn === null || input.heldOn >= record.electedOn
    const postChanges = isLast ? await seatElected(db, input, { now, newId }) : null
    await insertElection(db, { id: electionId, ...input, documentFileId, postChanges })
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
