import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connect, sqliteFileIn } from '@dangjian/db/connection/connect'
import { newPostgresDatabase } from '@dangjian/db/testing/both-databases'
import type { TestPostgres } from '@dangjian/db/testing/embedded-postgres'
import { temporaryFolder } from '../../harness/leave-nothing.ts'
import { startServerProcess } from '../../harness/server-process.ts'
import { signInClient } from '../../harness/client.ts'
import { startLoad } from '../kill/load.ts'
import { randomOf } from '../kill/random.ts'
import { compareWithLog, type Disagreement } from '../kill/survivors.ts'
import { prepareWork, type Work } from '../kill/work.ts'
import { WriteLog, type Write } from '../kill/write-log.ts'
import { differing, faultsOf, sumsOf } from './examine-place.ts'
import { flipBytes, type Flips } from './flip-bytes.ts'
import { layDemo, succeed, type Place } from './operate.ts'

/** Faults that are planted to see that they are found. */
export type Plant =
  /** In place of the backup's database, a bare copy of the file that was being written to. */
  | 'file-copied'
  /** The byte that should have been changed is not. */
  | 'byte-spared'

export interface BackupSettings {
  readonly seed: number
  readonly sealed: boolean
  /** How many bytes are changed, one at a time. */
  readonly flips: number
  /** For how long there are writes before the backup begins, in milliseconds. */
  readonly before: number
  readonly demo?: string
  /** The cluster to run on; the embedded database where there is none. */
  readonly postgres?: TestPostgres
  readonly plants?: readonly Plant[]
}

export interface BackupResult {
  readonly acknowledgedBefore: number
  readonly acknowledgedMeanwhile: number
  /** Between what was acknowledged before the backup began and what was restored. */
  readonly disagreements: readonly Disagreement[]
  readonly faults: readonly string[]
  /** Tables that a backup of a server at rest did not bring back as they were. */
  readonly differing: readonly string[]
  readonly tables: number
  readonly signedIn: number
  readonly signedOut: readonly string[]
  readonly flips: Flips
  /** In milliseconds. */
  readonly backup: number
  readonly restore: number
  readonly saves: { readonly before: readonly number[]; readonly meanwhile: readonly number[] }
}

/** Takes a backup of a server that is being written to, restores it elsewhere, and compares that with what was acknowledged. */
export async function runBackup(settings: BackupSettings): Promise<BackupResult> {
  const random = randomOf(settings.seed)
  const folder = await temporaryFolder('dangjian-proof-')
  const key = settings.sealed ? randomBytes(32).toString('hex') : undefined
  const newPlace = async (name: string): Promise<Place> => ({
    dataDir: path.join(folder, name),
    databaseUrl: settings.postgres ? await newPostgresDatabase(settings.postgres.url) : undefined,
  })
  const log = new WriteLog(path.join(folder, 'acknowledged.jsonl'))
  try {
    const origin = await newPlace('origin')
    await (settings.demo ? layDemo(origin, settings.demo) : mkdir(origin.dataDir, { recursive: true }))
    const [taken, atRest, bare] = ['taken', 'at-rest', 'bare'].map((name) => path.join(folder, name))
    if (!taken || !atRest || !bare) throw new Error('Three folders were named.')

    const server = await startServerProcess(origin)
    const saves: { at: number; took: number }[] = []
    let work: Work
    let begun: number
    let ended: number
    let known: Set<string>
    try {
      work = await prepareWork(server.url)
      const load = startLoad(timed(work, saves), log, 'b')
      await pause(settings.before / 2)
      // Taken this early it lacks what is acknowledged after it, wherever SQLite had put what came before.
      if (settings.plants?.includes('file-copied')) await copyFile(sqliteFileIn(origin.dataDir), bare)
      await pause(settings.before / 2)
      known = new Set(log.writes.filter(({ state }) => state === 'acknowledged').map(({ id }) => id))
      begun = Date.now()
      await succeed(origin, ['backup', taken], key)
      ended = Date.now()
      await load.stop()
    } finally {
      await server.stop()
    }

    await succeed(origin, ['backup', atRest], key)
    const second = await newPlace('second')
    await succeed(second, ['restore', atRest], key)
    const [live, back] = [await sumsOf(origin), await sumsOf(second)]

    const restored = await newPlace('restored')
    const restoring = performance.now()
    await succeed(restored, ['restore', taken], key)
    const restore = performance.now() - restoring
    if (settings.plants?.includes('file-copied')) await copyFile(bare, sqliteFileIn(restored.dataDir))
    const faults = await faultsOf(restored)
    const spared = settings.plants?.includes('byte-spared') ?? false
    const flips = await flipBytes(taken, key, { count: settings.flips, random, spared })
    const during = (from: number, to: number): number[] =>
      saves.filter(({ at, took }) => at + took >= from && at < to).map(({ took }) => took)
    const meanwhile = log.writes.filter(({ acknowledgedAt: at }) => at !== undefined && at > begun && at < ended)
    return {
      acknowledgedBefore: known.size,
      acknowledgedMeanwhile: meanwhile.length,
      faults,
      differing: differing(live, back),
      tables: Object.keys(live).length,
      flips,
      backup: ended - begun,
      restore,
      saves: { before: during(0, begun), meanwhile: during(begun, ended) },
      ...(await lookAround(restored, work, log.writes, known)),
    }
  } finally {
    log.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whoever writes, how long it takes is noted. */
function timed(work: Work, saves: { at: number; took: number }[]): Work {
  return {
    ...work,
    async send(write) {
      const [at, from] = [Date.now(), performance.now()]
      const given = await work.send(write)
      saves.push({ at, took: performance.now() - from })
      return given
    },
  }
}

/** Serves what was restored: everyone signs in, files come back, and rows are those that were acknowledged. */
async function lookAround(
  restored: Place,
  work: Work,
  writes: readonly Write[],
  known: ReadonlySet<string>,
): Promise<Pick<BackupResult, 'disagreements' | 'signedIn' | 'signedOut'>> {
  const server = await startServerProcess(restored)
  try {
    const answer = await fetch(`${server.url}/trpc/access.session`, { headers: { 'x-dangjian': '1' } })
    const session = (await answer.json()) as { result: { data: { demo: { accounts: { username: string }[] } } } }
    const everyone = session.result.data.demo.accounts.map(({ username }) => username)
    const signedOut: string[] = []
    for (const username of everyone) {
      await signInClient(server.url, username).catch((error: Error) => signedOut.push(error.message))
    }
    const society = await signInClient(server.url, 'society')
    const storage = connect(restored)
    try {
      // What was acknowledged after the backup began may be in it or not, like what nobody answered.
      const seen = writes.map((write) =>
        write.state === 'acknowledged' && !known.has(write.id) ? { ...write, state: 'sent' as const } : write,
      )
      const worked = { ...work, readFile: (fileId: string) => society.download(fileId) }
      const disagreements = await compareWithLog(storage.read, { writes: seen }, worked, 0)
      return { disagreements, signedIn: everyone.length - signedOut.length, signedOut }
    } finally {
      await storage.close()
    }
  } finally {
    await server.stop()
  }
}
