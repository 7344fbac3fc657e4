import { z } from 'zod'
import { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import { holdingsOn } from '@dangjian/domain/organisation'
import { findMembership, listPostHoldings, saveMembershipEnded } from '@dangjian/db/organisation/person-store'
import { command, refuseWith } from '../trpc.ts'
import { demandPersonInReach } from './reach.ts'

/** Ends a person's belonging to a unit; posts held there are ended first. */
export const leaveUnit = command({
  permission: 'organisation.leave-unit',
  input: z.strictObject({ unitId: UnitId, personId: PersonId, lastOn: LocalDate }),
  output: z.strictObject({ personId: PersonId }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, today, note }) => {
    await demandPersonInReach(db, actor, input.personId, today)
    const membership = (await findMembership(db, input.unitId, input.personId)) ?? refuseWith('not-in-unit')
    if (input.lastOn < membership.fromOn) refuseWith('leaves-before-joining', { date: membership.fromOn })
    const held = holdingsOn(await listPostHoldings(db, input.unitId), input.lastOn).filter(
      (each) => each.personId === input.personId && (each.toOn === null || each.toOn > input.lastOn),
    )
    if (held.length > 0) refuseWith('holds-posts', { count: held.length })
    await saveMembershipEnded(db, membership.id, input.lastOn)
    note({ personId: input.personId })
    return { personId: input.personId }
  },
})
