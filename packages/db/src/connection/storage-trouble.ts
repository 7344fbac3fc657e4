/** Why a database could not answer, where that is not the question's fault: it is out of reach, or its disk is full. */
export type StorageTrouble = 'storage-away' | 'storage-full'

/** PostgreSQL's classes for a lost connection and for a server that is stopping, starting or out of connections. */
const AWAY = /^(08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|SQLITE_BUSY.*)$/
const FULL = /^(53100|SQLITE_FULL|ENOSPC)$/
/** What `pg` says without a code when its connection ends beneath it. */
const ENDED = /^(Connection terminated|Client has encountered a connection error)/

/** Tells the state of the database from a mistake in what it was asked. Null for a mistake. */
export function storageTroubleOf(error: unknown): StorageTrouble | null {
  if (!(error instanceof Error)) return null
  const code = String((error as { code?: unknown }).code ?? '')
  if (FULL.test(code)) return 'storage-full'
  if (AWAY.test(code) || ENDED.test(error.message)) return 'storage-away'
  return null
}
