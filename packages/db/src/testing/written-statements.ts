import Sqlite from 'better-sqlite3'
import pg from 'pg'

/** Stands between the product and both drivers: `around` is told of each statement that writes, or begins or ends a transaction, and does it. */
export function aroundWrites(around: <T>(sql: string, execute: () => T) => T): void {
  type Execute = (this: unknown, ...args: unknown[]) => unknown
  const wrap = (prototype: object, name: string, textOf: (self: unknown, args: unknown[]) => string | undefined) => {
    const own = (prototype as Record<string, Execute>)[name] as Execute
    Object.defineProperty(prototype, name, {
      value(this: unknown, ...args: unknown[]) {
        const sql = textOf(this, args)
        const execute = () => Reflect.apply(own, this, args)
        return sql === undefined ? execute() : around(sql, execute)
      },
    })
  }
  const inMemory = new Sqlite(':memory:')
  const statement = Object.getPrototypeOf(inMemory.prepare('select 1')) as object
  inMemory.close()
  for (const name of ['run', 'get', 'all'] as const) {
    wrap(statement, name, (self) => {
      const { readonly, source } = self as Sqlite.Statement
      return readonly ? undefined : source
    })
  }
  wrap(Sqlite.prototype, 'exec', (_self, [sql]) => String(sql))
  wrap(pg.Client.prototype, 'query', (_self, [asked]) => {
    const sql = typeof asked === 'string' ? asked : String((asked as { text?: unknown } | undefined)?.text)
    return /^\s*(select|show|with)\b/i.test(sql) ? undefined : sql
  })
}
