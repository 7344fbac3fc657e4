import type { Db } from '../database.ts'
import type { IdempotencyKeyTable } from './tables.ts'

export async function findIdempotencyKey(
  db: Db,
  accountId: string,
  key: string,
): Promise<IdempotencyKeyTable | undefined> {
  return db
    .selectFrom('idempotencyKey')
    .selectAll()
    .where('accountId', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirst()
}

export async function insertIdempotencyKey(db: Db, row: IdempotencyKeyTable): Promise<void> {
  await db.insertInto('idempotencyKey').values(row).execute()
}

export async function deleteIdempotencyKeysBefore(db: Db, instant: number): Promise<void> {
  await db.deleteFrom('idempotencyKey').where('createdAt', '<', instant).execute()
}
