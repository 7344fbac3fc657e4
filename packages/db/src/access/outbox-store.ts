import type { Db } from '../database.ts'
import type { OutboxEventTable } from './tables.ts'

export async function insertOutboxEvents(db: Db, events: OutboxEventTable[]): Promise<void> {
  if (events.length > 0) await db.insertInto('outboxEvent').values(events).execute()
}

/** Events not delivered yet, oldest first. Ids are UUIDv7, so their order is that of their making. */
export async function listDueOutboxEvents(db: Db, limit: number, maxTries: number): Promise<OutboxEventTable[]> {
  return db
    .selectFrom('outboxEvent')
    .selectAll()
    .where('deliveredAt', 'is', null)
    .where('tries', '<', maxTries)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Marks an event delivered; false when somebody else already had. */
export async function saveOutboxEventDelivered(db: Db, id: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outboxEvent')
    .set({ deliveredAt: at })
    .where('id', '=', id)
    .where('deliveredAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function saveOutboxEventTried(db: Db, id: string): Promise<void> {
  await db
    .updateTable('outboxEvent')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** How many undelivered events have been given up after so many tries, and how many others were written before an instant. */
export async function countOutboxEvents(
  db: Db,
  limits: { readonly tries: number; readonly before: number },
): Promise<{ givenUp: number; late: number }> {
  const waiting = db
    .selectFrom('outboxEvent')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('deliveredAt', 'is', null)
  const givenUp = await waiting.where('tries', '>=', limits.tries).executeTakeFirstOrThrow()
  const late = await waiting.where('tries', '<', limits.tries).where('at', '<', limits.before).executeTakeFirstOrThrow()
  return { givenUp: Number(givenUp.n), late: Number(late.n) }
}
