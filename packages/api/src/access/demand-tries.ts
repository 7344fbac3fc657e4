import type { Context } from '../context.ts'
import { refuseWith } from '../refusal.ts'

export const QUARTER_HOUR_MS = 15 * 60 * 1000

/** Counts a try, and refuses it with the time to wait where there were too many. */
export function demandTries(
  { throttle, setHeader }: Pick<Context, 'throttle' | 'setHeader'>,
  bucket: string,
  limit: Parameters<Context['throttle']>[1],
): void {
  const over = throttle(bucket, limit)
  if (!over) return
  setHeader('retry-after', String(over.retryAfter))
  refuseWith('too-many-tries', { minutes: Math.ceil(over.retryAfter / 60) })
}
