import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { connect, sqliteFileIn } from '@dangjian/db/connection/connect'
import { isEmptyDatabase, loadTables, unknownMigrations } from '@dangjian/db/connection/load-tables'
import { sumTable, withPostgresSource, withSqliteSource, type TableSource } from '@dangjian/db/connection/table-source'
import type { StoredRow } from '@dangjian/db/connection/table-source'
import type { Config } from '../config.ts'
import { LOCK } from '../data-lock.ts'
import { makeFolder, syncFolder } from '../files/durable-folder.ts'
import { openBackupFolder, writeNew, type BackupFolder } from './backup-folder.ts'
import { BackupUnusable } from './backup-unusable.ts'
import { demandNoNul } from './demand-no-nul.ts'
import { DATABASE, readVerifiedManifest, tableFile, type Manifest } from './manifest.ts'
import { snapshotFile } from './snapshot-file.ts'

/** Lies in a data folder whose restore has not come to its end. */
export const UNFINISHED = 'restore.unfinished'

/**
 * Restores into an empty data folder and database, of either kind. Every file is checked before anything is written, and
 * every table's rows are counted and summed up afterwards.
 */
export async function restoreBackup(config: Config, from: string, key: Buffer | undefined): Promise<Manifest> {
  const folder = await openBackupFolder(from, key)
  const manifest = await readVerifiedManifest(folder)
  const unknown = unknownMigrations(manifest.migrations)
  if (unknown.length > 0) {
    throw new BackupUnusable('newer', { version: manifest.appVersion, migrations: unknown.join(', ') })
  }
  await demandEmpty(config)
  const mark = path.join(config.dataDir, UNFINISHED)
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  await writeFile(mark, from, { flush: true })
  for (const name of Object.keys(manifest.files)) {
    if (!/^(files|keys)\//.test(name)) continue
    const target = path.join(config.dataDir, name)
    await makeFolder(path.dirname(target))
    await bring(folder, manifest, name, target)
    await syncFolder(path.dirname(target))
  }
  await restoreDatabase(config, folder, manifest)
  await rm(mark)
  await syncFolder(config.dataDir)
  return manifest
}

async function bring(folder: BackupFolder, manifest: Manifest, name: string, target: string): Promise<void> {
  const { sha256 } = await writeNew(target, folder.read(name))
  if (sha256 !== manifest.files[name]?.sha256) throw new BackupUnusable('file-changed', { file: name })
}

async function demandEmpty(config: Config): Promise<void> {
  const there: string[] = await readdir(config.dataDir).catch(() => [])
  if (there.includes(UNFINISHED)) {
    // What an earlier restore began is its own to throw away; nothing else was ever there.
    for (const name of there) if (name !== LOCK) await rm(path.join(config.dataDir, name), { recursive: true })
  } else if (there.some((name) => name !== LOCK)) {
    throw new BackupUnusable('folder-in-use', { folder: config.dataDir })
  }
  if (!config.databaseUrl) return
  const storage = connect(config)
  try {
    if (!(await isEmptyDatabase(storage))) throw new BackupUnusable('database-not-empty')
  } finally {
    await storage.close()
  }
}

async function restoreDatabase(config: Config, folder: BackupFolder, manifest: Manifest): Promise<void> {
  if (manifest.dialect === 'sqlite' && !config.databaseUrl) {
    const target = sqliteFileIn(config.dataDir)
    await bring(folder, manifest, DATABASE, `${target}.restoring`)
    await rename(`${target}.restoring`, target)
    await syncFolder(config.dataDir)
    return withSqliteSource(target, (source) => demandEqual(source, manifest))
  }
  const storage = connect(config)
  try {
    const load = async (source: TableSource): Promise<void> => {
      if (config.databaseUrl) await demandNoNul(source)
      await loadTables(storage, source)
    }
    if (manifest.dialect === 'sqlite') {
      const snapshot = snapshotFile(config.dataDir)
      await bring(folder, manifest, DATABASE, snapshot)
      await withSqliteSource(snapshot, load)
      await rm(snapshot)
    } else await load(dumpSource(folder, manifest))
    if (config.databaseUrl) await withPostgresSource(storage, (source) => demandEqual(source, manifest))
  } finally {
    await storage.close()
  }
  if (!config.databaseUrl) {
    await withSqliteSource(sqliteFileIn(config.dataDir), (source) => demandEqual(source, manifest))
  }
}

function dumpSource(folder: BackupFolder, manifest: Manifest): TableSource {
  return {
    migrations: manifest.migrations,
    tables: Object.keys(manifest.tables),
    async *rows(table) {
      const lines = createInterface({ input: Readable.from(folder.read(tableFile(table))) })
      for await (const line of lines) if (line !== '') yield JSON.parse(line) as StoredRow
    },
  }
}

async function demandEqual(source: TableSource, manifest: Manifest): Promise<void> {
  for (const [table, expected] of Object.entries(manifest.tables)) {
    const { rows, checksum } = await sumTable(source, table)
    if (rows !== expected.rows || checksum !== expected.checksum) {
      throw new BackupUnusable('table-differs', { table })
    }
  }
}
