import { connect } from '@dangjian/db/connection/connect'
import { startServerProcess } from '../../harness/server-process.ts'
import { signInClient } from '../../harness/client.ts'
import { compareWithLog, type Disagreement } from '../kill/survivors.ts'
import type { Work } from '../kill/work.ts'
import type { WriteLog } from '../kill/write-log.ts'

/** Starts a server that has seen nothing of what happened, and compares what it has with what was acknowledged. */
export async function compareAgain(dataDir: string, log: WriteLog, work: Work): Promise<Disagreement[]> {
  const server = await startServerProcess({ dataDir, databaseUrl: undefined })
  const storage = connect({ dataDir })
  try {
    const { download } = await signInClient(server.url, 'society')
    return await compareWithLog(storage.read, log, { ...work, readFile: download }, 0)
  } finally {
    await storage.close()
    await server.stop()
  }
}
