import { Migrator } from 'kysely/migration'
import type { Storage } from '../connection/storage.ts'
import { migrations } from './index.ts'

function migratorFor(storage: Storage): Migrator {
  return new Migrator({ db: storage.maintenance, provider: { getMigrations: async () => migrations } })
}

/** Brings the tables up to date and answers the names of what was run. */
export async function migrate(storage: Storage): Promise<string[]> {
  const { error, results } = await migratorFor(storage).migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

/** Names of the migrations that have not been run yet. */
export async function pendingMigrations(storage: Storage): Promise<string[]> {
  const all = await migratorFor(storage).getMigrations()
  return all.filter((migration) => !migration.executedAt).map((migration) => migration.name)
}
