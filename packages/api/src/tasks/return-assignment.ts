import { z } from 'zod'
import { AssignmentId } from '@dangjian/domain/tasks'
import { command } from '../trpc.ts'
import { societyOfAssignment } from './assignment-step.ts'
import { decideReview } from './review-step.ts'

/** Returns submitted work to the society, with what to mend. */
export const returnAssignment = command({
  permission: 'tasks.return-assignment',
  input: z.strictObject({ assignmentId: AssignmentId, rev: z.int(), reason: z.string().trim().max(1000) }),
  output: z.strictObject({ rev: z.int() }),
  target: societyOfAssignment,
  run: (args) => decideReview(args, { verdict: 'return', reason: args.input.reason }),
})
