import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'

const SIZE = 16 * 1024 * 1024
/** With less than this the next few saves fail. */
const LEAST = 4 * 1024 * 1024
const LOOK_EVERY_MS = 500

export interface Reserve {
  /** Whether there is room for more than signing in. */
  readonly roomLeft: () => boolean
  stop(): void
}

/**
 * A file that is there to be deleted when the disk is full: then people can still sign in and read, and an operator can
 * look, while saving is refused. It comes back, and saving with it, when there is room again.
 */
export function openReserve(dataDir: string): Reserve {
  const file = path.join(dataDir, 'reserve')
  let held = existsSync(file)
  const look = (): void => {
    try {
      const { bavail, bsize } = statfsSync(dataDir)
      const free = bavail * bsize
      if (held && free < LEAST) {
        held = false
        rmSync(file, { force: true })
      } else if (!held && free > 2 * SIZE) {
        // Not zeros: some file systems keep those without room.
        writeFileSync(file, randomBytes(SIZE))
        held = true
      }
    } catch {
      // A disk that cannot be asked, or that filled up meanwhile: the database says so itself.
    }
  }
  look()
  const timer = setInterval(look, LOOK_EVERY_MS).unref()
  return { roomLeft: () => held, stop: () => clearInterval(timer) }
}
