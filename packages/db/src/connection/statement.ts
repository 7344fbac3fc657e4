import type { Compilable, CompiledQuery, QueryResult } from 'kysely'
import type { Db } from '../database.ts'

/** Stands in a statement for a value that is given each time it is run. */
class Gap {
  readonly name: PropertyKey

  constructor(name: PropertyKey) {
    this.name = name
  }
}

/**
 * A query that every save asks: it is built and written out once for each database, with gaps for the values, and from
 * then on only filled in. Building costs more than running what looks up or writes one row.
 */
export function statement<G extends object, R>(
  build: (db: Db, gaps: G) => Compilable<R>,
): (db: Db, given: G) => Promise<QueryResult<R>> {
  const gaps = new Proxy({} as G, { get: (_, name) => new Gap(name) })
  const written = new WeakMap<object, CompiledQuery<R>>()
  return (db, given) => {
    const executor = db.getExecutor()
    let query = written.get(executor.adapter)
    if (!query) written.set(executor.adapter, (query = build(db, gaps).compile()))
    // Tells those who count what is read and written; names are turned already.
    executor.transformQuery(query.query, query.queryId)
    const parameters = query.parameters.map((each) => (each instanceof Gap ? given[each.name as keyof G] : each))
    return executor.executeQuery({ ...query, parameters })
  }
}
