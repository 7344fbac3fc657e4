import { Worker } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import { SqliteNames } from './names.ts'
import type { ReportAnswer, ReportQuestion } from './report-worker.ts'

interface Waiting {
  answer(rows: unknown[]): void
  fail(thrown: unknown): void
}

/**
 * Asks an SQLite file from a thread and a connection of its own. The embedded database answers on the thread that asks:
 * a sum over everybody would keep every other request waiting.
 */
export function reportDialect(file: string, timeout: number): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ReportDriver(file, timeout),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteNames(),
  }
}

class ReportDriver implements Driver {
  readonly #connection: ReportConnection

  constructor(file: string, timeout: number) {
    this.#connection = new ReportConnection(file, timeout)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  async beginTransaction(): Promise<void> {
    throw new Error('Reports only ask.')
  }

  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}

  destroy(): Promise<void> {
    return this.#connection.close()
  }
}

class ReportConnection implements DatabaseConnection {
  readonly #start: () => Worker
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #count = 0

  constructor(file: string, timeout: number) {
    this.#start = () =>
      new Worker(new URL('./report-worker.ts', import.meta.url), {
        workerData: { file, timeout },
        resourceLimits: { maxYoungGenerationSizeMb: 4 },
      })
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    this.#worker ??= this.#listen(this.#start())
    const id = (this.#count += 1)
    const rows = await new Promise<unknown[]>((answer, fail) => {
      this.#waiting.set(id, { answer, fail })
      this.#worker?.postMessage({ id, sql, parameters } satisfies ReportQuestion)
    })
    return { rows: rows as R[] }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  /** A thread that ends takes its own questions along; the next question starts another. */
  #listen(worker: Worker): Worker {
    worker.on('message', (answer: ReportAnswer) => {
      const waiting = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if ('rows' in answer) waiting?.answer(answer.rows)
      else waiting?.fail(new Sqlite.SqliteError(answer.error.message, answer.error.code ?? 'SQLITE_ERROR'))
    })
    worker.on('error', (thrown) => this.#giveUp(worker, thrown))
    worker.on('exit', () => this.#giveUp(worker, new Error('The report thread ended.')))
    worker.unref()
    return worker
  }

  #giveUp(worker: Worker, thrown: unknown): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    for (const waiting of this.#waiting.values()) waiting.fail(thrown)
    this.#waiting.clear()
  }
}
