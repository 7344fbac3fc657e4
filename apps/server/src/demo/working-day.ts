import { addDays, localDateOf, startOfDay, type Instant } from '@dangjian/domain/access'

/** Half past eight in the morning, so many days ago: nobody of the demo works at night, whenever it is written. */
export function morningOf(now: Instant, daysAgo: number): Instant {
  return startOfDay(addDays(localDateOf(now), -daysAgo)) + 8.5 * 3_600_000
}
