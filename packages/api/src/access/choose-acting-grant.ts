import { z } from 'zod'
import { RoleGrantId } from '@dangjian/domain/access'
import { saveActingGrant } from '@dangjian/db/access/session-store'
import { command } from '../trpc.ts'

/** Which of one's roles to wear from now on, where a page does not say otherwise. */
export const chooseActingGrant = command({
  permission: 'access.choose-acting-grant',
  input: z.strictObject({ roleGrantId: RoleGrantId }),
  output: z.strictObject({ roleGrantId: RoleGrantId }),
  target: ({ input, actor }) =>
    actor.grants.some((grant) => grant.id === input.roleGrantId) ? { personId: actor.personId } : null,
  run: async ({ db, input, actor }) => {
    await saveActingGrant(db, actor.sessionId, input.roleGrantId)
    return { roleGrantId: input.roleGrantId }
  },
})
