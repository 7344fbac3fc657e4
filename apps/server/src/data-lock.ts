import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeFolderNow } from './files/durable-folder.ts'

/** Another server runs on the same data folder. */
export class DataFolderInUse extends Error {}

export const LOCK = 'server.lock'

/** One server a data folder: takes the lock file, or says who holds it. A lock left by a killed process is taken over. */
export function lockDataFolder(dataDir: string): () => void {
  makeFolderNow(dataDir)
  const file = path.join(dataDir, LOCK)
  for (;;) {
    try {
      // Written aside and linked, so that nobody ever sees a lock without its holder.
      const aside = `${file}.${process.pid}`
      writeFileSync(aside, String(process.pid))
      try {
        linkSync(aside, file)
      } finally {
        rmSync(aside, { force: true })
      }
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = lockHolder(dataDir)
      if (holder !== undefined && holder !== process.pid) {
        throw new DataFolderInUse(
          `Another server (process ${holder}) runs on ${dataDir}. Stop it first, or give this one a DATA_DIR of its own.`,
        )
      }
      rmSync(file, { force: true })
    }
  }
}

/** The running process that holds a data folder. */
export function lockHolder(dataDir: string): number | undefined {
  const file = path.join(dataDir, LOCK)
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  return holder > 0 && isRunning(holder) ? holder : undefined
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
