import { z } from 'zod'
import { grantRole as decide, isWithin, LocalDate, PersonId, Role, RoleGrantId, UnitId } from '@dangjian/domain/access'
import { insertRoleGrant, listRoleGrantsOf } from '@dangjian/db/access/role-grant-store'
import { revokeSessionsOfPerson } from '@dangjian/db/access/session-store'
import { accept, command, notFound } from '../trpc.ts'
import { personTarget } from './person-target.ts'

/** Gives a person a role for a unit, for a time. One that is good today ends their sessions (OWASP ASVS 5.0, 7.2.4). */
export const grantRole = command({
  permission: 'access.grant-role',
  input: z.strictObject({
    personId: PersonId,
    role: Role,
    unitId: UnitId,
    fromOn: LocalDate,
    toOn: LocalDate.nullable(),
  }),
  output: z.strictObject({ roleGrantId: RoleGrantId }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, today, now, newId, note }) => {
    // Somebody who belongs elsewhere does not exist for whoever grants here.
    if (!(await personTarget(db, actor, input.personId, today))) notFound()
    const held = await listRoleGrantsOf(db, input.personId)
    const grant = accept(decide(held, { id: newId<RoleGrantId>(), ...input }, actor.personId))
    await insertRoleGrant(db, grant)
    if (isWithin(today, grant)) await revokeSessionsOfPerson(db, grant.personId, now)
    note({ roleGrantId: grant.id, role: grant.role, personId: grant.personId })
    return { roleGrantId: grant.id }
  },
})
