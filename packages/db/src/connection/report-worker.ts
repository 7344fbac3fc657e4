import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { cachedStatements } from './cached-statements.ts'

/** A question for the report thread, and its answer: rows, or why there are none. */
export interface ReportQuestion {
  readonly id: number
  readonly sql: string
  readonly parameters: readonly unknown[]
}
export type ReportAnswer =
  | { readonly id: number; readonly rows: unknown[] }
  | { readonly id: number; readonly error: { readonly message: string; readonly code: string | undefined } }

const { file, timeout } = workerData as { file: string; timeout: number }
const db = new Sqlite(file, { readonly: true, timeout })
// A sum reads everything once: kept by the system, the pages need not be kept here, nor mapped, which is counted as ours.
db.pragma('cache_size = -2048')
const prepared = cachedStatements(db)

parentPort?.on('message', ({ id, sql, parameters }: ReportQuestion) => {
  try {
    const statement = prepared(sql)
    // What gives no rows would write: run, it is refused by the database in its own words.
    const rows = statement.reader ? statement.all(...parameters) : (statement.run(...parameters), [])
    parentPort?.postMessage({ id, rows } satisfies ReportAnswer)
  } catch (thrown) {
    const { message, code } = thrown as { message: string; code?: string }
    parentPort?.postMessage({ id, error: { message, code } } satisfies ReportAnswer)
  }
})
