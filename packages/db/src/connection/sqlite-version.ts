import type Sqlite from 'better-sqlite3'

/** SQLite 3.7.0 to 3.51.2 can corrupt a database when the WAL is reset; 3.51.3 mends it (sqlite.org release log). */
export const OLDEST_SAFE_SQLITE = [3, 51, 3] as const

/** This SQLite is one of those that can corrupt a file. */
export class UnsafeSqlite extends Error {}

export function isSafeSqlite(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, least] of OLDEST_SAFE_SQLITE.entries()) {
    const part = parts[index] ?? 0
    if (part !== least) return part > least
  }
  return true
}

export function sqliteVersionOf(db: Sqlite.Database): string {
  return String(db.prepare('select sqlite_version()').pluck().get())
}

export function refuseUnsafeSqlite(db: Sqlite.Database): void {
  const version = sqliteVersionOf(db)
  if (!isSafeSqlite(version)) {
    throw new UnsafeSqlite(
      `SQLite ${version} can corrupt its file when the write-ahead log is reset; ${OLDEST_SAFE_SQLITE.join('.')} or newer is needed. Run the installation again so that the bundled better-sqlite3 is used.`,
    )
  }
}
