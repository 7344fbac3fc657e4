import type Sqlite from 'better-sqlite3'
import { LRUCache } from 'lru-cache'

const CACHED_STATEMENTS = 512

/** Kysely prepares each query anew; preparing costs more than most of our queries, so the last few hundred are kept. */
export function cachedStatements(db: Sqlite.Database): (sql: string) => Sqlite.Statement<unknown[]> {
  const statements = new LRUCache<string, Sqlite.Statement<unknown[]>>({ max: CACHED_STATEMENTS })
  return (sql) => {
    let statement = statements.get(sql)
    if (!statement) statements.set(sql, (statement = db.prepare<unknown[]>(sql)))
    return statement
  }
}
