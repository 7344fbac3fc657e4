import { z } from 'zod'
import { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import { MemberStatus } from '@dangjian/domain/organisation'
import { findMembership, insertMembership, insertPerson } from '@dangjian/db/organisation/person-store'
import { ancestorsOf, findPersonName } from '@dangjian/db/organisation/unit-scope'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { command, notFound, refuseWith } from '../trpc.ts'

/** Lets a person join a unit: somebody known within one's reach, or somebody new. */
export const joinUnit = command({
  permission: 'organisation.join-unit',
  input: z.strictObject({
    unitId: UnitId,
    person: z.union([
      z.strictObject({ personId: PersonId }),
      z.strictObject({ name: z.string().trim().min(1).max(50), memberStatus: MemberStatus }),
    ]),
    fromOn: LocalDate,
  }),
  output: z.strictObject({ personId: PersonId }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, now, newId, note }) => {
    if (!(await findUnit(db, input.unitId))) notFound()
    const personId = 'personId' in input.person ? input.person.personId : newId<PersonId>()
    if ('personId' in input.person) {
      if (!(await findPersonName(db, personId))) notFound()
      if (!(await isWithinReach(personId))) notFound()
      if (await findMembership(db, input.unitId, personId)) refuseWith('already-in-unit')
    } else {
      await insertPerson(db, { id: personId, ...input.person, rev: 1, createdAt: now })
    }
    await insertMembership(db, { id: newId(), unitId: input.unitId, personId, fromOn: input.fromOn, toOn: null })
    note({ personId })
    return { personId }

    /** A person is known to whoever's role reaches one of the units the person belongs to. */
    async function isWithinReach(known: PersonId): Promise<boolean> {
      const memberships = await db.selectFrom('membership').select('unitId').where('personId', '=', known).execute()
      for (const { unitId } of memberships) {
        if (actor.grant && (await ancestorsOf(db, unitId)).includes(actor.grant.unitId)) return true
      }
      return false
    }
  },
})
