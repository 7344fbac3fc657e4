import { z } from 'zod'
import { permissionOf, permits, UnitId } from '@dangjian/domain/access'
import { withdrawElectionStep as decide } from '@dangjian/domain/organisation'
import { saveElectionStepWithdrawn } from '@dangjian/db/organisation/election-step-store'
import { insertUnitEvent } from '@dangjian/db/organisation/unit-history-store'
import { ancestorsOf } from '@dangjian/db/organisation/unit-scope'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { accept, command, notFound } from '../trpc.ts'
import { loadElectionRecord, refuseCourseChanged } from './election-course.ts'
import { unseatElected } from './seat-elected.ts'

/** Withdraws the last step of an election, which was recorded wrongly: it stays to be seen, with the reason; posts are as they were. */
export const withdrawElectionStep = command({
  permission: 'organisation.withdraw-election-step',
  input: z.strictObject({ unitId: UnitId, rev: z.int(), reason: z.string().trim().max(500) }),
  output: z.strictObject({ unitId: UnitId, rev: z.int() }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, today, now, newId, note }) => {
    const unit = (await findUnit(db, input.unitId)) ?? notFound()
    const record = await loadElectionRecord(db, unit.id, today)
    if (record.rev !== input.rev) refuseCourseChanged(record)
    // Who may take the superior's steps may take them back.
    const target = { unitId: unit.id, ancestors: await ancestorsOf(db, unit.id) }
    const superior = permits(permissionOf('organisation.confirm-election'), actor, target) === 'permitted'
    const step = accept(decide(record.steps, { reason: input.reason, as: superior ? 'superior' : 'society' }))
    await saveElectionStepWithdrawn(db, step, { at: now, by: actor.personId, reason: input.reason })
    if (step.electionId) {
      await unseatElected(db, unit.id, step.electionId)
      await insertUnitEvent(db, {
        id: newId(),
        unitId: unit.id,
        action: 'withdraw-election',
        toState: unit.state,
        happenedOn: today,
        recordedAt: now,
        recordedBy: actor.personId,
        note: input.reason,
      })
    }
    note({ unitId: unit.id, step: step.step })
    return { unitId: unit.id, rev: record.rev + 1 }
  },
})
