import { sql } from 'kysely'
import type { Database, Db } from '../database.ts'

/**
 * Inserts rows of one shape into the embedded database as one text, which SQLite takes apart: quicker than a statement
 * with a place for each value.
 */
export async function insertMany(
  tx: Db,
  table: keyof Database,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const values = columns.map((_column, n) => sql`value ->> ${sql.lit(n)}`)
  const text = JSON.stringify(rows.map((row) => columns.map((column) => row[column])))
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(values)} from json_each(${text})`.execute(tx)
}

/**
 * Fills the embedded database with more than anybody types: its indexes are made when all rows are there, what names
 * another row is not looked up, and nothing is synced before the end.
 */
export async function fillQuickly(db: Db, fill: (tx: Db) => Promise<void>): Promise<void> {
  const set = (pragma: string) => sql.raw(`pragma ${pragma}`).execute(db)
  for (const pragma of ['foreign_keys = off', 'synchronous = off', 'cache_size = -500000']) await set(pragma)
  await db.transaction().execute(async (tx) => {
    const made = sql<{ name: string; sql: string }>`
      select name, sql from sqlite_master where type = 'index' and sql is not null`
    const indexes = (await made.execute(tx)).rows
    for (const { name } of indexes) await sql`drop index ${sql.raw(name)}`.execute(tx)
    await fill(tx)
    for (const index of indexes) await sql.raw(index.sql).execute(tx)
  })
  const { rows } = await sql`pragma foreign_key_check`.execute(db)
  if (rows.length > 0) throw new Error(`${rows.length} rows name others that are not there.`)
  for (const pragma of ['foreign_keys = on', 'synchronous = full', 'cache_size = -65536', 'optimize = 0x10002']) {
    await set(pragma)
  }
}
