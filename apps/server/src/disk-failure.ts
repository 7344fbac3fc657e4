import type { Storage } from '@dangjian/db/connection/storage'

/** SQLite was told by the disk that something cannot be written, read or synced. */
const FAILED = /^SQLITE_IOERR/

/**
 * A disk that failed a sync may afterwards say that all is well and have kept nothing: asking again proves nothing. So the
 * process ends, nobody is answered, and the next start reads what is really there.
 */
export function endingOnDiskFailure(storage: Storage, end: (error: Error) => void): Storage {
  return {
    ...storage,
    transact: (work) =>
      storage.transact(work).catch((error: unknown) => {
        if (!FAILED.test(String((error as { code?: unknown }).code))) throw error
        end(error as Error)
        return new Promise<never>(() => undefined)
      }),
  }
}

/** Says why, and ends at once. */
export function endProcess(error: Error): void {
  const { code } = error as NodeJS.ErrnoException
  process.stderr.write(
    `The disk of DATA_DIR fails (${code}). Nothing more is accepted. Look at the disk, run "npm run dangjian -- doctor", and start again.\n`,
  )
  process.exit(1)
}
