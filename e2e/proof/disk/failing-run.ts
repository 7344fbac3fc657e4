import { spawn } from 'node:child_process'
import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { temporaryFolder } from '../../harness/leave-nothing.ts'
import { startServerProcess } from '../../harness/server-process.ts'
import { startLoad } from '../kill/load.ts'
import { prepareWork } from '../kill/work.ts'
import { WriteLog } from '../kill/write-log.ts'
import { compareAgain } from './compare-again.ts'

export interface FailingResult {
  readonly code: number | null
  readonly said: string
  readonly acknowledged: number
  /** What was acknowledged after the disk had begun to fail. */
  readonly acknowledgedAfter: number
  readonly disagreements: readonly unknown[]
}

/** Lets every sync of a server under load fail, as a dying disk does; then starts it again on a disk that works. */
export async function failSyncs(demo: string): Promise<FailingResult> {
  const folder = await temporaryFolder('dangjian-failing-')
  const dataDir = path.join(folder, 'data')
  await cp(demo, dataDir, { recursive: true })
  const log = new WriteLog(path.join(folder, 'acknowledged.jsonl'))
  const server = await startServerProcess({ dataDir, databaseUrl: undefined })
  try {
    const work = await prepareWork(server.url)
    const load = startLoad(work, log, 'failing')
    await pause(500)
    const inject = 'inject=fsync,fdatasync:error=EIO'
    const strace = spawn('strace', ['-f', '-qqq', '-o', '/dev/null', '-e', inject, '-p', String(server.pid)])
    // It has taken hold when the first sync has failed, of which the server dies.
    const code = await server.ended
    const acknowledged = log.acknowledged()
    await load.stop()
    strace.kill()
    const acknowledgedAfter = log.acknowledged() - acknowledged
    const disagreements = await compareAgain(dataDir, log, work)
    return { code, said: server.said().trim(), acknowledged, acknowledgedAfter, disagreements }
  } finally {
    await server.kill()
    log.close()
    await rm(folder, { recursive: true, force: true })
  }
}
