import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config.ts'

/** Lies in a data folder whose move to PostgreSQL has begun, and by the other name when it has come to its end. */
export const MOVING = 'move.unfinished'
export const MOVED = 'move.done'

/** Why the server must not start on this database: half of a move, or what was moved away from. */
export function moveHindrance({ dataDir, databaseUrl }: Config): string | undefined {
  if (databaseUrl && existsSync(path.join(dataDir, MOVING))) {
    return 'The move to PostgreSQL has not come to its end. Run "npm run dangjian -- move-to-postgres" again, or unset DATABASE_URL to stay with SQLite.'
  }
  if (!databaseUrl && existsSync(path.join(dataDir, MOVED))) {
    return `This installation was moved to PostgreSQL: set DATABASE_URL. To go back to what it was before the move, delete ${path.join(dataDir, MOVED)}.`
  }
  return undefined
}
