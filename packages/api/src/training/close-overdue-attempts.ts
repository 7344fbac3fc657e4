import { isTimeOver, DEADLINE_GRACE_MS, type CoursePassed } from '@dangjian/domain/training'
import { insertAuditEntry } from '@dangjian/db/access/audit-store'
import { insertOutboxEvents } from '@dangjian/db/access/outbox-store'
import { findAttempt, listAttemptsDue } from '@dangjian/db/training/attempt-store'
import type { Services } from '../context.ts'
import { closeSitting, findSitting } from './attempt-step.ts'

const BATCH = 100

/**
 * Closes attempts whose time is over, with what was saved: the learner's device has no part in it. Each has a
 * transaction of its own, so that being cut short loses nothing and running twice closes nothing twice.
 */
export async function closeOverdueAttempts(services: Services): Promise<number> {
  let closed = 0
  for (;;) {
    const due = await listAttemptsDue(services.storage.read, services.clock() - DEADLINE_GRACE_MS, BATCH)
    for (const attemptId of due) {
      const emitted = await services.storage.transact(async (tx) => {
        const now = services.clock()
        const attempt = await findAttempt(tx, attemptId)
        const events: CoursePassed[] = []
        if (!attempt || !isTimeOver(attempt, now)) return events
        const newId = <Id extends string>() => services.newId() as Id
        const args = { db: tx, now, newId, signer: services.signer, emit: (event: CoursePassed) => events.push(event) }
        await closeSitting(args, await findSitting(tx, attempt), now)
        await insertAuditEntry(tx, {
          id: services.newId(),
          at: now,
          accountId: null,
          personId: null,
          role: null,
          actingUnitId: null,
          action: 'training.close-attempt',
          targetUnitId: null,
          targetPersonId: attempt.personId,
          detail: JSON.stringify({ attemptId, closedBy: 'clock' }),
        })
        await insertOutboxEvents(
          tx,
          events.map((event) => ({
            id: services.newId(),
            at: now,
            type: event.type,
            body: JSON.stringify(event),
            deliveredAt: null,
            tries: 0,
          })),
        )
        return events
      })
      if (emitted.length > 0) services.outboxFilled()
      closed += 1
    }
    if (due.length < BATCH) return closed
  }
}
