import { z } from 'zod'
import { AssignmentPartId, stepPart } from '@dangjian/domain/tasks'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { savePart } from '@dangjian/db/tasks/part-store'
import { accept, command } from '../trpc.ts'
import { findPartWithAssignment, societyOfPart, tell } from './assignment-step.ts'

/** The society confirms a part that its unit reported as done. */
export const acceptPart = command({
  permission: 'tasks.accept-part',
  input: z.strictObject({ partId: AssignmentPartId }),
  output: z.strictObject({ partId: AssignmentPartId }),
  target: societyOfPart,
  run: async (args) => {
    const { db, input, now } = args
    const { part, assignment } = await findPartWithAssignment(db, input.partId)
    const next = accept(stepPart(assignment, part, 'accept', now))
    await savePart(db, next)
    const unit = await findUnit(db, part.unitId)
    await tell(args, assignment.id, 'part-accepted', '', {
      ...(unit ? { unitName: unit.name } : {}),
      title: part.title,
    })
    return { partId: part.id }
  },
})
