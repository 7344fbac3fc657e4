import type { Kysely } from 'kysely'
import type { Db } from '../database.ts'
import { enterNames } from '../organisation/name-gram-store.ts'
import { wordsOf } from '../organisation/pinyin.ts'

/**
 * Names are found by any part of them without reading them all: what people and units are found by ends with the name
 * itself, and a dictionary has people's names by their parts. Whether somebody belongs is asked of an index alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['person', 'unit'] as const) await completeKeys(db as Kysely<Keyed>, table)

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

type Keyed = Record<'person' | 'unit', { name: string; name_pinyin: string }>

async function completeKeys(db: Kysely<Keyed>, table: keyof Keyed): Promise<void> {
  const append = (words: string | undefined) =>
    db.updateTable(table).set((eb) => ({
      name_pinyin: eb(
        eb(eb.ref('name_pinyin'), '||', eb.val(' ')),
        '||',
        words === undefined ? eb.ref('name') : eb.val(words),
      ),
    }))
  const names = await db.selectFrom(table).select('name').distinct().execute()
  // Few names have capitals or spaces in them; theirs are complete first, and a complete one has two spaces.
  for (const { name } of names) {
    const words = wordsOf(name)
    if (words !== name) await append(words).where('name', '=', name).execute()
  }
  await append(undefined).where('name_pinyin', 'not like', '% % %').execute()
}
