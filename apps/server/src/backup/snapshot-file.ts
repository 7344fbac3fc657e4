import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isRunning } from '../data-lock.ts'

const NAME = /^backup-(\d+)\.db(-journal|-wal|-shm)?$/

/** Where this process puts a database in the open for a while: beside the one that lies in the data folder anyway. */
export function snapshotFile(dataDir: string): string {
  return path.join(dataDir, `backup-${process.pid}.db`)
}

/** Removes what processes that were killed have left. */
export function forgetSnapshots(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const pid = Number(NAME.exec(name)?.[1])
    if (pid > 0 && (pid === process.pid || !isRunning(pid))) rmSync(path.join(dataDir, name), { force: true })
  }
}
