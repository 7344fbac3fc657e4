import { z } from 'zod'
import { SessionId } from '@dangjian/domain/access'
import { findSession, saveSessionRevoked } from '@dangjian/db/access/session-store'
import { command } from '../trpc.ts'

/** Signs a device of one's own out. */
export const revokeSession = command({
  permission: 'access.revoke-session',
  input: z.strictObject({ sessionId: SessionId }),
  output: z.strictObject({ sessionId: SessionId }),
  target: async ({ db, input }) => {
    const session = await findSession(db, input.sessionId)
    return session ? { personId: session.personId } : null
  },
  run: async ({ db, input, now }) => {
    await saveSessionRevoked(db, input.sessionId, now)
    return { sessionId: input.sessionId }
  },
})
