import { createHash } from 'node:crypto'
import { z } from 'zod'
import { sumOf, type BackupFolder } from './backup-folder.ts'
import { BackupUnusable } from './backup-unusable.ts'
import { KEPT } from './kept-files.ts'
import { Unsealable } from './seal.ts'

export const BACKUP_FORMAT = 3
export const DATABASE = 'database.db'
const MANIFEST = 'manifest.json'
const SUM = 'manifest.sha256'

export const tableFile = (table: string): string => `tables/${table}.jsonl`
/** What a backup can hold. A manifest in the open is anybody's, so no name of it may lead elsewhere. */
const FileName = z.string().regex(new RegExp(`^(${DATABASE.replace('.', '\\.')}|tables/\\w+\\.jsonl|${KEPT.source})$`))

/** What a backup holds, and how to tell whether it still does. */
export const Manifest = z.strictObject({
  format: z.int().min(1).max(BACKUP_FORMAT),
  takenAt: z.iso.datetime(),
  appVersion: z.string(),
  dialect: z.enum(['sqlite', 'postgres']),
  /** Of the key that it is sealed with; null in the open. */
  keyId: z.string().nullable().default(null),
  /** Names of the migrations that made the tables: the version of the schema. */
  migrations: z.array(z.string()),
  tables: z.record(z.string().regex(/^\w+$/), z.strictObject({ rows: z.int(), checksum: z.string() })),
  /** Every file of the backup but the manifest itself. */
  files: z.record(FileName, z.strictObject({ size: z.int(), sha256: z.string() })),
  /** Contents that rows name and that were missing or damaged when it was taken. Forms before 3 do not tell. */
  lacking: z.array(FileName).optional(),
})
export type Manifest = z.infer<typeof Manifest>

/** Written last: without it a backup counts as unfinished. */
export async function writeManifest(folder: BackupFolder, manifest: Manifest): Promise<void> {
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  await folder.write(MANIFEST, once(text))
  await folder.write(SUM, once(sumLine(text)))
}

/** Reads the manifest and checks every file against it; whatever differs is named. */
export async function readVerifiedManifest(folder: BackupFolder): Promise<Manifest> {
  const text = await whole(folder, MANIFEST)
  if (!(await whole(folder, SUM)).equals(sumLine(text))) {
    throw new BackupUnusable('manifest-damaged', { file: `${MANIFEST} (${SUM})` })
  }
  const parsed = Manifest.safeParse(JSON.parse(text.toString()))
  if (!parsed.success) throw new BackupUnusable('manifest-unknown', { file: MANIFEST })
  const damaged: string[] = []
  for (const [name, { size, sha256 }] of Object.entries(parsed.data.files)) {
    const found = await sumOf(folder.read(name)).catch(unlessUnreadable)
    if (found?.size !== size || found.sha256 !== sha256) damaged.push(name)
  }
  if (damaged.length > 0) throw new BackupUnusable('damaged', { files: `\n  ${damaged.join('\n  ')}` })
  return parsed.data
}

async function whole(folder: BackupFolder, name: string): Promise<Buffer> {
  try {
    const parts: Buffer[] = []
    for await (const bytes of folder.read(name)) parts.push(bytes)
    return Buffer.concat(parts)
  } catch (error) {
    if (error instanceof Unsealable) throw new BackupUnusable('manifest-damaged', { file: named(folder, name) })
    if (!isMissing(error)) throw error
    throw new BackupUnusable('unfinished', { folder: folder.path, file: named(folder, name) })
  }
}

const named = (folder: BackupFolder, name: string): string =>
  folder.locate(name) === name ? name : `${name} (${folder.locate(name)})`

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

function unlessUnreadable(error: unknown): undefined {
  if (!(error instanceof Unsealable) && !isMissing(error)) throw error
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

function sumLine(text: Buffer): Buffer {
  return Buffer.from(`${createHash('sha256').update(text).digest('hex')}\n`)
}
