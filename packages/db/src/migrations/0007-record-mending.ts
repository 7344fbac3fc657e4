import { expressionBuilder, type Kysely } from 'kysely'

/** Certificates that are revoked and issued anew, hours corrected with a reason, and longer exam time for a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('hour_entry').addColumn('note', 'text').execute()

  await db.schema
    .createTable('extra_time')
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('course_id', 'text', (c) => c.notNull())
    .addColumn('share', 'integer', (c) => c.notNull())
    .addColumn('granted_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('extra_time_pk', ['person_id', 'course_id'])
    .execute()

  // An enrolment had one certificate for ever; now it has one that holds. SQLite drops no constraint: a new table does.
  await db.schema
    .createTable('certificate_next')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('number', 'text', (c) => c.notNull().unique())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('person_name', 'text', (c) => c.notNull())
    .addColumn('enrolment_id', 'text', (c) => c.notNull())
    .addColumn('course_id', 'text', (c) => c.notNull())
    .addColumn('course_title', 'text', (c) => c.notNull())
    .addColumn('version_number', 'integer', (c) => c.notNull())
    .addColumn('cycle', 'integer', (c) => c.notNull())
    .addColumn('hours', 'double precision', (c) => c.notNull())
    .addColumn('issuer_id', 'text', (c) => c.notNull())
    .addColumn('issuer_name', 'text', (c) => c.notNull())
    .addColumn('issued_on', 'text', (c) => c.notNull())
    .addColumn('signature', 'text', (c) => c.notNull())
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('revoked_at', 'bigint')
    .addColumn('revoked_reason', 'text')
    .execute()
  const tables = db as Kysely<Record<'certificate' | 'certificate_next', Record<(typeof columns)[number], string>>>
  await tables
    .insertInto('certificate_next')
    .columns([...columns])
    .expression(tables.selectFrom('certificate').select([...columns]))
    .execute()
  await db.schema.dropTable('certificate').execute()
  await db.schema.alterTable('certificate_next').renameTo('certificate').execute()
  await db.schema.createIndex('certificate_person').on('certificate').columns(['person_id', 'id']).execute()
  await db.schema
    .createIndex('certificate_valid')
    .on('certificate')
    .column('enrolment_id')
    .unique()
    .where(certificates.ref('revoked_at'), 'is', null)
    .execute()
}

const certificates = expressionBuilder<{ certificate: { revoked_at: number | null } }, 'certificate'>()

const columns = [
  'id',
  'number',
  'token',
  'person_id',
  'person_name',
  'enrolment_id',
  'course_id',
  'course_title',
  'version_number',
  'cycle',
  'hours',
  'issuer_id',
  'issuer_name',
  'issued_on',
  'signature',
  'key_id',
  'revoked_at',
  'revoked_reason',
] as const
