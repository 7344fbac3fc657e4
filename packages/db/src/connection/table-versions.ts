import { AsyncLocalStorage } from 'node:async_hooks'
import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs, RootOperationNode } from 'kysely'

type Names = Set<string>

/**
 * Which tables a question reads, and whether any of them has been written since: what an answer that is kept must know.
 * A table's number rises with each commit that wrote to it, before whoever wrote is answered.
 */
export class TableVersions {
  readonly #numbers = new Map<string, number>()
  readonly #asking = new AsyncLocalStorage<Names>()
  readonly #othersVersion: () => unknown
  #written: Names = new Set()
  #commits = 0

  /** `othersVersion` answers something else as soon as another process has committed. */
  constructor(othersVersion: () => unknown) {
    this.#othersVersion = othersVersion
  }

  /**
   * Runs `work` and answers with it the tables that it asked, and their stamp before it asked any of them: what is
   * written while it runs makes the stamp an old one.
   */
  async watch<T>(work: () => Promise<T>): Promise<{ value: T; tables: readonly string[]; stamp: string }> {
    const before = new Map(this.#numbers)
    const others = this.#othersVersion()
    const asked: Names = new Set()
    const value = await this.#asking.run(asked, work)
    const tables = [...asked]
    return { value, tables, stamp: stampOf(others, before, tables) }
  }

  /** Two stamps of the same tables are equal as long as none of them has been written between. */
  stamp(tables: readonly string[]): string {
    return stampOf(this.#othersVersion(), this.#numbers, tables)
  }

  /** Another one as soon as anything at all has been committed, by whomever. */
  moment(): string {
    return `${String(this.#othersVersion())}:${this.#commits}`
  }

  /** What was written so far counts from now on: called when a commit is on disk or has failed. */
  settle(): void {
    this.#commits += 1
    for (const table of this.#written) this.#numbers.set(table, (this.#numbers.get(table) ?? 0) + 1)
    this.#written = new Set()
  }

  /** For the connections that ask. */
  readonly reading: KyselyPlugin = {
    transformQuery: ({ node }: PluginTransformQueryArgs) => {
      const tables = this.#asking.getStore()
      if (tables) collectTables(node, tables)
      return node
    },
    transformResult: async ({ result }: PluginTransformResultArgs) => result,
  }

  /** For the connection that writes; `grouped` says whether a commit comes later and settles. */
  writing(grouped: () => boolean): KyselyPlugin {
    return {
      transformQuery: ({ node }: PluginTransformQueryArgs) => {
        if (node.kind !== 'SelectQueryNode') collectTables(writtenBy(node), this.#written)
        return node
      },
      transformResult: async ({ result }: PluginTransformResultArgs) => {
        if (!grouped()) this.settle()
        return result
      },
    }
  }
}

function stampOf(others: unknown, numbers: ReadonlyMap<string, number>, tables: readonly string[]): string {
  return `${String(others)}:${tables.map((table) => numbers.get(table) ?? 0).join()}`
}

/** The part of a statement that names what it writes to; all of it where that is not known. */
function writtenBy(node: RootOperationNode): unknown {
  if (node.kind === 'InsertQueryNode') return node.into
  if (node.kind === 'UpdateQueryNode') return node.table
  if (node.kind === 'DeleteQueryNode') return node.from
  return node
}

/** Every table named anywhere in a query. */
function collectTables(node: unknown, into: Names): void {
  if (Array.isArray(node)) {
    for (const each of node) collectTables(each, into)
  } else if (typeof node === 'object' && node !== null) {
    const { kind, table } = node as { kind?: unknown; table?: { identifier?: { name?: unknown } } }
    if (kind === 'TableNode' && typeof table?.identifier?.name === 'string') into.add(table.identifier.name)
    else if (kind !== 'ValueNode') for (const each of Object.values(node)) collectTables(each, into)
  }
}
