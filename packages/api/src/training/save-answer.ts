import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import { AttemptId } from '@dangjian/domain/training'
import { command, refuseWith } from '../trpc.ts'
import { learnerOfAttempt } from './attempt-step.ts'
import { keepSentAnswer, SentAnswer } from './keep-answer.ts'
import { DeviceKey } from './learning-shapes.ts'

/** Saves one answer. It counts by when it arrived, so that a queue here costs nobody an answer. */
export const saveAnswer = command({
  permission: 'training.save-answer',
  input: SentAnswer.extend({ attemptId: AttemptId, device: DeviceKey }),
  output: z.strictObject({
    /** The `seq` that is kept: higher than the one sent where a later change came first. */
    seq: z.int(),
    savedAt: Instant,
  }),
  target: learnerOfAttempt,
  run: async ({ db, input, target: { attempt }, now, arrivedAt, note }) => {
    const { attemptId, device, ...sent } = input
    if (attempt.state === 'open' && attempt.device !== device) refuseWith('attempt-on-other-device')
    const { seq, savedAt } = await keepSentAnswer(db, attempt, sent, arrivedAt, now)
    note({ attemptId })
    return { seq, savedAt }
  },
})
