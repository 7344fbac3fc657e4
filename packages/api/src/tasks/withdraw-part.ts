import { z } from 'zod'
import { AssignmentPartId, stepPart } from '@dangjian/domain/tasks'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { savePart } from '@dangjian/db/tasks/part-store'
import { accept, command } from '../trpc.ts'
import { findPartWithAssignment, societyOfPart, tell } from './assignment-step.ts'

/** The society takes back a part that was given by mistake or is no longer needed. */
export const withdrawPart = command({
  permission: 'tasks.withdraw-part',
  input: z.strictObject({ partId: AssignmentPartId }),
  output: z.strictObject({ partId: AssignmentPartId }),
  target: societyOfPart,
  run: async (args) => {
    const { db, input, now } = args
    const { part, assignment } = await findPartWithAssignment(db, input.partId)
    const next = accept(stepPart(assignment, part, 'withdraw', now))
    await savePart(db, next)
    const unit = await findUnit(db, part.unitId)
    await tell(args, assignment.id, 'part-withdrawn', '', {
      ...(unit ? { unitName: unit.name } : {}),
      title: part.title,
    })
    return { partId: part.id }
  },
})
