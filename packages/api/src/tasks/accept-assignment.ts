import { z } from 'zod'
import { AssignmentId, stepAssignment } from '@dangjian/domain/tasks'
import { accept, command } from '../trpc.ts'
import { findAssignmentAt, saveStep, societyOfAssignment, tell } from './assignment-step.ts'

/** The society takes the work on. */
export const acceptAssignment = command({
  permission: 'tasks.accept-assignment',
  input: z.strictObject({ assignmentId: AssignmentId, rev: z.int() }),
  output: z.strictObject({ rev: z.int() }),
  target: societyOfAssignment,
  run: async (args) => {
    const { db, input, now } = args
    const assignment = await findAssignmentAt(db, input.assignmentId, input.rev)
    const next = accept(stepAssignment(assignment, 'accept', now))
    await saveStep(db, next)
    await tell(args, next.id, 'accepted')
    return { rev: next.rev }
  },
})
