import { Migrator } from 'kysely/migration'
import type { Kysely } from 'kysely'
import { migrations } from '../migrations/index.ts'
import type { Db } from '../database.ts'
import type { Storage } from './storage.ts'
import { executedMigrations, tableNames, type StoredRow, type TableSource } from './table-source.ts'

/** Columns that name another row of their own table: filled in when all rows are there. */
const selfReferences: Readonly<Record<string, string>> = { unit: 'parent_id' }
const BATCH = 100

export function unknownMigrations(names: readonly string[]): string[] {
  return names.filter((name) => !(name in migrations))
}

/** Whether nothing lies in this database. */
export async function isEmptyDatabase(storage: Storage): Promise<boolean> {
  return (await executedMigrations(storage.read)).length === 0 && (await tableNames(storage.read)).length === 0
}

/** Tables by the names that the database has for them. */
export type PlainDb = Kysely<Record<string, StoredRow>>

export function plainDbOf(storage: Storage): PlainDb {
  return storage.maintenance.withoutPlugins() as unknown as PlainDb
}

/** Makes the tables as they were after the last of these migrations. */
export async function makeTables(storage: Storage, names: readonly string[]): Promise<void> {
  const last = names.at(-1)
  if (last === undefined) return
  const migrator = new Migrator({ db: storage.maintenance, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateTo(last)
  if (error) throw error
}

/** Makes the tables as they were when the copy was taken, and fills them, in one transaction. */
export async function loadTables(storage: Storage, source: TableSource): Promise<void> {
  if (source.migrations.length === 0) return
  await makeTables(storage, source.migrations)
  const plain = plainDbOf(storage)
  await plain.transaction().execute(async (tx) => {
    for (const table of await tableNames(tx as unknown as Db)) await tx.deleteFrom(table).execute()
    for (const table of source.tables) await loadTable(tx, table, source.rows(table))
  })
}

/** Rows of these name others of their own table: they go in together. */
export function isLoadedWhole(table: string): boolean {
  return table in selfReferences
}

export async function loadTable(
  tx: PlainDb,
  table: string,
  rows: AsyncIterable<StoredRow> | Iterable<StoredRow>,
): Promise<void> {
  const own = selfReferences[table]
  const later: { id: unknown; value: unknown }[] = []
  let batch: StoredRow[] = []
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await tx.insertInto(table).values(batch).execute()
    batch = []
  }
  for await (const row of rows) {
    if (own && row[own] !== null) later.push({ id: row.id, value: row[own] })
    batch.push(own ? { ...row, [own]: null } : row)
    if (batch.length === BATCH) await flush()
  }
  await flush()
  for (const { id, value } of later) {
    await tx
      .updateTable(table)
      .set({ [own as string]: value })
      .where('id', '=', id)
      .execute()
  }
}
