import type Sqlite from 'better-sqlite3'
import type { Db } from '../database.ts'
import type { Turns } from './turns.ts'

interface Waiting {
  run(): Promise<void>
  settle(failure?: unknown): void
}

/** Writes that one commit takes along at most. */
const GROUP_SIZE = 200

/**
 * Writes that arrive together commit together: one transaction a group, a savepoint each, and every writer is
 * answered only after the group's commit is on disk. One that fails is rolled back alone.
 */
export class WriteQueue {
  readonly #db: Sqlite.Database
  readonly #kysely: Db
  readonly #turns: Turns
  readonly #settled: () => void
  #waiting: Waiting[] = []
  #running: Promise<void> | null = null

  /** `settled` is called after each group's commit, or its failure, and before anybody in it is answered. */
  constructor(db: Sqlite.Database, kysely: Db, turns: Turns, settled: () => void) {
    this.#db = db
    this.#kysely = kysely
    this.#turns = turns
    this.#settled = settled
  }

  run<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let outcome: { value: T } | { thrown: unknown } | undefined
      this.#waiting.push({
        run: async () => {
          this.#db.exec('savepoint one_write')
          try {
            outcome = { value: await work(this.#kysely) }
            this.#db.exec('release one_write')
          } catch (thrown) {
            outcome = { thrown }
            // A full disk may have ended the whole transaction already: then there is no savepoint left to go back to.
            if (!this.#db.inTransaction) throw thrown
            this.#db.exec('rollback to one_write')
            this.#db.exec('release one_write')
          }
        },
        settle: (failure) => {
          if (failure !== undefined) reject(failure)
          else if (outcome && 'value' in outcome) resolve(outcome.value)
          else reject(outcome?.thrown)
        },
      })
      this.#running ??= this.#drain()
    })
  }

  async drained(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #drain(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        // One turn of the event loop lets everything that has already arrived join the group.
        await new Promise<void>((resolve) => setImmediate(resolve))
        this.#turns.begin()
        await this.#commit(this.#waiting.splice(0, GROUP_SIZE))
      }
    } finally {
      this.#running = null
    }
  }

  async #commit(group: Waiting[]): Promise<void> {
    let failure: unknown
    try {
      this.#db.exec('begin immediate')
      for (const write of group) await write.run()
      this.#db.exec('commit')
    } catch (thrown) {
      failure = thrown
      if (this.#db.inTransaction) this.#db.exec('rollback')
    }
    this.#settled()
    for (const write of group) write.settle(failure)
  }
}
