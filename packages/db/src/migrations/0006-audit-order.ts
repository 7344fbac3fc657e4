import type { Kysely } from 'kysely'

/** The log is read by time, by who did something, and by what was done. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('audit_entry_at').on('audit_entry').columns(['at', 'id']).execute()
  await db.schema.createIndex('audit_entry_person').on('audit_entry').columns(['person_id', 'action', 'at']).execute()
  await db.schema.createIndex('audit_entry_action').on('audit_entry').columns(['action', 'at']).execute()
}
