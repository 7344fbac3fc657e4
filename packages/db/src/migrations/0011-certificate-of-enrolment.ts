import type { Kysely } from 'kysely'

/** A certificate is asked for by its enrolment more often than by anything else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('certificate_enrolment').on('certificate').columns(['enrolment_id', 'id']).execute()
}
