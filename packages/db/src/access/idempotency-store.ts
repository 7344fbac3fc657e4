import { statement } from '../connection/statement.ts'
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

/**
 * Writes a key that is not there yet, and says whether it was not. Inserting does not ask first: on PostgreSQL, commands
 * that asked for keys of their own in one small table would stand in each other's way.
 */
export async function claimIdempotencyKey(db: Db, row: IdempotencyKeyTable): Promise<boolean> {
  return (await claim(db, row)).numAffectedRows === 1n
}

const claim = statement((db, row: IdempotencyKeyTable) =>
  db
    .insertInto('idempotencyKey')
    .values(columnsOf(row))
    .onConflict((conflict) => conflict.columns(['accountId', 'key']).doNothing()),
)

/** Lays the answer beside a key that was claimed in this transaction. An update would ask first as well. */
export async function saveIdempotencyKey(db: Db, row: IdempotencyKeyTable): Promise<void> {
  await save(db, row)
}

const save = statement((db, row: IdempotencyKeyTable) =>
  db
    .insertInto('idempotencyKey')
    .values(columnsOf(row))
    .onConflict((conflict) => conflict.columns(['accountId', 'key']).doUpdateSet({ response: row.response })),
)

function columnsOf({ accountId, key, action, requestHash, response, createdAt }: IdempotencyKeyTable) {
  return { accountId, key, action, requestHash, response, createdAt }
}

export async function deleteIdempotencyKeysBefore(db: Db, instant: number): Promise<void> {
  await db.deleteFrom('idempotencyKey').where('createdAt', '<', instant).execute()
}
