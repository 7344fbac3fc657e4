import { existsSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { temporaryFolder } from '../../harness/leave-nothing.ts'
import { startServerProcess } from '../../harness/server-process.ts'
import { startLoad } from '../kill/load.ts'
import { prepareWork } from '../kill/work.ts'
import type { WorkedOn } from '../kill/survivors.ts'
import { WriteLog, type Write } from '../kill/write-log.ts'
import { readCalls, recorder, type SystemCall } from './system-calls.ts'

/** Faults that are planted to see that they are found. */
export type Plant =
  /** SQLite as better-sqlite3 opens it by itself: synchronous = NORMAL. */
  | 'normal'
  /** Files and their folders are never synced. */
  | 'unsynced-files'

/** A server's whole life under load, and what its client knows of it. */
export interface Recording {
  readonly dataDir: string
  /** The data folder as it was, all of it on disk. */
  readonly before: string
  readonly calls: readonly SystemCall[]
  readonly work: WorkedOn
  readonly writes: readonly Write[]
  /** From here to there the load was on. */
  readonly loadFrom: number
  readonly loadTo: number
  forget(): Promise<void>
}

/** In memory where there is such a folder: the disk is the recorder's, and thousands of states are written. */
export const workPlace = (): Promise<string> =>
  temporaryFolder('dangjian-power-', existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir())

export interface RecordSettings {
  /** The data folder that is begun with; an empty one, as on the first day, where none is given. */
  readonly demo?: string
  /** For how long there is load. */
  readonly milliseconds: number
  readonly plant?: Plant
}

/** Runs the real server on a copy of a data folder under strace, lets many write to it, and stops it. */
export async function record({ demo, milliseconds, plant }: RecordSettings): Promise<Recording> {
  const folder = await workPlace()
  const [dataDir, before, traced] = ['data', 'before', 'trace'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ]
  await mkdir(traced)
  for (const copy of [dataDir, before]) await (demo ? cp(demo, copy, { recursive: true }) : mkdir(copy))
  const server = await startServerProcess({
    dataDir,
    databaseUrl: undefined,
    under: recorder(traced),
    env: {
      ...(demo ? {} : { DEMO: '0' }),
      ...(plant ? { NODE_OPTIONS: `--import=${new URL(`plant-${plant}.ts`, import.meta.url).href}` } : {}),
    },
  })
  const log = new WriteLog(path.join(folder, 'acknowledged.jsonl'))
  try {
    const work = demo ? await prepareWork(server.url) : undefined
    const loadFrom = Date.now()
    const load = work && startLoad(work, log, 'k1')
    await pause(milliseconds)
    await load?.stop()
    log.sync()
    const loadTo = Date.now()
    await server.stop()
    const calls = await readCalls(traced)
    await rm(traced, { recursive: true })
    return {
      ...{ dataDir, before, calls, writes: log.writes, loadFrom, loadTo },
      work: work ?? {
        attemptId: '',
        enrolmentId: '',
        lessonIds: [],
        readFile: () => Promise.reject(new Error('nothing')),
      },
      forget: () => rm(folder, { recursive: true, force: true }),
    }
  } finally {
    await server.stop()
    log.close()
  }
}
