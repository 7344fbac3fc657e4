import { sql } from 'kysely'
import type { PlainDb } from './load-tables.ts'
import type { TableSum } from './table-source.ts'

/** How far a table has come that is being moved, kept in the database it is moved to. */
export interface MovedTable {
  readonly table: string
  /** The last row of the embedded database that is there. */
  readonly reached: number
  readonly done: boolean
  readonly sum: TableSum
}

const PROGRESS = 'dangjian_move'

/** Says whose move is under way in this database, if any is. */
export async function moveUnderWay(db: PlainDb): Promise<string | undefined> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass(${PROGRESS}) is not null as found`.execute(db)
  if (!rows[0]?.found) return undefined
  const moves = await sql<{ move: string }>`select distinct move from ${sql.table(PROGRESS)}`.execute(db)
  return moves.rows[0]?.move
}

/** Begins a move of these tables, all of it or none. */
export async function beginMove(db: PlainDb, move: string, sums: ReadonlyMap<string, TableSum>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`create table ${sql.table(PROGRESS)} (
      name text primary key, move text not null, reached bigint not null, done integer not null,
      rows bigint not null, checksum text not null)`.execute(tx)
    for (const [name, { rows, checksum }] of sums) {
      await tx.insertInto(PROGRESS).values({ name, move, reached: 0, done: 0, rows, checksum }).execute()
    }
  })
}

export async function movedTables(db: PlainDb): Promise<MovedTable[]> {
  const { rows } = await sql<{ name: string; reached: number; done: number; rows: number; checksum: string }>`
    select name, reached, done, rows, checksum from ${sql.table(PROGRESS)} order by name`.execute(db)
  return rows.map((row) => ({
    table: row.name,
    reached: row.reached,
    done: row.done === 1,
    sum: { rows: row.rows, checksum: row.checksum },
  }))
}

export async function noteMoved(tx: PlainDb, table: string, reached: number, done: boolean): Promise<void> {
  await sql`update ${sql.table(PROGRESS)} set reached = ${reached}, done = ${done ? 1 : 0} where name = ${table}`.execute(
    tx,
  )
}

export async function endMove(db: PlainDb): Promise<void> {
  await sql`drop table ${sql.table(PROGRESS)}`.execute(db)
}
