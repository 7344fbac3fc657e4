import { z } from 'zod'
import { saveSessionRevoked } from '@dangjian/db/access/session-store'
import { command } from '../trpc.ts'

export const signOut = command({
  permission: 'access.sign-out',
  input: z.strictObject({}),
  output: z.strictObject({ signedIn: z.literal(false) }),
  run: async ({ db, actor, now, context, afterCommit }) => {
    await saveSessionRevoked(db, actor.sessionId, now)
    afterCommit(() => context.setSessionToken(null, 0))
    return { signedIn: false as const }
  },
})
