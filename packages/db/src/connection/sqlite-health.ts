import Sqlite from 'better-sqlite3'
import { isSafeSqlite, sqliteVersionOf } from './sqlite-version.ts'

/** What SQLite says about a database file, without changing it. */
export function examineSqliteFile(file: string): { version: string; safe: boolean; faults: string[] } {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 10_000 })
  try {
    const version = sqliteVersionOf(db)
    const faults = integrityOf(db).filter((line) => line !== 'ok')
    return { version, safe: isSafeSqlite(version), faults }
  } finally {
    db.close()
  }
}

function integrityOf(db: Sqlite.Database): string[] {
  try {
    return (db.pragma('integrity_check(20)') as { integrity_check: string }[]).map((row) => row.integrity_check)
  } catch (error) {
    return [(error as Error).message]
  }
}
