import { UnsafeSqlite } from '@dangjian/db/connection/sqlite-version'
import { DatabaseIsNewer } from '@dangjian/db/migrations/migrate'
import { ConfigError } from './config.ts'
import { DataFolderInUse } from './data-lock.ts'

/** What to say to an operator about something that keeps the program from running; undefined for what nobody foresaw. */
export function sentenceFor(error: unknown): string | undefined {
  if ([ConfigError, DataFolderInUse, DatabaseIsNewer, UnsafeSqlite].some((known) => error instanceof known)) {
    return (error as Error).message
  }
  const { code, path, message, port } = error as NodeJS.ErrnoException & { port?: number }
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Choose another one, e.g. PORT=${port === 8081 ? 8082 : 8081} npm start`
    case 'EADDRNOTAVAIL':
      return 'HOST is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY_DIRECTORY':
      return `DATA_DIR cannot be written to (${code}${path ? `, ${path}` : ''}). Name a folder that the user running this may write to.`
    case 'ENOENT':
      return path
        ? `${path} does not exist and cannot be made. Set DATA_DIR to a folder that can be written to.`
        : undefined
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return 'The disk is full. Free some room on the disk of DATA_DIR, then try again.'
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return 'The database file in DATA_DIR is damaged or no database. Keep it, and restore the last backup into an empty DATA_DIR.'
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return `PostgreSQL does not answer at DATABASE_URL (${code}). Check the address, and that it runs.`
    case '28P01':
    case '28000':
    case '3D000':
      return `PostgreSQL refuses DATABASE_URL: ${message}. Check user, password and database name.`
    default:
      return undefined
  }
}
