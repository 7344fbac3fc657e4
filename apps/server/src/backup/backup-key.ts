import { readFileSync } from 'node:fs'
import path from 'node:path'
import { BackupUnusable } from './backup-unusable.ts'

/** The operator's key that seals backups, where the environment gives one. It lies outside the data folder, which it is there to bring back. */
export function readBackupKey(env: Readonly<Record<string, string | undefined>>, folder: string): Buffer | undefined {
  if (env.BACKUP_KEY && env.BACKUP_KEY_FILE) throw new BackupUnusable('two-keys')
  if (env.BACKUP_KEY) return parse(env.BACKUP_KEY, 'BACKUP_KEY')
  if (!env.BACKUP_KEY_FILE) return undefined
  const file = path.resolve(folder, env.BACKUP_KEY_FILE)
  return parse(read(file), file)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new BackupUnusable('key-unreadable', { file })
  }
}

function parse(text: string, source: string): Buffer {
  const digits = text.trim()
  if (!/^[0-9a-f]{64}$/i.test(digits)) throw new BackupUnusable('key-malformed', { source })
  return Buffer.from(digits, 'hex')
}
