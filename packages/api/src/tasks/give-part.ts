import { z } from 'zod'
import { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import { AssignmentId, AssignmentPart, AssignmentPartId, breakDown } from '@dangjian/domain/tasks'
import { listUnitsOfPerson } from '@dangjian/db/organisation/person-store'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { findAssignment } from '@dangjian/db/tasks/assignment-store'
import { insertPart } from '@dangjian/db/tasks/part-store'
import { accept, command, notFound } from '../trpc.ts'
import { societyOfAssignment, tell } from './assignment-step.ts'

/** Gives a piece of the work to a unit beneath the society, with a day and, where wanted, a name. */
export const givePart = command({
  permission: 'tasks.give-part',
  input: z.strictObject({
    assignmentId: AssignmentId,
    unitId: UnitId,
    personId: PersonId.nullable(),
    title: AssignmentPart.shape.title,
    dueOn: LocalDate,
  }),
  output: z.strictObject({ partId: AssignmentPartId }),
  target: societyOfAssignment,
  run: async (args) => {
    const { db, input, now, newId, today } = args
    const assignment = (await findAssignment(db, input.assignmentId)) ?? notFound()
    const unit = await findUnit(db, input.unitId)
    if (!unit || unit.societyId !== assignment.unitId) notFound()
    const places = input.personId ? await listUnitsOfPerson(db, input.personId, today) : []
    if (input.personId && !places.some(({ societyId }) => societyId === assignment.unitId)) notFound()
    const part = accept(
      breakDown(
        assignment,
        { id: newId<AssignmentPartId>(), ...input, state: 'given', report: '', movedAt: now },
        {
          isBeneath: unit.id !== assignment.unitId && unit.state === 'active',
          personBelongs: input.personId === null || places.some(({ id }) => id === unit.id),
          today,
        },
      ),
    )
    await insertPart(db, part)
    if (part.personId) args.note({ personId: part.personId })
    await tell(args, assignment.id, 'part-given', '', { unitName: unit.name, title: part.title })
    return { partId: part.id }
  },
})
