import type { Kysely } from 'kysely'

/** The course of an election, step by step; a result that was recorded wrongly is withdrawn and stays to be seen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('election_step')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit_id', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('step', 'text', (c) => c.notNull())
    .addColumn('happened_on', 'text', (c) => c.notNull())
    .addColumn('recorded_at', 'bigint', (c) => c.notNull())
    .addColumn('recorded_by', 'text', (c) => c.notNull())
    .addColumn('document_no', 'text')
    .addColumn('document_file_id', 'text')
    .addColumn('note', 'text')
    .addColumn('election_id', 'text')
    .addColumn('withdrawn_at', 'bigint')
    .addColumn('withdrawn_by', 'text')
    .addColumn('withdrawn_reason', 'text')
    .execute()
  await db.schema.createIndex('election_step_unit').on('election_step').columns(['unit_id', 'seq']).unique().execute()
  await db.schema.alterTable('election').addColumn('withdrawn_at', 'bigint').execute()
}
