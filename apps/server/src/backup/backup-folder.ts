import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { syncFolder } from '../files/durable-folder.ts'
import { BackupUnusable } from './backup-unusable.ts'
import { fileSeal, keyIdOf, seal, unseal } from './seal.ts'

export interface FileSum {
  readonly size: number
  readonly sha256: string
}

/** The folder that a backup lies in, in the open or sealed. Sums are always those of the content, not of its seal. */
export interface BackupFolder {
  readonly path: string
  readonly keyId: string | null
  /** Where a file of the backup lies, within the folder. */
  locate(name: string): string
  /** Writes a new file; on disk when this answers, its name once `finish` has. */
  write(name: string, content: AsyncIterable<Buffer>): Promise<FileSum>
  read(name: string): AsyncIterable<Buffer>
  finish(): Promise<void>
}

/** Lies in the open in a sealed backup: what its keys are derived with, beside the operator's. */
const HEADER = 'sealed.json'

/** A new backup's folder, sealed where there is a key. */
export async function makeBackupFolder(folder: string, key: Buffer | undefined): Promise<BackupFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new BackupUnusable('folder-not-empty', { folder })
  if (!key) return plainFolder(folder)
  const header = headerText(keyIdOf(key), randomBytes(32).toString('hex'))
  await writeFile(path.join(folder, HEADER), header, { flag: 'wx', mode: 0o600, flush: true })
  return sealedFolder(folder, key, header)
}

/** The folder of a backup that was taken. A key opens sealed ones alone: else whoever can write there could exchange one. */
export async function openBackupFolder(folder: string, key: Buffer | undefined): Promise<BackupFolder> {
  const header = await readFile(path.join(folder, HEADER), 'utf8').catch(() => undefined)
  if (header === undefined) {
    if (!key) return plainFolder(folder)
    const there: string[] = await readdir(folder).catch(() => [])
    throw there.includes('manifest.json')
      ? new BackupUnusable('plain-with-key')
      : new BackupUnusable('unfinished', { folder, file: HEADER })
  }
  const [, keyId, salt] = /"keyId":"([0-9a-f]{16})","salt":"([0-9a-f]{64})"/.exec(header) ?? []
  if (!keyId || !salt || header !== headerText(keyId, salt)) throw new BackupUnusable('seal-damaged', { file: HEADER })
  if (!key) throw new BackupUnusable('sealed-without-key', { keyId })
  const given = keyIdOf(key)
  if (keyId !== given) throw new BackupUnusable('sealed-with-another-key', { keyId, given, file: HEADER })
  return sealedFolder(folder, key, header)
}

const headerText = (keyId: string, salt: string): string =>
  `${JSON.stringify({ format: 1, cipher: 'aes-256-gcm', keyId, salt })}\n`

function plainFolder(folder: string): BackupFolder {
  const locate = (name: string): string => name
  return { ...filesIn(folder, locate), path: folder, keyId: null, locate }
}

function sealedFolder(folder: string, key: Buffer, header: string): BackupFolder {
  const sealOf = (name: string) => fileSeal(key, header, name)
  const locate = (name: string): string => {
    const { alias } = sealOf(name)
    return `sealed/${alias.slice(0, 2)}/${alias}`
  }
  const files = filesIn(folder, locate)
  return {
    ...{ path: folder, keyId: keyIdOf(key), locate, finish: files.finish },
    async write(name, content) {
      const sum = summer()
      await files.write(name, seal(sum.passing(content), sealOf(name).key))
      return sum.result()
    },
    read: (name) => unseal(files.read(name), sealOf(name).key),
  }
}

function filesIn(folder: string, locate: (name: string) => string): Pick<BackupFolder, 'write' | 'read' | 'finish'> {
  const made = new Set([folder])
  return {
    async write(name, content) {
      const file = path.join(folder, locate(name))
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
      for (let each = path.dirname(file); each !== folder; each = path.dirname(each)) made.add(each)
      return writeNew(file, content)
    },
    read: (name) => createReadStream(path.join(folder, locate(name)), { highWaterMark: 256 * 1024 }),
    async finish() {
      for (const each of made) await syncFolder(each)
    },
  }
}

/** Writes a new file, on disk when this answers, and says what was written. */
export async function writeNew(file: string, content: AsyncIterable<Buffer>): Promise<FileSum> {
  const sum = summer()
  const written = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
  await pipeline(Readable.from(sum.passing(content)), written)
  return sum.result()
}

export async function sumOf(content: AsyncIterable<Buffer>): Promise<FileSum> {
  const sum = summer()
  for await (const bytes of sum.passing(content)) void bytes
  return sum.result()
}

function summer(): { passing(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer>; result(): FileSum } {
  const hash = createHash('sha256')
  let size = 0
  return {
    async *passing(content) {
      for await (const bytes of content) {
        hash.update(bytes)
        size += bytes.byteLength
        yield bytes
      }
    },
    result: () => ({ size, sha256: hash.digest('hex') }),
  }
}
