import type { Db } from '../database.ts'

/** One installation's database, whichever kind it is. `connection/sqlite.ts` and `connection/postgres.ts` both make one. */
export interface Storage {
  readonly dialect: 'sqlite' | 'postgres'
  /** For questions only: writing through it is refused by the database itself. */
  readonly read: Db
  /**
   * Runs `work` in one transaction and answers when its commit is on disk.
   * `work` may be run again after a conflict, so it touches nothing but the database it is handed.
   */
  transact<T>(work: (tx: Db) => Promise<T>): Promise<T>
  /** For migrations and maintenance: writes outside any grouping. */
  readonly maintenance: Db
  close(): Promise<void>
}
