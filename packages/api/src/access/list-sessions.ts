import { z } from 'zod'
import { Instant, SessionId } from '@dangjian/domain/access'
import { listLiveSessions } from '@dangjian/db/access/session-store'
import { query } from '../trpc.ts'

/** The devices one is signed in on. */
export const listSessions = query({
  permission: 'access.list-sessions',
  input: z.void(),
  output: z.array(
    z.strictObject({
      id: SessionId,
      device: z.string(),
      createdAt: Instant,
      seenAt: Instant,
      current: z.boolean(),
    }),
  ),
  run: async ({ db, actor, now, context }) => {
    const idleSince = now - context.sessionPolicy.idleMs
    const sessions = await listLiveSessions(db, actor.accountId, { now, idleSince })
    return sessions.map(({ id, device, createdAt, seenAt }) => {
      return { id, device, createdAt, seenAt, current: id === actor.sessionId }
    })
  },
})
