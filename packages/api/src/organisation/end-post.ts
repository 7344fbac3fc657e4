import { z } from 'zod'
import { LocalDate } from '@dangjian/domain/access'
import { endPost as decide, PostHoldingId } from '@dangjian/domain/organisation'
import { findPostHolding, savePostHoldingEnded } from '@dangjian/db/organisation/person-store'
import { accept, command, notFound } from '../trpc.ts'

/** Ends a post with its last day. */
export const endPost = command({
  permission: 'organisation.end-post',
  input: z.strictObject({ postHoldingId: PostHoldingId, lastOn: LocalDate }),
  output: z.strictObject({ postHoldingId: PostHoldingId }),
  target: async ({ db, input }) => {
    const holding = await findPostHolding(db, input.postHoldingId)
    return holding ? { unitId: holding.unitId } : null
  },
  run: async ({ db, input, note }) => {
    const holding = (await findPostHolding(db, input.postHoldingId)) ?? notFound()
    const ended = accept(decide(holding, input.lastOn))
    await savePostHoldingEnded(db, ended.id, input.lastOn)
    note({ personId: ended.personId, post: ended.post })
    return { postHoldingId: ended.id }
  },
})
