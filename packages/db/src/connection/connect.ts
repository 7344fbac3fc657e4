import path from 'node:path'
import { connectPostgres } from './postgres.ts'
import { connectSqlite } from './sqlite.ts'
import type { Storage } from './storage.ts'

/** PostgreSQL when its URL is given, else the embedded database in the data folder. */
export function connect(options: { databaseUrl?: string | undefined; dataDir: string }): Storage {
  return options.databaseUrl ? connectPostgres(options.databaseUrl) : connectSqlite(sqliteFileIn(options.dataDir))
}

export function sqliteFileIn(dataDir: string): string {
  return path.join(dataDir, 'dangjian.db')
}
