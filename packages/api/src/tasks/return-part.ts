import { z } from 'zod'
import { AssignmentPartId, returnPart as giveBack } from '@dangjian/domain/tasks'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { savePart } from '@dangjian/db/tasks/part-store'
import { accept, command } from '../trpc.ts'
import { findPartWithAssignment, societyOfPart, tell } from './assignment-step.ts'

/** The society gives a part back to its unit, with what to mend. */
export const returnPart = command({
  permission: 'tasks.return-part',
  input: z.strictObject({ partId: AssignmentPartId, reason: z.string().trim().max(1000) }),
  output: z.strictObject({ partId: AssignmentPartId }),
  target: societyOfPart,
  run: async (args) => {
    const { db, input, now } = args
    const { part, assignment } = await findPartWithAssignment(db, input.partId)
    const next = accept(giveBack(assignment, part, input.reason, now))
    await savePart(db, next)
    const unit = await findUnit(db, part.unitId)
    await tell(args, assignment.id, 'part-returned', input.reason, {
      partId: part.id,
      ...(unit ? { unitName: unit.name } : {}),
      title: part.title,
    })
    return { partId: part.id }
  },
})
