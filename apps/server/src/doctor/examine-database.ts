import { createReadStream, existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { DELIVERY_TRIES } from '@dangjian/api/access/deliver-outbox'
import { verifyAudit } from '@dangjian/api/access/audit-chain'
import { countOutboxEvents } from '@dangjian/db/access/outbox-store'
import { listFileContents } from '@dangjian/db/access/file-store'
import { connect, sqliteFileIn } from '@dangjian/db/connection/connect'
import { examineSqliteFile } from '@dangjian/db/connection/sqlite-health'
import type { Storage } from '@dangjian/db/connection/storage'
import { newerMigrations, pendingMigrations } from '@dangjian/db/migrations/migrate'
import { sumOf } from '../backup/backup-folder.ts'
import type { Config } from '../config.ts'
import { contentPath } from '../files/content-store.ts'
import { findOrphans } from '../files/orphan.ts'
import { describeBrokenSeal } from './broken-seal.ts'
import { counted, doubtful, well, wrong, type Finding } from './finding.ts'

const LATE_MS = 10 * 60_000

/** The database and what it refers to. `thorough` reads every file's content, else only its size is looked at. */
export async function examineDatabase(config: Config, now: number, thorough: boolean): Promise<Finding[]> {
  const findings: Finding[] = []
  if (!config.databaseUrl) {
    const file = sqliteFileIn(config.dataDir)
    if (!existsSync(file)) {
      return [
        wrong('database', `${file} does not exist.`, 'Start the server once, which makes it, or restore a backup.'),
      ]
    }
    const { version, safe, faults } = examineSqliteFile(file)
    findings.push(
      safe
        ? well('SQLite', `Version ${version}.`)
        : wrong(
            'SQLite',
            `Version ${version} can corrupt its file.`,
            'Install again, so that the bundled one is used.',
          ),
      faults.length === 0
        ? well('database', 'The file is whole.')
        : wrong(
            'database',
            `The file is damaged: ${faults.slice(0, 3).join('; ')}`,
            'Stop the server, keep the file, and restore the last backup into an empty DATA_DIR.',
          ),
    )
    if (faults.length > 0) return findings
  }
  const storage = connect(config)
  try {
    const schema = await examineSchema(storage)
    findings.push(schema)
    if (schema.state === 'wrong') return findings
    findings.push(await examineOutbox(storage, now), await examineAudit(storage))
    findings.push(...(await examineContent(storage, config.dataDir, thorough)), await examineOrphans(storage, config))
    return findings
  } catch (error) {
    findings.push(
      wrong(
        'database',
        `It does not answer: ${(error as Error).message || String(error)}.`,
        'Check DATABASE_URL, that the database server runs, and that it may be reached from here.',
      ),
    )
    return findings
  } finally {
    await storage.close()
  }
}

async function examineSchema(storage: Storage): Promise<Finding> {
  const newer = await newerMigrations(storage)
  if (newer.length > 0) {
    return wrong('tables', `A newer version made them (${newer.join(', ')}).`, 'Install that version or a newer one.')
  }
  const pending = await pendingMigrations(storage)
  return pending.length > 0
    ? wrong(
        'tables',
        `Not up to date: ${pending.join(', ')} to be run.`,
        'Take a backup, then run "dangjian migrate" or start the server.',
      )
    : well('tables', 'Up to date.')
}

async function examineOutbox(storage: Storage, now: number): Promise<Finding> {
  const { givenUp, late } = await countOutboxEvents(storage.read, { tries: DELIVERY_TRIES, before: now - LATE_MS })
  if (givenUp > 0) {
    return wrong(
      'outbox',
      `${counted(givenUp, 'event')} could not be delivered in ${DELIVERY_TRIES} tries.`,
      'Look for "outbox event not delivered" in the log; after mending its cause, set tries to 0 in outbox_event.',
    )
  }
  return late > 0
    ? doubtful(
        'outbox',
        `${counted(late, 'event')} ${late === 1 ? 'has' : 'have'} waited for more than ten minutes.`,
        'Is the server running? It delivers them by itself.',
      )
    : well('outbox', 'Nothing waits that should have been delivered.')
}

async function examineAudit(storage: Storage): Promise<Finding> {
  const { seals, entries, broken } = await verifyAudit(storage.read)
  return broken
    ? wrong(
        'audit log',
        `It ${describeBrokenSeal(broken)}.`,
        'Take a backup of it as it is, and compare that time with older backups: somebody or something changed it.',
      )
    : well('audit log', `Whole: ${counted(seals, 'seal')} over ${entries} ${entries === 1 ? 'entry' : 'entries'}.`)
}

async function examineContent(storage: Storage, dataDir: string, thorough: boolean): Promise<Finding[]> {
  const missing: string[] = []
  const damaged: string[] = []
  let count = 0
  for await (const { sha256, size, name } of listFileContents(storage.read)) {
    count += 1
    const file = contentPath(dataDir, sha256)
    const found = await stat(file).catch(() => undefined)
    const label = `“${name}” (${path.relative(dataDir, file)})`
    if (!found) missing.push(label)
    else if (found.size !== size || (thorough && (await sumOf(createReadStream(file))).sha256 !== sha256))
      damaged.push(label)
  }
  if (missing.length + damaged.length === 0) {
    return [
      well('files', `${counted(count, 'content')}, ${thorough ? 'each read and whole' : 'each there with its size'}.`),
    ]
  }
  const mend =
    'Copy these files from the last backup to the same place (an encrypted one is restored into an empty folder first); their name is the SHA-256 of their content.'
  return [
    ...(missing.length > 0 ? [wrong('files', `Missing: ${few(missing)}`, mend)] : []),
    ...(damaged.length > 0 ? [wrong('files', `Damaged: ${few(damaged)}`, mend)] : []),
  ]
}

const MIB = 1024 * 1024
const DAY_MS = 24 * 3_600_000

async function examineOrphans(storage: Storage, { dataDir, orphanGraceMs }: Config): Promise<Finding> {
  const { orphans, named } = await findOrphans(dataDir, storage.read)
  if (orphans.length === 0) return well('leftovers', 'No content lies on disk that nothing names.')
  const size = (orphans.reduce((sum, each) => sum + each.size, 0) / MIB).toFixed(1)
  const says = `${counted(orphans.length, 'content')} (${size} MiB) ${orphans.length === 1 ? 'lies' : 'lie'} on disk that nothing names`
  return named === 0
    ? doubtful('leftovers', `${says}, and none that something does.`, 'Is this the database that belongs to DATA_DIR?')
    : well('leftovers', `${says}; the server removes each after ${orphanGraceMs / DAY_MS} days.`)
}

function few(labels: readonly string[]): string {
  const rest = labels.length - 10
  return labels.slice(0, 10).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
