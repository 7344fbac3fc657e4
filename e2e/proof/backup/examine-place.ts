import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { verifyAudit } from '@dangjian/api/access/audit-chain'
import { connect, sqliteFileIn } from '@dangjian/db/connection/connect'
import { examineSqliteFile } from '@dangjian/db/connection/sqlite-health'
import { sumTable, withPostgresSource, withSqliteSource, type TableSource } from '@dangjian/db/connection/table-source'
import type { Place } from './operate.ts'

/** What the database says of itself, what the audit chain says, and rows whose content is not there or is other. */
export async function faultsOf(place: Place): Promise<string[]> {
  const faults = place.databaseUrl ? [] : [...examineSqliteFile(sqliteFileIn(place.dataDir)).faults]
  const storage = connect(place)
  try {
    const { broken } = await verifyAudit(storage.read)
    if (broken) faults.push(`audit chain at seal ${broken.seq}: ${broken.reason}`)
    for (const { sha256 } of await storage.read.selectFrom('file').select('sha256').distinct().execute()) {
      const content = await readFile(path.join(place.dataDir, 'files', sha256.slice(0, 2), sha256)).catch(() => null)
      const found = content && createHash('sha256').update(content).digest('hex')
      if (found !== sha256) faults.push(`content ${sha256} is ${content ? 'another' : 'missing'}`)
    }
    return faults
  } finally {
    await storage.close()
  }
}

/** Each table's count and sum, of an installation on which no server runs. */
export async function sumsOf(place: Place): Promise<Record<string, string>> {
  const sums = async (source: TableSource): Promise<Record<string, string>> => {
    const found: Record<string, string> = {}
    for (const table of source.tables) {
      const { rows, checksum } = await sumTable(source, table)
      found[table] = `${rows} ${checksum}`
    }
    return found
  }
  if (!place.databaseUrl) return withSqliteSource(sqliteFileIn(place.dataDir), sums)
  const storage = connect(place)
  return withPostgresSource(storage, sums).finally(() => storage.close())
}

/** Tables that the two do not have alike. */
export function differing(one: Record<string, string>, other: Record<string, string>): string[] {
  return Object.keys({ ...one, ...other }).filter((table) => one[table] !== other[table])
}
