import { z } from 'zod'
import { AttemptId, CertificateId, isTimeOver } from '@dangjian/domain/training'
import { command, refuseWith } from '../trpc.ts'
import { closeSitting, findSitting, learnerOfAttempt } from './attempt-step.ts'
import { keepSentAnswer, SentAnswer } from './keep-answer.ts'
import { DeviceKey } from './learning-shapes.ts'

/**
 * Hands a paper in (交卷), with answers that the device had not brought yet. Handing in twice, from two tabs or after
 * the clock has done it, gives one result.
 */
export const closeAttempt = command({
  permission: 'training.close-attempt',
  input: z.strictObject({ attemptId: AttemptId, device: DeviceKey, answers: z.array(SentAnswer).max(500).default([]) }),
  output: z.strictObject({
    closedBy: z.enum(['learner', 'clock']),
    coursePassed: z.boolean(),
    certificateId: CertificateId.nullable(),
  }),
  target: learnerOfAttempt,
  run: async (args) => {
    const { db, input, now, arrivedAt, note } = args
    const { attempt } = args.target
    if (attempt.state === 'open' && attempt.device !== input.device) refuseWith('attempt-on-other-device')
    if (attempt.state === 'open' && !isTimeOver(attempt, arrivedAt)) {
      for (const sent of input.answers) await keepSentAnswer(db, attempt, sent, arrivedAt, now)
    }
    const { attempt: closed, certificate } = await closeSitting(args, await findSitting(db, attempt), arrivedAt)
    note({ attemptId: closed.id, closedBy: closed.closedBy })
    return {
      closedBy: closed.closedBy ?? 'learner',
      coursePassed: certificate !== null,
      certificateId: certificate?.id ?? null,
    }
  },
})
