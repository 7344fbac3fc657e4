import { addDays, localDateOf, startOfDay, type Instant } from '@dangjian/domain/access'

const HOUR = 3_600_000

/** Half past eight in the morning, so many days ago: nobody of the demo works at night, whenever it is written. */
export function morningOf(now: Instant, daysAgo: number): Instant {
  return startOfDay(addDays(localDateOf(now), -daysAgo)) + 8.5 * HOUR
}

/**
 * An instant of the past drawn into its day's working hours: what came first still comes first. Today's stay as they are,
 * or they could lie ahead.
 */
export function inWorkingHours(at: Instant, now: Instant): Instant {
  const day = localDateOf(at)
  if (day === localDateOf(now)) return at
  const midnight = startOfDay(day)
  return midnight + 8.5 * HOUR + Math.round(((at - midnight) * 9) / 24)
}
