import { z } from 'zod'
import { AssignmentId, canWorkOn } from '@dangjian/domain/tasks'
import { findAssignment } from '@dangjian/db/tasks/assignment-store'
import { accept, command, notFound } from '../trpc.ts'
import { societyOfAssignment, tell } from './assignment-step.ts'

/** Tells how far the work has come. */
export const reportProgress = command({
  permission: 'tasks.report-progress',
  input: z.strictObject({ assignmentId: AssignmentId, text: z.string().trim().min(1).max(4000) }),
  output: z.strictObject({ assignmentId: AssignmentId }),
  target: societyOfAssignment,
  run: async (args) => {
    const { db, input } = args
    const assignment = (await findAssignment(db, input.assignmentId)) ?? notFound()
    accept(canWorkOn(assignment))
    await tell(args, assignment.id, 'reported', input.text)
    return { assignmentId: assignment.id }
  },
})
