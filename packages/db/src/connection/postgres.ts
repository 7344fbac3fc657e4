import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import type { Database, Db } from '../database.ts'
import { names, PostgresNames } from './names.ts'
import type { Storage } from './storage.ts'

/** Conflicts that PostgreSQL asks the client to try again: serialization failure and deadlock. */
const RETRIED = new Set(['40001', '40P01'])
const TRIES = 20
/** Two transactions that insert the same key at once: the second, run again, sees the first one's row and decides anew. */
const UNIQUE_VIOLATION = '23505'
const UNIQUE_TRIES = 8

/** int8 and numeric come as text by default; our counts and instants all lie below 2^53. */
const NUMBERS = new Set([20, 1700])

/** Opens a PostgreSQL database by its URL. */
export function connectPostgres(url: string): Storage {
  // Loaded here: whoever has the embedded database need not hold it in memory.
  const driver = createRequire(import.meta.url)('pg') as typeof pg
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      NUMBERS.has(oid) ? Number : (driver.types.getTypeParser(oid, format as 'text') as (value: string) => unknown),
  }
  const settings = { connectionString: url, max: 10, types }
  const write = kyselyOver(new driver.Pool(settings))
  const read = kyselyOver(new driver.Pool({ ...settings, options: '-c default_transaction_read_only=on' }))
  return {
    dialect: 'postgres',
    read,
    report: read,
    versions: null,
    maintenance: write,
    transact: (work) => inTransaction(write, work),
    // It gathers statistics by itself, but a minute after a load at the earliest; until then it plans for empty tables.
    upkeep: async () => void (await sql`analyze`.execute(write)),
    async close() {
      await read.destroy()
      await write.destroy()
    },
  }
}

async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel('serializable').execute(work)
    } catch (thrown) {
      const code = (thrown as { code?: unknown }).code
      const tries = code === UNIQUE_VIOLATION ? UNIQUE_TRIES : RETRIED.has(String(code)) ? TRIES : 0
      if (attempt >= tries) throw thrown
      // Short at first: whoever was quicker has mostly committed by then.
      await sleep(Math.random() * 2 * 2 ** Math.min(attempt, 8))
    }
  }
}

function kyselyOver(pool: pg.Pool): Db {
  // A connection that PostgreSQL ends, idle or between two statements of a transaction, must not end the process: whoever
  // asks next over it is told.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Database>({
    dialect: new NamedPostgresDialect({ pool }),
    plugins: [names],
  })
}

class NamedPostgresDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresNames {
    return new PostgresNames()
  }
}
