import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { CamelCasePlugin, Kysely, SqliteDialect, type SqliteDatabase } from 'kysely'
import type { Database, Db } from '../database.ts'
import { refuseUnsafeSqlite } from './sqlite-version.ts'
import type { Storage } from './storage.ts'
import { WriteQueue } from './write-queue.ts'

/** How long one process waits for another's write lock, in milliseconds (the operator's commands beside a running server). */
const BUSY_TIMEOUT_MS = 10_000
const CACHED_STATEMENTS = 512

/** Opens the embedded database, making the file when there is none. */
export function connectSqlite(file: string): Storage {
  mkdirSync(path.dirname(file), { recursive: true })
  switchToWal(file)
  const writer = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS })
  setDurable(writer)
  const reader = new Sqlite(file, { readonly: true, timeout: BUSY_TIMEOUT_MS })
  reader.pragma('cache_size = -65536')
  reader.pragma('mmap_size = 268435456')

  const write = kyselyOver(writer)
  const read = kyselyOver(reader)
  const queue = new WriteQueue(writer, write)
  return {
    dialect: 'sqlite',
    read,
    maintenance: write,
    transact: (work) => queue.run(work),
    async close() {
      await queue.drained()
      await read.destroy()
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
  db.pragma('cache_size = -65536')
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite refused synchronous = FULL')
}

function kyselyOver(db: Sqlite.Database): Db {
  return new Kysely<Database>({
    dialect: new SqliteDialect({ database: withCachedStatements(db) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** Kysely prepares each query anew; preparing costs more than most of our queries, so the last few hundred are kept. */
function withCachedStatements(db: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, Sqlite.Statement<unknown[]>>()
  return {
    close: () => db.close(),
    prepare(sql) {
      let statement = statements.get(sql)
      if (statement) {
        statements.delete(sql)
      } else {
        statement = db.prepare<unknown[]>(sql)
        const oldest = statements.size >= CACHED_STATEMENTS ? statements.keys().next().value : undefined
        if (oldest !== undefined) statements.delete(oldest)
      }
      statements.set(sql, statement)
      return statement as unknown as ReturnType<SqliteDatabase['prepare']>
    },
  }
}
