import { z } from 'zod'
import { PersonId, UnitId } from '@dangjian/domain/access'
import { MemberStatus } from '@dangjian/domain/organisation'
import { findMembership, findPerson, savePerson } from '@dangjian/db/organisation/person-store'
import { findPersonName } from '@dangjian/db/organisation/unit-scope'
import { command, notFound, refuseWith } from '../trpc.ts'

/** Corrects a person's name or membership, by whoever keeps a unit to which the person belongs. */
export const correctPerson = command({
  permission: 'organisation.correct-person',
  input: z.strictObject({
    unitId: UnitId,
    personId: PersonId,
    rev: z.int(),
    name: z.string().trim().min(1).max(50),
    memberStatus: MemberStatus,
  }),
  output: z.strictObject({ personId: PersonId, rev: z.int() }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, now, note }) => {
    if (!(await findMembership(db, input.unitId, input.personId))) notFound()
    const person = (await findPerson(db, input.personId)) ?? notFound()
    if (person.rev !== input.rev) {
      const by = person.changedBy ? ((await findPersonName(db, person.changedBy)) ?? '') : ''
      refuseWith('edited-meanwhile', { by, at: person.changedAt ?? person.createdAt })
    }
    const { id, createdAt } = person
    const next = { id, createdAt, name: input.name, memberStatus: input.memberStatus, rev: person.rev + 1 }
    if (!(await savePerson(db, next, actor.personId, now))) refuseWith('edited-meanwhile', { by: '', at: now })
    note({ personId: id, ...(person.memberStatus === next.memberStatus ? {} : { memberStatus: next.memberStatus }) })
    return { personId: id, rev: next.rev }
  },
})
