import type { Kysely } from 'kysely'

/** What an election changed in who holds which post, so that a withdrawn result can be taken back whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('election').addColumn('post_changes', 'text').execute()
}
