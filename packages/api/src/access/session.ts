import { z } from 'zod'
import { Duty, PersonId, Role, RoleGrantId, UnitId } from '@dangjian/domain/access'
import { query } from '../trpc.ts'

/** Who is signed in here, which roles they hold, and which one they wear. */
export const session = query({
  permission: 'access.session',
  input: z.void(),
  output: z.discriminatedUnion('signedIn', [
    z.strictObject({
      signedIn: z.literal(false),
      /** There was a session, and it is over: by time, or ended elsewhere, or with a password or a role. */
      ended: z.boolean(),
      demo: z
        .strictObject({
          accounts: z.array(
            z.strictObject({
              username: z.string(),
              password: z.string(),
              name: z.string(),
              purpose: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
              door: z.enum(['admin', 'school']),
            }),
          ),
        })
        .nullable(),
    }),
    z.strictObject({
      signedIn: z.literal(true),
      person: z.strictObject({ id: PersonId, name: z.string() }),
      grants: z.array(z.strictObject({ id: RoleGrantId, role: Role, unitId: UnitId, unitName: z.string() })),
      actingGrantId: RoleGrantId.nullable(),
      /** What is owed before anything else is done; the page asks for it first. */
      duty: Duty.nullable(),
      demo: z.boolean(),
    }),
  ]),
  run: async ({ actor, context }) => {
    if (!actor) {
      return {
        signedIn: false as const,
        ended: context.sessionEnded,
        demo: context.demo && { accounts: context.demo.map((account) => ({ ...account })) },
      }
    }
    return {
      signedIn: true as const,
      person: { id: actor.personId, name: actor.personName },
      grants: actor.grants.map(({ id, role, unitId, unitName }) => ({ id, role, unitId, unitName })),
      actingGrantId: actor.grant?.id ?? null,
      duty: actor.duty,
      demo: context.demo !== null,
    }
  },
})
