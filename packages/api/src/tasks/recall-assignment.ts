import { z } from 'zod'
import { AssignmentId, stepAssignment } from '@dangjian/domain/tasks'
import { accept, command } from '../trpc.ts'
import { findAssignmentAt, saveStep, societyOfAssignment, tell } from './assignment-step.ts'

/** The society takes back what it submitted, as long as nobody has decided on it. */
export const recallAssignment = command({
  permission: 'tasks.recall-assignment',
  input: z.strictObject({ assignmentId: AssignmentId, rev: z.int() }),
  output: z.strictObject({ rev: z.int() }),
  target: societyOfAssignment,
  run: async (args) => {
    const { db, input, now } = args
    const assignment = await findAssignmentAt(db, input.assignmentId, input.rev)
    const next = accept(stepAssignment(assignment, 'recall', now))
    await saveStep(db, next)
    await tell(args, next.id, 'recalled')
    return { rev: next.rev }
  },
})
