import fs from 'node:fs/promises'
import path from 'node:path'
import { verifyAudit } from '@dangjian/api/access/audit-chain'
import { findFile } from '@dangjian/db/access/file-store'
import { connect, sqliteFileIn } from '@dangjian/db/connection/connect'
import { examineSqliteFile } from '@dangjian/db/connection/sqlite-health'
import type { Storage } from '@dangjian/db/connection/storage'
import type { FileId } from '@dangjian/domain/access'
import { compareWithLog, type Disagreement } from '../kill/survivors.ts'
import type { Write } from '../kill/write-log.ts'
import type { Recording } from './recording.ts'

/** What is wrong with a data folder that a power cut left. */
export interface Damage {
  readonly lost: readonly Disagreement[]
  readonly faults: readonly string[]
}

/** Opens the folder as the server does, has the database examine itself, and looks for all that was acknowledged by then. */
export async function examineImage(dataDir: string, recording: Recording, at: number): Promise<Damage> {
  const writes = recording.writes.map((write): Write => {
    const known = write.acknowledgedAt !== undefined && write.acknowledgedAt <= at
    return write.state === 'acknowledged' && !known ? { ...write, state: 'sent' } : write
  })
  try {
    const storage = connect({ dataDir })
    try {
      const faults = [...examineSqliteFile(sqliteFileIn(dataDir)).faults]
      if (at >= recording.loadFrom) faults.push(...(await missingOfStart(dataDir, storage, recording)))
      const readFile = async (id: string): Promise<string> => {
        const file = await findFile(storage.read, id as FileId)
        if (!file) throw new Error(`No file has the id ${id}.`)
        return fs.readFile(path.join(dataDir, 'files', file.sha256.slice(0, 2), file.sha256), 'utf8')
      }
      const lost = await compareWithLog(storage.read, { writes }, { ...recording.work, readFile }, 0)
      return { lost, faults }
    } finally {
      await storage.close()
    }
  } catch (error) {
    return { lost: [], faults: [`the database could not be read: ${(error as Error).message}`] }
  }
}

/** Once it served, the server has tables, a whole audit chain and its keys. */
async function missingOfStart(dataDir: string, storage: Storage, recording: Recording): Promise<string[]> {
  const { broken } = await verifyAudit(storage.read)
  const missing = broken ? [`audit chain at seal ${broken.seq}: ${broken.reason}`] : []
  for (const name of await fs.readdir(path.join(recording.dataDir, 'keys'))) {
    const [kept, left] = await Promise.all(
      [recording.dataDir, dataDir].map((folder) => fs.readFile(path.join(folder, 'keys', name)).catch(() => null)),
    )
    if (!kept || !left?.equals(kept)) missing.push(`the key ${name} is gone`)
  }
  return missing
}
