import { z } from 'zod'
import { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import { MemberStatus } from '@dangjian/domain/organisation'
import { findMembership, insertMembership, insertPerson } from '@dangjian/db/organisation/person-store'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { command, notFound, refuseWith } from '../trpc.ts'
import { demandPersonInReach } from './reach.ts'

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
  run: async ({ db, input, actor, today, now, newId, note }) => {
    const unit = (await findUnit(db, input.unitId)) ?? notFound()
    if (unit.state === 'merged' || unit.state === 'dissolved') refuseWith('unit-has-ended', { name: unit.name })
    if (input.fromOn > today) refuseWith('unit-step-in-future', { date: input.fromOn })
    const personId = 'personId' in input.person ? input.person.personId : newId<PersonId>()
    if ('personId' in input.person) {
      await demandPersonInReach(db, actor, personId, today)
      if (await findMembership(db, input.unitId, personId)) refuseWith('already-in-unit')
    } else {
      await insertPerson(db, { id: personId, ...input.person, rev: 1, createdAt: now })
    }
    await insertMembership(db, { id: newId(), unitId: input.unitId, personId, fromOn: input.fromOn, toOn: null })
    note({ personId })
    return { personId }
  },
})
