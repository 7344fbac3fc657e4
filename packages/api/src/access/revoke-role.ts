import { z } from 'zod'
import { addDays, revokeRole as decide, RoleGrantId } from '@dangjian/domain/access'
import { findRoleGrant, saveRoleGrant } from '@dangjian/db/access/role-grant-store'
import { revokeSessionsOfPerson } from '@dangjian/db/access/session-store'
import { accept, command, notFound } from '../trpc.ts'

/** Ends a role and its holder's sessions at once; that it was held stays on record. */
export const revokeRole = command({
  permission: 'access.revoke-role',
  input: z.strictObject({ roleGrantId: RoleGrantId }),
  output: z.strictObject({ roleGrantId: RoleGrantId }),
  target: async ({ db, input }) => {
    const grant = await findRoleGrant(db, input.roleGrantId)
    return grant ? { unitId: grant.unitId } : null
  },
  run: async ({ db, input, actor, today, now, note }) => {
    const grant = (await findRoleGrant(db, input.roleGrantId)) ?? notFound()
    const ended = accept(decide(grant, addDays(today, -1), actor.personId))
    await saveRoleGrant(db, ended)
    await revokeSessionsOfPerson(db, ended.personId, now)
    note({ roleGrantId: ended.id, role: ended.role, personId: ended.personId })
    return { roleGrantId: ended.id }
  },
})
