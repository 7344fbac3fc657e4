/** Someone who has given no sign for so long is asked quietly whether they are still there (d). */
export const ASK_AFTER_MS = 15 * 60_000
/** So long they have for an answer; what is played meanwhile waits for it (d). */
export const ANSWER_WITHIN_MS = 60_000

/** Whether somebody is there: `here`, `asked` whether they are, or `away`, as nobody answered. */
export type Attention = 'here' | 'asked' | 'away'

/**
 * An idle prompt (挂机提醒) that leaves those who watch alone: any touch, key or turn of the wheel is a sign. Being away
 * is left by a sign alone. No browser proves attention; this keeps an empty room from collecting hours.
 */
export function attentionAt(lastSignAt: number, now: number): Attention {
  const silent = now - lastSignAt
  if (silent < ASK_AFTER_MS) return 'here'
  return silent < ASK_AFTER_MS + ANSWER_WITHIN_MS ? 'asked' : 'away'
}
