import { copyFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { verifyAudit } from '@dangjian/api/access/audit-chain'
import { connect, sqliteFileIn } from '@dangjian/db/connection/connect'
import { examineSqliteFile } from '@dangjian/db/connection/sqlite-health'
import { newPostgresDatabase } from '@dangjian/db/testing/both-databases'
import { freePort, type TestPostgres } from '@dangjian/db/testing/embedded-postgres'
import { temporaryFolder } from '../../harness/leave-nothing.ts'
import { startServerProcess, type ServerProcess } from '../../harness/server-process.ts'
import { layDemo } from '../backup/operate.ts'
import { randomOf } from './random.ts'
import { compareWithLog, type Disagreement } from './survivors.ts'
import { startLoad, tryAgain } from './load.ts'
import { prepareWork, type Work } from './work.ts'
import { WriteLog } from './write-log.ts'

/** Faults that are planted to see that they are found. */
export type Plant =
  /** Puts SQLite's files back to what they were in the middle of the load, as a disk does that was never asked to sync. */
  | 'disk-behind'
  /** Tries again under a new idempotency key. */
  | 'key-forgotten'

export interface KillSettings {
  readonly kills: number
  readonly seed: number
  /** At most so long, in milliseconds, each load lasts before the kill; drawn by lot. */
  readonly life?: number
  /** So many writes have to be acknowledged in all: each load lasts on until its share of them is. */
  readonly writes?: number
  /** A data folder with the demo to begin with; where none is given, the server writes it. */
  readonly demo?: string
  /** The cluster to run on; the embedded database where there is none. */
  readonly postgres?: TestPostgres
  readonly plant?: Plant
  /** Told after each crash. */
  readonly onCrash?: (n: number, acknowledged: number) => void
}

export interface KillResult {
  readonly kills: number
  readonly acknowledged: number
  /** Writes whose answer never came, tried again under their own keys. */
  readonly retried: number
  /** Why the server refused what it refused; under this load it has no reason to. */
  readonly refusals: readonly string[]
  readonly disagreements: readonly Disagreement[]
  /** What the database's own examination found, and the audit chain's. */
  readonly faults: readonly string[]
  /** From the start of the process to its readiness, in milliseconds. */
  readonly restarts: readonly number[]
}

/** Kills the server (and PostgreSQL) at random moments under a load of writes, and compares what is left with what was acknowledged. */
export async function runKills(settings: KillSettings): Promise<KillResult> {
  const random = randomOf(settings.seed)
  const dataDir = await temporaryFolder('dangjian-proof-')
  const databaseUrl = settings.postgres ? await newPostgresDatabase(settings.postgres.url) : undefined
  if (settings.demo) await layDemo({ dataDir, databaseUrl }, settings.demo)
  const { life = 2000, writes = 0 } = settings
  const port = await freePort()
  const start = (): Promise<ServerProcess> => startServerProcess({ dataDir, databaseUrl, port })
  const log = new WriteLog(path.join(dataDir, 'acknowledged.jsonl'))
  const disagreements: Disagreement[] = []
  const faults: string[] = []
  const restarts: number[] = []
  let retried = 0
  let server = await start()
  try {
    const work = await prepareWork(server.url)
    for (let n = 1; n <= settings.kills; n += 1) {
      const since = log.writes.length
      const load = startLoad(work, log, `k${n}`)
      const half = (100 + random() * (life - 100)) / 2
      await pause(half)
      const behind = settings.plant === 'disk-behind' ? await copyDatabase(dataDir) : undefined
      await pause(half)
      while (log.acknowledged() < (writes * n) / settings.kills) await pause(10 + random() * 90)
      // Every third crash is the database's own: the server has to live through it.
      const database = n % 3 === 0 ? settings.postgres : undefined
      await (database ? database.crash() : server.kill())
      await load.stop()
      log.sync()
      await behind?.putBack()
      const before = performance.now()
      if (!database) server = await start()
      await ready(server.url)
      restarts.push(performance.now() - before)
      disagreements.push(...(await examined(work, log, since)))
      // On a broken database nothing more is learned by writing on.
      if (faults.length > 0) break
      retried += await tryAgain(work, log, settings.plant === 'key-forgotten')
      settings.onCrash?.(n, log.acknowledged())
    }
    disagreements.push(...(await examined(work, log, 0)))
  } finally {
    await server.stop()
    log.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return {
    kills: settings.kills,
    acknowledged: log.acknowledged(),
    retried,
    refusals: log.writes.flatMap(({ refusal }) => refusal ?? []),
    disagreements: [...new Map(disagreements.map((each) => [`${each.write} ${each.what}`, each])).values()],
    faults: [...new Set(faults)],
    restarts,
  }

  async function examined(work: Work, written: WriteLog, since: number): Promise<Disagreement[]> {
    const storage = connect({ dataDir, databaseUrl })
    try {
      if (!databaseUrl) faults.push(...examineSqliteFile(sqliteFileIn(dataDir)).faults)
      const { broken } = await verifyAudit(storage.read)
      if (broken) faults.push(`audit chain at seal ${broken.seq}: ${broken.reason}`)
      return await compareWithLog(storage.read, written, work, since)
    } catch (error) {
      faults.push(`the database could not be read: ${(error as Error).message}`)
      return []
    } finally {
      await storage.close()
    }
  }
}

async function copyDatabase(dataDir: string): Promise<{ putBack(): Promise<void> }> {
  const file = sqliteFileIn(dataDir)
  const aside = path.join(dataDir, 'behind')
  const journal = '-wal'
  await Promise.all(['', journal].map((end) => copyFile(file + end, aside + end)))
  return {
    async putBack() {
      await rm(`${file}-shm`, { force: true })
      await Promise.all(['', journal].map((end) => copyFile(aside + end, file + end)))
    },
  }
}

async function ready(url: string): Promise<void> {
  for (const until = Date.now() + 60_000; ; await pause(20)) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    if (Date.now() > until) throw new Error('The server was not ready again within a minute.')
  }
}
