import { z } from 'zod'
import type { Instant } from '@dangjian/domain/access'
import { fitsQuestion, Response, saveAnswer, type Answer, type Attempt } from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import { findAnswer, saveAnswer as store } from '@dangjian/db/training/attempt-store'
import { accept, refuseWith } from '../trpc.ts'
import { findPaperQuestions } from './attempt-step.ts'

/** An answer as a device sends it; `seq` counts the changes that the device made to it. */
export const SentAnswer = z.strictObject({
  slot: z.int().min(0).max(500),
  response: Response,
  seq: z.int().min(0).max(1_000_000_000),
})
export type SentAnswer = z.infer<typeof SentAnswer>

/** Keeps an answer by the rules of the attempt, and answers what is kept now. */
export async function keepSentAnswer(
  db: Db,
  attempt: Attempt,
  sent: SentAnswer,
  arrivedAt: Instant,
  savedAt: Instant,
): Promise<Answer> {
  const kept = await findAnswer(db, attempt.id, sent.slot)
  const { answer, changed } = accept(saveAnswer(attempt, kept, { attemptId: attempt.id, ...sent, savedAt }, arrivedAt))
  if (!changed) return answer
  const place = attempt.paper[sent.slot]
  const [question] = place ? await findPaperQuestions(db, { paper: [place] }) : []
  if (!question || !fitsQuestion(question.body, sent.response)) refuseWith('answer-does-not-fit')
  await store(db, answer)
  return answer
}
