import {
  insertOutboxEvents,
  listDueOutboxEvents,
  saveOutboxEventDelivered,
  saveOutboxEventTried,
} from '@dangjian/db/access/outbox-store'
import type { Services } from '../context.ts'
import { subscribers } from '../subscribers.ts'

const BATCH = 50
/** After so many failures an event stays where it is and `doctor` names it. */
export const DELIVERY_TRIES = 10

/**
 * Delivers what lies in the outbox and answers how many events it delivered. Handlers and the mark 'delivered'
 * share a transaction, so that an event has its effect once however often delivery is cut short.
 */
export async function deliverOutbox(services: Services): Promise<number> {
  let delivered = 0
  for (;;) {
    const due = await listDueOutboxEvents(services.storage.read, BATCH, DELIVERY_TRIES)
    let failed = 0
    for (const event of due) {
      try {
        await services.storage.transact(async (tx) => {
          const now = services.clock()
          if (!(await saveOutboxEventDelivered(tx, event.id, now))) return
          const emitted: { readonly type: string }[] = []
          for (const handle of subscribers[event.type] ?? []) {
            await handle(JSON.parse(event.body), {
              db: tx,
              now,
              newId: <Id extends string>() => services.newId() as Id,
              emit: (next) => emitted.push(next),
            })
          }
          await insertOutboxEvents(
            tx,
            emitted.map((next) => ({
              id: services.newId(),
              at: now,
              type: next.type,
              body: JSON.stringify(next),
              deliveredAt: null,
              tries: 0,
            })),
          )
        })
        delivered += 1
      } catch (error) {
        failed += 1
        services.log('error', 'outbox event not delivered', { id: event.id, type: event.type, error })
        await services.storage.transact((tx) => saveOutboxEventTried(tx, event.id))
      }
    }
    if (due.length < BATCH || failed > 0) return delivered
  }
}
