import { open, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
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
import { makeBackupFolder, type BackupFolder } from './backup-folder.ts'
import { listKept } from './kept-files.ts'
import { BACKUP_FORMAT, DATABASE, tableFile, writeManifest, type Manifest } from './manifest.ts'
import { forgetSnapshots, snapshotFile } from './snapshot-file.ts'

/**
 * Takes a backup while the server may be running: the database as of one instant, then all content (which is only ever
 * added to), then the keys, and last the manifest, without which a backup counts as unfinished. With a key all of it is
 * sealed before it reaches the folder.
 */
export async function takeBackup(
  config: Config,
  into: string,
  key: Buffer | undefined,
  now: number,
): Promise<Manifest> {
  const folder = await makeBackupFolder(into, key)
  const { named, ...database } = await (config.databaseUrl ? dumpPostgres(config, folder) : snapshot(config, folder))
  for (const name of await listKept(config.dataDir)) {
    const handle = await openKept(path.join(config.dataDir, name))
    if (!handle) continue
    database.files[name] = await folder.write(name, handle.createReadStream())
  }
  await folder.finish()
  const manifest: Manifest = {
    format: BACKUP_FORMAT,
    takenAt: new Date(now).toISOString(),
    appVersion: version,
    dialect: config.databaseUrl ? 'postgres' : 'sqlite',
    keyId: folder.keyId,
    ...database,
    lacking: named.filter((name) => database.files[name]?.sha256 !== path.basename(name)),
  }
  await writeManifest(folder, manifest)
  await folder.finish()
  return manifest
}

/** Content that no row names may be cleared away meanwhile. */
async function openKept(file: string): Promise<FileHandle | undefined> {
  return open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

interface Database extends Pick<Manifest, 'migrations' | 'tables' | 'files'> {
  /** Content that the rows name. */
  readonly named: readonly string[]
}

async function snapshot(config: Config, folder: BackupFolder): Promise<Database> {
  forgetSnapshots(config.dataDir)
  const file = snapshotFile(config.dataDir)
  try {
    snapshotSqlite(sqliteFileIn(config.dataDir), file)
    const handle = await open(file)
    const files = { [DATABASE]: await folder.write(DATABASE, handle.createReadStream()) }
    return await withSqliteSource(file, async (source) => {
      const tables: Manifest['tables'] = {}
      for (const table of source.tables) tables[table] = await sumTable(source, table)
      return { migrations: [...source.migrations], tables, files, named: await namedContents(source) }
    })
  } finally {
    await rm(file, { force: true })
  }
}

/** Each table as lines of JSON: read by any program, and by either database. */
async function dumpPostgres(config: Config, folder: BackupFolder): Promise<Database> {
  const storage = connect(config)
  try {
    return await withPostgresSource(storage, async (source) => {
      const tables: Manifest['tables'] = {}
      const files: Manifest['files'] = {}
      for (const table of source.tables) {
        const summer = new TableSummer()
        files[tableFile(table)] = await folder.write(tableFile(table), linesOf(source, table, summer))
        tables[table] = summer.result
      }
      return { migrations: [...source.migrations], tables, files, named: await namedContents(source) }
    })
  } finally {
    await storage.close()
  }
}

const AT_ONCE = 64 * 1024

async function* linesOf(source: TableSource, table: string, summer: TableSummer): AsyncGenerator<Buffer> {
  let lines = ''
  for await (const row of source.rows(table)) {
    summer.add(row)
    lines += `${rowText(row)}\n`
    if (lines.length < AT_ONCE) continue
    yield Buffer.from(lines)
    lines = ''
  }
  yield Buffer.from(lines)
}

async function namedContents(source: TableSource): Promise<string[]> {
  const named = new Set<string>()
  if (!source.tables.includes('file')) return []
  for await (const { sha256 } of source.rows('file')) named.add(`files/${String(sha256).slice(0, 2)}/${String(sha256)}`)
  return [...named].toSorted()
}
