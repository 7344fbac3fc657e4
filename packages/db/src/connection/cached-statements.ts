import type Sqlite from 'better-sqlite3'

const CACHED_STATEMENTS = 512

/** Kysely prepares each query anew; preparing costs more than most of our queries, so the last few hundred are kept. */
export function cachedStatements(db: Sqlite.Database): (sql: string) => Sqlite.Statement<unknown[]> {
  const statements = new Map<string, Sqlite.Statement<unknown[]>>()
  return (sql) => {
    let statement = statements.get(sql)
    if (statement) {
      statements.delete(sql)
    } else {
      statement = db.prepare<unknown[]>(sql)
      const oldest = statements.size >= CACHED_STATEMENTS ? statements.keys().next().value : undefined
      if (oldest !== undefined) statements.delete(oldest)
    }
    statements.set(sql, statement)
    return statement
  }
}
