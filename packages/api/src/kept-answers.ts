import type { TableVersions } from '@dangjian/db/connection/table-versions'

interface Kept {
  readonly tables: readonly string[]
  readonly stamp: string
  readonly answer: unknown
}

/** Answers kept for one database; the one that was asked for longest ago goes first. */
const KEPT = 200

const memories = new WeakMap<TableVersions, AnswerMemory>()

class AnswerMemory {
  readonly kept = new Map<string, Kept>()
  readonly underway = new Map<string, Promise<unknown>>()
}

/**
 * The answer given last under this key if none of the tables it was made from has been written since, else a new one,
 * which all who ask meanwhile share. Whoever has been told that a write is done gets an answer that knows of it.
 */
export async function keptAnswer(versions: TableVersions, key: string, make: () => Promise<unknown>): Promise<unknown> {
  let memory = memories.get(versions)
  if (!memory) memories.set(versions, (memory = new AnswerMemory()))
  const found = memory.kept.get(key)
  if (found) {
    memory.kept.delete(key)
    if (found.stamp === versions.stamp(found.tables)) {
      memory.kept.set(key, found)
      return found.answer
    }
  }
  // Shared only by those who ask while nothing at all has been written: the tables are not known before it is made.
  const shared = `${versions.moment()} ${key}`
  let making = memory.underway.get(shared)
  if (!making) {
    making = makeAnswer(memory, versions, key, make).finally(() => memory.underway.delete(shared))
    memory.underway.set(shared, making)
  }
  return making
}

async function makeAnswer(
  memory: AnswerMemory,
  versions: TableVersions,
  key: string,
  make: () => Promise<unknown>,
): Promise<unknown> {
  const { value: answer, tables, stamp } = await versions.watch(make)
  memory.kept.set(key, { tables, stamp, answer })
  const oldest = memory.kept.size > KEPT ? memory.kept.keys().next().value : undefined
  if (oldest !== undefined) memory.kept.delete(oldest)
  return answer
}
