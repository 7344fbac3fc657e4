import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import Sqlite from 'better-sqlite3'
import type { Db } from '../database.ts'
import type { Storage } from './storage.ts'

/** A row as the database has it: snake_case names; numbers, text and null. */
export type StoredRow = Readonly<Record<string, unknown>>

/** All tables at one instant, to be copied or counted. */
export interface TableSource {
  /** Migrations that made these tables, in order. */
  readonly migrations: readonly string[]
  readonly tables: readonly string[]
  rows(table: string): AsyncIterable<StoredRow> | Iterable<StoredRow>
}

const MIGRATION_TABLE = 'kysely_migration'

/** Names of our own tables, sorted. */
export async function tableNames(db: Db): Promise<string[]> {
  const found = await db.introspection.getTables()
  return found
    .filter((table) => !table.isView)
    .map((table) => table.name)
    .toSorted()
}

/** Names of the migrations that were run here, in order; none in an empty database. */
export async function executedMigrations(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === MIGRATION_TABLE)) return []
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(MIGRATION_TABLE)} order by name`.execute(db)
  return rows.map((row) => row.name)
}

/** Writes the embedded database, as of now and while it is in use, into a file of its own. */
export function snapshotSqlite(file: string, into: string): void {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 10_000 })
  try {
    db.prepare('vacuum into ?').run(into)
  } finally {
    db.close()
  }
}

/** Reads the tables of a database file that nobody writes to. */
export async function withSqliteSource<T>(file: string, work: (source: TableSource) => Promise<T>): Promise<T> {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    return await work(sqliteSource(db))
  } finally {
    db.close()
  }
}

export function sqliteSource(db: Sqlite.Database): TableSource {
  const names = (query: string): string[] => db.prepare<[], string>(query).pluck().all()
  const tables = names("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
  return {
    migrations: tables.includes(MIGRATION_TABLE) ? names(`select name from ${MIGRATION_TABLE} order by name`) : [],
    tables: tables.filter((name) => !name.startsWith('kysely_')),
    rows: (table) => db.prepare<[], StoredRow>(`select * from "${table}"`).iterate(),
  }
}

/** Reads the tables of a PostgreSQL database as of one instant, while it is in use. */
export async function withPostgresSource<T>(storage: Storage, work: (source: TableSource) => Promise<T>): Promise<T> {
  const db = storage.read.withoutPlugins()
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const source: TableSource = {
        migrations: await executedMigrations(tx as Db),
        tables: await tableNames(tx as Db),
        rows: (table) => cursorRows(tx as Db, table),
      }
      return work(source)
    })
}

async function* cursorRows(tx: Db, table: string): AsyncGenerator<StoredRow> {
  await sql`declare backup_rows no scroll cursor for select * from ${sql.table(table)}`.execute(tx)
  try {
    for (;;) {
      const { rows } = await sql<StoredRow>`fetch 1000 from backup_rows`.execute(tx)
      yield* rows
      if (rows.length < 1000) return
    }
  } finally {
    await sql`close backup_rows`.execute(tx)
  }
}

export interface TableSum {
  readonly rows: number
  /** The sum of all rows' SHA-256, whatever their order: equal on both databases for equal rows. */
  readonly checksum: string
}

/** Counts rows and sums them up while they pass. */
export class TableSummer {
  #rows = 0
  #sum = 0n

  add(row: StoredRow): void {
    this.#rows += 1
    const hash = createHash('sha256').update(rowText(row)).digest('hex')
    this.#sum = (this.#sum + BigInt(`0x${hash}`)) % (1n << 256n)
  }

  get result(): TableSum {
    return { rows: this.#rows, checksum: this.#sum.toString(16).padStart(64, '0') }
  }
}

/** A row as one line of JSON with its columns in the order of their names; what some programs take for a line's end is escaped. */
export function rowText(row: StoredRow): string {
  const text = JSON.stringify(row, Object.keys(row).toSorted())
  return text.replace(/[\u2028\u2029]/g, (mark) => (mark === '\u2028' ? '\\u2028' : '\\u2029'))
}

export async function sumTable(source: TableSource, table: string): Promise<TableSum> {
  const summer = new TableSummer()
  for await (const row of source.rows(table)) summer.add(row)
  return summer.result
}
