import type { z } from 'zod'
import type { TableVersions } from '@dangjian/db/connection/table-versions'

interface Kept {
  readonly tables: readonly string[]
  readonly stamp: string
  readonly answer: unknown
}

class AnswerMemory {
  readonly kept = new Map<string, Kept>()
  readonly underway = new Map<string, Promise<unknown>>()
}

/** Answers to questions, by database, until a table they were made from is written. */
export class KeptAnswers {
  readonly #memories = new WeakMap<TableVersions, AnswerMemory>()
  readonly #limit: number

  /** Keeps so many for one database; the one that was asked for longest ago goes first. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /**
   * The answer given last under this key if none of the tables it was made from has been written since, else a new one,
   * which all who ask meanwhile share. Whoever has been told that a write is done gets an answer that knows of it.
   * Where nobody counts a database's writes, each is made anew.
   */
  async answer<T>(versions: TableVersions | null, key: string, make: () => Promise<T>): Promise<T> {
    if (!versions) return make()
    let memory = this.#memories.get(versions)
    if (!memory) this.#memories.set(versions, (memory = new AnswerMemory()))
    const found = memory.kept.get(key)
    if (found) {
      memory.kept.delete(key)
      if (found.stamp === versions.stamp(found.tables)) {
        memory.kept.set(key, found)
        return found.answer as T
      }
    }
    // Shared only by those who ask while nothing at all has been written: the tables are not known before it is made.
    const shared = `${versions.moment()} ${key}`
    let making = memory.underway.get(shared)
    if (!making) {
      const { underway } = memory
      making = this.#make(memory, versions, key, make).finally(() => underway.delete(shared))
      underway.set(shared, making)
    }
    return making as Promise<T>
  }

  async #make<T>(memory: AnswerMemory, versions: TableVersions, key: string, make: () => Promise<T>): Promise<T> {
    const { value: answer, tables, stamp } = await versions.watch(make)
    memory.kept.set(key, { tables, stamp, answer })
    const oldest = memory.kept.size > this.#limit ? memory.kept.keys().next().value : undefined
    if (oldest !== undefined) memory.kept.delete(oldest)
    return answer
  }
}

/** The schema as the router shows it. A kept answer has passed it once, when it was made, and is not asked again. */
export function alreadyPassed(output: z.ZodType): z.ZodType<unknown, unknown> {
  return Object.assign(Object.create(output) as z.ZodType<unknown, unknown>, {
    parseAsync: async (answer: unknown) => answer,
  })
}
