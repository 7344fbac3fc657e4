import { sql } from 'kysely'
import type { Storage } from '../connection/storage.ts'

/** Takes a database away from whoever works on it, and answers what gives it back. */
export function troubleStorage(storage: Storage): Promise<() => Promise<unknown>> {
  return storage.dialect === 'sqlite' ? fill(storage) : cut(storage)
}

/** The embedded database may grow no further, as on a full disk. */
async function fill({ maintenance }: Storage): Promise<() => Promise<unknown>> {
  await sql`pragma max_page_count = 1`.execute(maintenance)
  return () => sql`pragma max_page_count = 1000000`.execute(maintenance)
}

/** Every other connection to this PostgreSQL database is ended again and again, as when it goes down. */
async function cut({ maintenance }: Storage): Promise<() => Promise<unknown>> {
  let cutting = true
  const ended = (async () => {
    while (cutting) {
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`
        .execute(maintenance)
        .catch(() => undefined)
    }
  })()
  return () => ((cutting = false), ended)
}
