import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { connect, sqliteFileIn } from '@dangjian/db/connection/connect'
import { isEmptyDatabase, loadTables, unknownMigrations } from '@dangjian/db/connection/load-tables'
import { sumTable, withPostgresSource, withSqliteSource, type TableSource } from '@dangjian/db/connection/table-source'
import type { StoredRow } from '@dangjian/db/connection/table-source'
import type { Config } from '../config.ts'
import { LOCK } from '../data-lock.ts'
import { syncFolder } from '../files/durable-folder.ts'
import { copyFile } from './copy-file.ts'
import { BackupUnusable, readVerifiedManifest, type Manifest } from './manifest.ts'

/** Lies in a data folder whose restore has not come to its end. */
export const UNFINISHED = 'restore.unfinished'

/**
 * Restores into an empty data folder and database, of either kind. Every file is checked before anything is written, and
 * every table's rows are counted and summed up afterwards.
 */
export async function restoreBackup(config: Config, folder: string): Promise<Manifest> {
  const manifest = await readVerifiedManifest(folder)
  const unknown = unknownMigrations(manifest.migrations)
  if (unknown.length > 0) {
    throw new BackupUnusable(
      `The backup was taken by a newer version (${manifest.appVersion}; its tables know ${unknown.join(', ')}). Install that version or a newer one, then restore.`,
    )
  }
  await demandEmpty(config)
  const mark = path.join(config.dataDir, UNFINISHED)
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  await writeFile(mark, folder, { flush: true })
  for (const name of Object.keys(manifest.files)) {
    if (!/^(files|keys)\//.test(name)) continue
    const target = path.join(config.dataDir, name)
    const copied = await copyFile(path.join(folder, name), target)
    if (copied.sha256 !== manifest.files[name]?.sha256) throw new BackupUnusable(`${name} changed while it was copied.`)
    await syncFolder(path.dirname(target))
  }
  await restoreDatabase(config, folder, manifest)
  await rm(mark)
  await syncFolder(config.dataDir)
  return manifest
}

async function demandEmpty(config: Config): Promise<void> {
  const there: string[] = await readdir(config.dataDir).catch(() => [])
  if (there.includes(UNFINISHED)) {
    // What an earlier restore began is its own to throw away; nothing else was ever there.
    for (const name of there) if (name !== LOCK) await rm(path.join(config.dataDir, name), { recursive: true })
  } else if (there.some((name) => name !== LOCK)) {
    throw new BackupUnusable(`${config.dataDir} is not empty; name an empty DATA_DIR to restore into.`)
  }
  if (!config.databaseUrl) return
  const storage = connect(config)
  try {
    if (!(await isEmptyDatabase(storage))) {
      throw new BackupUnusable('The database that DATABASE_URL names is not empty; make a new one to restore into.')
    }
  } finally {
    await storage.close()
  }
}

async function restoreDatabase(config: Config, folder: string, manifest: Manifest): Promise<void> {
  const snapshot = path.join(folder, 'database.db')
  if (manifest.dialect === 'sqlite' && !config.databaseUrl) {
    const target = sqliteFileIn(config.dataDir)
    await copyFile(snapshot, `${target}.restoring`)
    await rename(`${target}.restoring`, target)
    await syncFolder(config.dataDir)
    return withSqliteSource(target, (source) => demandEqual(source, manifest))
  }
  const storage = connect(config)
  try {
    const load = (source: TableSource): Promise<void> => loadTables(storage, source)
    if (manifest.dialect === 'sqlite') await withSqliteSource(snapshot, load)
    else await load(dumpSource(folder, manifest))
    if (config.databaseUrl) await withPostgresSource(storage, (source) => demandEqual(source, manifest))
  } finally {
    await storage.close()
  }
  if (!config.databaseUrl) {
    await withSqliteSource(sqliteFileIn(config.dataDir), (source) => demandEqual(source, manifest))
  }
}

function dumpSource(folder: string, manifest: Manifest): TableSource {
  return {
    migrations: manifest.migrations,
    tables: Object.keys(manifest.tables),
    async *rows(table) {
      const lines = createInterface({ input: createReadStream(path.join(folder, 'tables', `${table}.jsonl`)) })
      for await (const line of lines) if (line !== '') yield JSON.parse(line) as StoredRow
    },
  }
}

async function demandEqual(source: TableSource, manifest: Manifest): Promise<void> {
  for (const [table, expected] of Object.entries(manifest.tables)) {
    const found = await sumTable(source, table)
    if (found.rows !== expected.rows || found.checksum !== expected.checksum) {
      throw new BackupUnusable(
        `Table ${table} was not restored as it was: ${found.rows} rows instead of ${expected.rows}, or other content.`,
      )
    }
  }
}
