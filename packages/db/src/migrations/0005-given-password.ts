import type { Kysely } from 'kysely'

/** When somebody else gave the present password; null once its owner has chosen it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('account').addColumn('password_given_at', 'bigint').execute()
}
