import type { Db } from '@dangjian/db/database'
import type { Instant } from '@dangjian/domain/access'
import { onCoursePassed } from './tasks/on-course-passed.ts'
import { onTaskExtended, onTaskWithdrawn, onWorkPlanPublished } from './training/on-work-plan-published.ts'

/** What a handler of an event may use: the transaction in which the event is marked delivered. */
export interface DeliveryArgs {
  readonly db: Db
  readonly now: Instant
  readonly newId: <Id extends string>() => Id
  readonly emit: (event: { readonly type: string }) => void
}

/** A handler parses the body by its event's schema and writes what follows from it, in the delivery's transaction. */
export type Subscriber = (body: unknown, args: DeliveryArgs) => Promise<void>

/** Where the wings meet: which handlers each event has. */
export const subscribers: Readonly<Record<string, readonly Subscriber[]>> = {
  'course-passed': [onCoursePassed],
  'work-plan-published': [onWorkPlanPublished],
  'task-extended': [onTaskExtended],
  'task-withdrawn': [onTaskWithdrawn],
}
