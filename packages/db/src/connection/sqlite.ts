import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect, type Dialect, type KyselyPlugin, type SqliteStatement } from 'kysely'
import type { Database, Db } from '../database.ts'
import { cachedStatements } from './cached-statements.ts'
import { names, SqliteNames } from './names.ts'
import { reportDialect } from './report-reader.ts'
import { refuseUnsafeSqlite } from './sqlite-version.ts'
import type { Storage } from './storage.ts'
import { TableVersions } from './table-versions.ts'
import { Turns } from './turns.ts'
import { WriteQueue } from './write-queue.ts'

/** How long one process waits for another's write lock, in milliseconds (the operator's commands beside a running server). */
const BUSY_TIMEOUT_MS = 10_000

/** Opens the embedded database, making the file when there is none. */
export function connectSqlite(file: string): Storage {
  mkdirSync(path.dirname(file), { recursive: true })
  switchToWal(file)
  const writer = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS })
  setDurable(writer)
  keepStatistics(writer)
  const reader = new Sqlite(file, { readonly: true, timeout: BUSY_TIMEOUT_MS })
  reader.pragma('cache_size = -16384')
  reader.pragma('mmap_size = 268435456')

  const dataVersion = writer.prepare('pragma data_version').pluck()
  const versions = new TableVersions(() => dataVersion.get())
  const turns = new Turns()
  const write = kyselyOver(
    dialectOver(writer),
    versions.writing(() => writer.inTransaction),
    turns.between,
  )
  const read = kyselyOver(dialectOver(reader), versions.reading)
  const report = kyselyOver(reportDialect(file, BUSY_TIMEOUT_MS), versions.reading)
  const queue = new WriteQueue(writer, write, turns, () => versions.settle())
  return {
    dialect: 'sqlite',
    read,
    report,
    versions,
    maintenance: write,
    transact: (work) => queue.run(work),
    upkeep: async () => keepStatistics(writer),
    async close() {
      await queue.drained()
      await read.destroy()
      await report.destroy()
      await write.destroy()
      // A Kysely that never ran a query has not taken the handle over: close what is still open.
      if (reader.open) reader.close()
      if (writer.open) writer.close()
    },
  }
}

/**
 * The journal mode is stored in the file. A connection that has just switched it may answer synchronous = FULL
 * and still not sync, so the switch is made by a connection of its own that is then closed.
 */
function switchToWal(file: string): void {
  const db = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS })
  try {
    refuseUnsafeSqlite(db)
    const mode = db.pragma('journal_mode = WAL', { simple: true })
    if (mode !== 'wal') throw new Error(`SQLite would not switch ${file} to WAL (journal mode is ${String(mode)})`)
  } finally {
    db.close()
  }
}

/** better-sqlite3 is compiled with WAL at NORMAL, which loses acknowledged commits at a power failure. */
function setDurable(db: Sqlite.Database): void {
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('cache_size = -8192')
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite refused synchronous = FULL')
}

/**
 * What the planner knows of the tables' sizes: without it a question over many people takes a way made for few. Every
 * table is looked at (0x10000), not just those asked lately, but of each only a part (0x10): nobody waits for it long.
 */
function keepStatistics(writer: Sqlite.Database): void {
  writer.pragma('optimize = 0x10012')
}

function dialectOver(db: Sqlite.Database): Dialect {
  const prepare = cachedStatements(db)
  return new NamedSqliteDialect({
    database: { close: () => db.close(), prepare: (sql) => prepare(sql) as SqliteStatement },
  })
}

class NamedSqliteDialect extends SqliteDialect {
  override createQueryCompiler(): SqliteNames {
    return new SqliteNames()
  }
}

function kyselyOver(dialect: Dialect, ...plugins: KyselyPlugin[]): Db {
  return new Kysely<Database>({
    dialect,
    plugins: [...plugins, names],
  })
}
