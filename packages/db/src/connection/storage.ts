import type { Db } from '../database.ts'
import type { TableVersions } from './table-versions.ts'

/** One installation's database, whichever kind it is. `connection/sqlite.ts` and `connection/postgres.ts` both make one. */
export interface Storage {
  readonly dialect: 'sqlite' | 'postgres'
  /** For questions only: writing through it is refused by the database itself. */
  readonly read: Db
  /** Like `read`, for long questions: they keep nobody else waiting. */
  readonly report: Db
  /** What kept answers are held against; null where other processes may write and nobody would know. */
  readonly versions: TableVersions | null
  /**
   * Runs `work` in one transaction and answers when its commit is on disk.
   * `work` may be run again after a conflict, so it touches nothing but the database it is handed.
   */
  transact<T>(work: (tx: Db) => Promise<T>): Promise<T>
  /** What the database wants done after a load and now and then; nobody else waits for it. */
  upkeep(): Promise<void>
  /** For migrations and maintenance: writes outside any grouping. */
  readonly maintenance: Db
  close(): Promise<void>
}
