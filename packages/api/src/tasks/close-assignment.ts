import { z } from 'zod'
import { AssignmentId } from '@dangjian/domain/tasks'
import { command } from '../trpc.ts'
import { societyOfAssignment } from './assignment-step.ts'
import { decideReview } from './review-step.ts'

/** Accepts submitted work. From then on it stays as it was. */
export const closeAssignment = command({
  permission: 'tasks.close-assignment',
  input: z.strictObject({ assignmentId: AssignmentId, rev: z.int() }),
  output: z.strictObject({ rev: z.int() }),
  target: societyOfAssignment,
  run: (args) => decideReview(args, { verdict: 'close' }),
})
