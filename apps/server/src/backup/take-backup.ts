import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { connect, sqliteFileIn } from '@dangjian/db/connection/connect'
import {
  rowText,
  snapshotSqlite,
  sumTable,
  TableSummer,
  withPostgresSource,
  withSqliteSource,
  type TableSource,
} from '@dangjian/db/connection/table-source'
import type { Config } from '../config.ts'
import { version } from '../version.ts'
import { syncFolder } from '../files/durable-folder.ts'
import { copyFile, listKept } from './copy-file.ts'
import { BACKUP_FORMAT, BackupUnusable, fileSum, writeManifest, type Manifest } from './manifest.ts'

export interface TakenBackup {
  readonly manifest: Manifest
  /** Content that was damaged in the data folder already. */
  readonly damaged: readonly string[]
}

/**
 * Takes a backup while the server may be running: the database as of one instant, then all content (which is only ever
 * added to), then the keys, and last the manifest, without which a backup counts as unfinished.
 */
export async function takeBackup(config: Config, folder: string, now: number): Promise<TakenBackup> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) {
    throw new BackupUnusable(`${folder} is not empty; name a new folder for each backup.`)
  }
  const database = config.databaseUrl ? await dumpPostgres(config, folder) : await snapshot(config, folder)
  const damaged: string[] = []
  for (const name of await listKept(config.dataDir)) {
    const copied = await copyFile(path.join(config.dataDir, name), path.join(folder, name))
    database.files[name] = copied
    if (name.startsWith('files/') && path.basename(name) !== copied.sha256) damaged.push(name)
  }
  const manifest: Manifest = {
    format: BACKUP_FORMAT,
    takenAt: new Date(now).toISOString(),
    appVersion: version,
    dialect: config.databaseUrl ? 'postgres' : 'sqlite',
    ...database,
  }
  await writeManifest(folder, manifest)
  await syncFolder(folder)
  return { manifest, damaged }
}

type Database = Pick<Manifest, 'migrations' | 'tables' | 'files'>

async function snapshot(config: Config, folder: string): Promise<Database> {
  const file = path.join(folder, 'database.db')
  snapshotSqlite(sqliteFileIn(config.dataDir), file)
  const handle = await open(file, 'r+')
  await handle.chmod(0o600)
  await handle.sync()
  await handle.close()
  return withSqliteSource(file, async (source) => {
    const tables: Manifest['tables'] = {}
    for (const table of source.tables) tables[table] = await sumTable(source, table)
    return { migrations: [...source.migrations], tables, files: { 'database.db': await fileSum(file) } }
  })
}

/** Each table as lines of JSON: read by any program, and by either database. */
async function dumpPostgres(config: Config, folder: string): Promise<Database> {
  const storage = connect(config)
  try {
    return await withPostgresSource(storage, async (source) => {
      const tables: Manifest['tables'] = {}
      const files: Manifest['files'] = {}
      await mkdir(path.join(folder, 'tables'), { mode: 0o700 })
      for (const table of source.tables) {
        const name = `tables/${table}.jsonl`
        const summer = new TableSummer()
        const file = path.join(folder, name)
        const written = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
        await pipeline(Readable.from(linesOf(source, table, summer)), written)
        tables[table] = summer.result
        files[name] = await fileSum(file)
      }
      return { migrations: [...source.migrations], tables, files }
    })
  } finally {
    await storage.close()
  }
}

async function* linesOf(source: TableSource, table: string, summer: TableSummer): AsyncGenerator<string> {
  for await (const row of source.rows(table)) {
    summer.add(row)
    yield `${rowText(row)}\n`
  }
}
