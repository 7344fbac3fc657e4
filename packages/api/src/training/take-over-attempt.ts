import { z } from 'zod'
import { AttemptId } from '@dangjian/domain/training'
import { saveAttemptDevice } from '@dangjian/db/training/attempt-store'
import { command, refuseWith } from '../trpc.ts'
import { learnerOfAttempt } from './attempt-step.ts'
import { DeviceKey } from './learning-shapes.ts'

/** Goes on with an open attempt in this window: the other one may not save any more and is told so. */
export const takeOverAttempt = command({
  permission: 'training.take-over-attempt',
  input: z.strictObject({ attemptId: AttemptId, device: DeviceKey }),
  output: z.strictObject({ attemptId: AttemptId }),
  target: learnerOfAttempt,
  run: async ({ db, input, target: { attempt }, note }) => {
    if (attempt.state === 'closed') refuseWith('attempt-closed')
    await saveAttemptDevice(db, attempt.id, input.device)
    note({ attemptId: attempt.id })
    return { attemptId: attempt.id }
  },
})
