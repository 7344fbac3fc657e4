import { Migrator } from 'kysely/migration'
import type { Storage } from '../connection/storage.ts'
import { executedMigrations } from '../connection/table-source.ts'
import { migrations } from './index.ts'

function migratorFor(storage: Storage): Migrator {
  return new Migrator({ db: storage.maintenance, provider: { getMigrations: async () => migrations } })
}

/** The tables were made by a newer version of the program, which this one must not write to. */
export class DatabaseIsNewer extends Error {}

/** Brings the tables up to date and answers the names of what was run. */
export async function migrate(storage: Storage): Promise<string[]> {
  const unknown = await newerMigrations(storage)
  if (unknown.length > 0) {
    throw new DatabaseIsNewer(
      `The data was written by a newer version of the program (it knows ${unknown.join(', ')}). Install that version or a newer one; this one would damage it.`,
    )
  }
  const { error, results } = await migratorFor(storage).migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

/** Names of the migrations that have not been run yet. */
export async function pendingMigrations(storage: Storage): Promise<string[]> {
  const all = await migratorFor(storage).getMigrations()
  return all.filter((migration) => !migration.executedAt).map((migration) => migration.name)
}

/** Names of migrations that were run here and that this version does not know. */
export async function newerMigrations(storage: Storage): Promise<string[]> {
  return (await executedMigrations(storage.read)).filter((name) => !(name in migrations))
}
