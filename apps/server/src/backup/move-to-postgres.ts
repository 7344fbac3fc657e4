import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sqliteFileIn } from '@dangjian/db/connection/connect'
import { unknownMigrations } from '@dangjian/db/connection/load-tables'
import { MOVE_APPLICATION, moveTables, type MoveOutcome } from '@dangjian/db/connection/move-tables'
import { connectPostgres } from '@dangjian/db/connection/postgres'
import { examineSqliteFile } from '@dangjian/db/connection/sqlite-health'
import { withSqliteSource } from '@dangjian/db/connection/table-source'
import type { Config } from '../config.ts'
import { syncFolder } from '../files/durable-folder.ts'
import { BackupUnusable } from './backup-unusable.ts'
import { demandNoNul } from './demand-no-nul.ts'
import { MOVED, MOVING } from './move-mark.ts'

type Moved = Extract<MoveOutcome, { ok: true }>['tables']

/** Moves the embedded database of a data folder on which no server runs to the PostgreSQL that DATABASE_URL names. */
export async function moveToPostgres(config: Config, say: (line: string) => void): Promise<Moved> {
  const { dataDir, databaseUrl } = config
  if (!databaseUrl) throw new BackupUnusable('move-nowhere')
  const file = sqliteFileIn(dataDir)
  if (existsSync(path.join(dataDir, MOVED))) throw new BackupUnusable('moved-already', { file: MOVED })
  if (!existsSync(file)) throw new BackupUnusable('move-nothing', { folder: dataDir })
  await demandMovable(file)
  const mark = path.join(dataDir, MOVING)
  const target = connectPostgres(
    `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}application_name=${MOVE_APPLICATION}`,
  )
  try {
    const move = await moveOf(mark)
    const outcome = await moveTables(file, target, move, ({ table, reached, done, sum }, resumed) => {
      const there = done ? ', there already' : resumed && reached > 0 ? ', going on' : ''
      say(`${table}: ${sum.rows} rows${there}`)
    })
    if (!outcome.ok) throw new BackupUnusable(outcome.refusal, { table: outcome.table ?? '', file: MOVING })
    await rename(mark, path.join(dataDir, MOVED))
    await syncFolder(dataDir)
    return outcome.tables
  } finally {
    await target.close()
  }
}

async function demandMovable(file: string): Promise<void> {
  const { faults } = examineSqliteFile(file)
  if (faults.length > 0) throw new BackupUnusable('move-damaged', { faults: faults.join('; ') })
  await withSqliteSource(file, async (source) => {
    const unknown = unknownMigrations(source.migrations)
    if (unknown.length > 0) throw new BackupUnusable('move-newer', { migrations: unknown.join(', ') })
    await demandNoNul(source)
  })
}

/** A move that was interrupted goes on under its own name. */
async function moveOf(mark: string): Promise<string> {
  const begun = await readFile(mark, 'utf8').catch(() => undefined)
  if (begun !== undefined) return begun
  const move = randomUUID()
  await writeFile(mark, move, { mode: 0o600, flush: true })
  await syncFolder(path.dirname(mark))
  return move
}
