import Sqlite from 'better-sqlite3'
import { isSafeSqlite, sqliteVersionOf } from './sqlite-version.ts'

/** What SQLite says about a database file, without changing it. */
export function examineSqliteFile(file: string): { version: string; safe: boolean; faults: string[] } {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 10_000 })
  try {
    const version = sqliteVersionOf(db)
    const faults = [...integrityOf(db).filter((line) => line !== 'ok'), ...danglingIn(db)]
    return { version, safe: isSafeSqlite(version), faults }
  } finally {
    db.close()
  }
}

function danglingIn(db: Sqlite.Database): string[] {
  try {
    const rows = db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
    return rows.slice(0, 20).map((row) => `row ${row.rowid} of ${row.table} names no row of ${row.parent}`)
  } catch {
    // A file that cannot be read has been said to be one already.
    return []
  }
}

function integrityOf(db: Sqlite.Database): string[] {
  try {
    return (db.pragma('integrity_check(20)') as { integrity_check: string }[]).map((row) => row.integrity_check)
  } catch (error) {
    return [(error as Error).message]
  }
}
