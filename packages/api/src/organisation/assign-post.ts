import { z } from 'zod'
import { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import { assignPost as decide, Post, PostHoldingId } from '@dangjian/domain/organisation'
import { findMembership, insertPostHolding, listPostHoldings } from '@dangjian/db/organisation/person-store'
import { accept, command } from '../trpc.ts'
import { demandPersonInReach } from './reach.ts'

/** Gives a person of the unit a post there. */
export const assignPost = command({
  permission: 'organisation.assign-post',
  input: z.strictObject({
    unitId: UnitId,
    personId: PersonId,
    post: Post,
    fromOn: LocalDate,
    toOn: LocalDate.nullable(),
  }),
  output: z.strictObject({ postHoldingId: PostHoldingId }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, today, newId, note }) => {
    await demandPersonInReach(db, actor, input.personId, today)
    const held = await listPostHoldings(db, input.unitId)
    const isMember = Boolean(await findMembership(db, input.unitId, input.personId))
    const holding = accept(decide(held, { id: newId<PostHoldingId>(), ...input }, isMember))
    await insertPostHolding(db, holding)
    note({ personId: holding.personId, post: holding.post })
    return { postHoldingId: holding.id }
  },
})
