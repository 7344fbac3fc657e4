import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { isEmptyDatabase, isLoadedWhole, loadTable, makeTables, plainDbOf, type PlainDb } from './load-tables.ts'
import { beginMove, endMove, movedTables, moveUnderWay, noteMoved, type MovedTable } from './move-progress.ts'
import type { Storage } from './storage.ts'
import { sqliteSource, sumTable, withPostgresSource, type StoredRow, type TableSum } from './table-source.ts'

/** How many rows one transaction moves: what an interruption costs at most. */
const AT_ONCE = 5000

export type MoveRefusal = 'target-not-empty' | 'target-in-use' | 'source-changed' | 'table-differs'

export type MoveOutcome =
  | { readonly ok: true; readonly tables: ReadonlyMap<string, TableSum> }
  | { readonly ok: false; readonly refusal: MoveRefusal; readonly table?: string }

/** What connections of a move call themselves, so that others in the same database are seen. */
export const MOVE_APPLICATION = 'dangjian-move'

/**
 * Moves the embedded database into an empty PostgreSQL, or goes on with a move that was interrupted, and then compares
 * count and sum of every table. The file stays as it was.
 */
export async function moveTables(
  file: string,
  target: Storage,
  move: string,
  tell: (table: MovedTable, resumed: boolean) => void,
): Promise<MoveOutcome> {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 10_000 })
  try {
    const version = db.pragma('data_version', { simple: true })
    db.exec('begin')
    const source = sqliteSource(db)
    const plain = plainDbOf(target)
    if (await isUsedByOthers(plain)) return { ok: false, refusal: 'target-in-use' }
    const underWay = await moveUnderWay(plain)
    if (underWay === undefined ? !(await isEmptyDatabase(target)) : underWay !== move) {
      return { ok: false, refusal: 'target-not-empty' }
    }
    const sums = new Map<string, TableSum>()
    for (const table of source.tables) sums.set(table, await sumTable(source, table))
    if (underWay === undefined) await beginMove(plain, move, sums)
    const tables = await movedTables(plain)
    if (tables.length !== sums.size || tables.some(({ table, sum }) => !equal(sum, sums.get(table)))) {
      return { ok: false, refusal: 'source-changed' }
    }
    await makeTables(target, source.migrations)
    for (const moved of tables) {
      tell(moved, underWay !== undefined)
      if (!moved.done) await moveTable(db, plain, moved)
    }
    db.exec('commit')
    if (db.pragma('data_version', { simple: true }) !== version) return { ok: false, refusal: 'source-changed' }
    const differs = await firstDiffering(target, sums)
    if (differs !== undefined) return { ok: false, refusal: 'table-differs', table: differs }
    if (await isUsedByOthers(plain)) return { ok: false, refusal: 'target-in-use' }
    await endMove(plain)
    await sql`analyze`.execute(plain)
    return { ok: true, tables: sums }
  } finally {
    db.close()
  }
}

async function moveTable(db: Sqlite.Database, plain: PlainDb, { table, reached }: MovedTable): Promise<void> {
  const some = db.prepare<[number, number], StoredRow & { readonly move_rowid: number }>(
    `select rowid as move_rowid, * from "${table}" where rowid > ? order by rowid limit ?`,
  )
  const limit = isLoadedWhole(table) ? Number.MAX_SAFE_INTEGER : AT_ONCE
  for (let [after, done] = [reached, false]; !done;) {
    const rows = some.all(after, limit)
    done = rows.length < limit
    const last = rows.at(-1)?.move_rowid ?? after
    await plain.transaction().execute(async (tx) => {
      // Migrations may have put rows there; those that belong there come with the others.
      if (after === 0) await tx.deleteFrom(table).execute()
      await loadTable(
        tx,
        table,
        rows.map(({ move_rowid: _rowid, ...row }) => row),
      )
      await noteMoved(tx, table, last, done)
    })
    after = last
  }
}

async function firstDiffering(target: Storage, sums: ReadonlyMap<string, TableSum>): Promise<string | undefined> {
  return withPostgresSource(target, async (source) => {
    for (const [table, sum] of sums) if (!equal(await sumTable(source, table), sum)) return table
    return undefined
  })
}

function equal(one: TableSum, other: TableSum | undefined): boolean {
  return one.rows === other?.rows && one.checksum === other.checksum
}

/** Connections of a move that was killed last a moment longer than it; those of others stay. */
async function isUsedByOthers(plain: PlainDb): Promise<boolean> {
  const { rows } = await sql<{ others: number }>`
    select count(*) as others from pg_stat_activity
    where datname = current_database() and usename is not null and leader_pid is null
      and application_name is distinct from ${MOVE_APPLICATION}`.execute(plain)
  return (rows[0]?.others ?? 0) > 0
}
