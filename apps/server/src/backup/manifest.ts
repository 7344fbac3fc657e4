import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

export const BACKUP_FORMAT = 1
const MANIFEST = 'manifest.json'
const SEAL = 'manifest.sha256'

/** What a backup holds, and how to tell whether it still does. */
export const Manifest = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  takenAt: z.iso.datetime(),
  appVersion: z.string(),
  dialect: z.enum(['sqlite', 'postgres']),
  /** Names of the migrations that made the tables: the version of the schema. */
  migrations: z.array(z.string()),
  tables: z.record(z.string(), z.strictObject({ rows: z.int(), checksum: z.string() })),
  /** Every file of the backup but the manifest itself, by its path within it. */
  files: z.record(z.string(), z.strictObject({ size: z.int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>

/** A backup cannot be used: the message says what is wrong with it. */
export class BackupUnusable extends Error {}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  await writeFile(path.join(folder, MANIFEST), text, { flush: true })
  await writeFile(path.join(folder, SEAL), `${sha256Of(text)}\n`, { flush: true })
}

/** Reads the manifest and checks every file against it; whatever differs is named. */
export async function readVerifiedManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => undefined)
  const seal = await readFile(path.join(folder, SEAL), 'utf8').catch(() => undefined)
  if (text === undefined || seal === undefined) {
    throw new BackupUnusable(
      `${folder} holds no finished backup (${MANIFEST} or ${SEAL} is missing); name a folder that "dangjian backup" filled.`,
    )
  }
  if (sha256Of(text) !== seal.trim()) {
    throw new BackupUnusable(`${MANIFEST} is damaged: it does not match ${SEAL}. Use another backup.`)
  }
  const parsed = Manifest.safeParse(JSON.parse(text))
  if (!parsed.success) throw new BackupUnusable(`${MANIFEST} is of a form that this version does not read.`)
  const damaged: string[] = []
  for (const [name, { size, sha256 }] of Object.entries(parsed.data.files)) {
    const found = await fileSum(path.join(folder, name)).catch(() => undefined)
    if (!found) damaged.push(`${name} is missing`)
    else if (found.size !== size || found.sha256 !== sha256) damaged.push(`${name} is damaged`)
  }
  if (damaged.length > 0) {
    throw new BackupUnusable(`The backup does not hold; nothing was restored:\n  ${damaged.join('\n  ')}`)
  }
  return parsed.data
}

export async function fileSum(file: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.byteLength
  }
  return { size, sha256: hash.digest('hex') }
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
