import type { Kysely } from 'kysely'
import type { Db } from '../database.ts'
import { enterNames } from '../organisation/name-gram-store.ts'
import { nameKeyOf, pinyinOf } from '../organisation/pinyin.ts'

/**
 * Names are found by any part of them without reading them all: what people and units are found by begins with their
 * syllables, by which they are sorted, and ends with the name itself; a dictionary has people's names by their parts.
 * Whether somebody belongs is asked of an index alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await rewriteKeys(db as Kysely<Keyed>)

  await db.schema
    .createTable('name_gram')
    .addColumn('gram', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('name_gram_pk', ['gram', 'name'])
    .execute()
  await enterNames(db as Db)

  await db.schema.dropIndex('membership_unit').execute()
  await db.schema
    .createIndex('membership_unit')
    .on('membership')
    .columns(['unit_id', 'to_on', 'person_id', 'from_on'])
    .execute()
  await db.schema.dropIndex('membership_person').execute()
  await db.schema
    .createIndex('membership_person')
    .on('membership')
    .columns(['person_id', 'unit_id', 'from_on', 'to_on'])
    .execute()
}

interface Keyed {
  person: { id: string; name: string; name_pinyin: string }
  unit: { id: string; name: string; name_pinyin: string }
  course: { id: string; title: string; title_pinyin: string }
}

async function rewriteKeys(db: Kysely<Keyed>): Promise<void> {
  for (const table of ['person', 'unit'] as const) {
    for (const { id, name } of await db.selectFrom(table).select(['id', 'name']).execute())
      await db
        .updateTable(table)
        .set({ name_pinyin: nameKeyOf(name) })
        .where('id', '=', id)
        .execute()
  }
  for (const { id, title } of await db.selectFrom('course').select(['id', 'title']).execute())
    await db
      .updateTable('course')
      .set({ title_pinyin: pinyinOf(title) })
      .where('id', '=', id)
      .execute()
}
