import type { Kysely } from 'kysely'

/**
 * When somebody was last here is written every minute by everybody: it stands apart, so that what is known of the
 * sessions themselves need not be asked again for it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('session_seen')
    .addColumn('session_id', 'text', (c) => c.primaryKey().references('session.id'))
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .execute()
  const tables = db as Kysely<{
    session: { id: string; seen_at: number }
    session_seen: { session_id: string; seen_at: number }
  }>
  await tables
    .insertInto('session_seen')
    .columns(['session_id', 'seen_at'])
    .expression(tables.selectFrom('session').select(['id', 'seen_at']))
    .execute()
  await db.schema.alterTable('session').dropColumn('seen_at').execute()
}
