import type { Services } from '@dangjian/api/context'

const MOST_BUCKETS = 100_000

/** Counts attempts in sliding windows, in memory: a restart forgets them, which costs an attacker more than it gives. */
export function createThrottle(clock: () => number): Services['throttle'] {
  const attempts = new Map<string, number[]>()
  return (bucket, { tries, windowMs }) => {
    const now = clock()
    const recent = (attempts.get(bucket) ?? []).filter((at) => at > now - windowMs)
    const oldest = recent[0]
    if (recent.length >= tries && oldest !== undefined) {
      attempts.set(bucket, recent)
      return { retryAfter: Math.max(1, Math.ceil((oldest + windowMs - now) / 1000)) }
    }
    attempts.delete(bucket)
    attempts.set(bucket, [...recent, now])
    const first = attempts.size > MOST_BUCKETS ? attempts.keys().next().value : undefined
    if (first !== undefined) attempts.delete(first)
    return null
  }
}
