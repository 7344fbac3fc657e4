import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sqliteFileIn } from '@dangjian/db/connection/connect'
import { examineSqliteFile } from '@dangjian/db/connection/sqlite-health'
import { temporaryFolder } from '../../harness/leave-nothing.ts'
import { startServerProcess } from '../../harness/server-process.ts'
import { signInClient } from '../../harness/client.ts'
import { startLoad } from '../kill/load.ts'
import { prepareWork } from '../kill/work.ts'
import { WriteLog, type Write } from '../kill/write-log.ts'
import { compareAgain } from './compare-again.ts'
import { sendHalves } from './half-upload.ts'
import type { SmallDisk } from './full-disk.ts'

export interface FullResult {
  readonly acknowledged: number
  /** How often each status was answered while nothing could be written. */
  readonly statuses: Readonly<Record<number, number>>
  /** Refusals without a time to try again or without the name that the client has words for. */
  readonly unexplained: readonly string[]
  /** What had to go on and did not. */
  readonly stood: readonly string[]
  /** Until saving went through again after there was room, in milliseconds. */
  readonly recovery: number
  readonly disagreements: readonly unknown[]
  readonly faults: readonly string[]
}

/** For how long nothing can be written, in milliseconds. */
const FULL_FOR = 3000

/** Fills the disk beneath a server under load, looks at what it answers, gives the room back, and compares with the log. */
export async function fillDisk(disk: SmallDisk, demo: string, plant?: 'no-reserve'): Promise<FullResult> {
  const dataDir = path.join(disk.folder, 'data')
  await cp(demo, dataDir, { recursive: true })
  const aside = await temporaryFolder('dangjian-full-')
  const log = new WriteLog(path.join(aside, 'acknowledged.jsonl'))
  const statuses: Record<number, number> = {}
  const unexplained: string[] = []
  const stood: string[] = []
  let full = false
  const watch = (answer: Response): void => {
    if (full) void judge(answer)
  }
  const server = await startServerProcess({
    dataDir,
    databaseUrl: undefined,
    env: plant ? { NODE_OPTIONS: `--import=${new URL(`plant-${plant}.ts`, import.meta.url).href}` } : {},
  })
  try {
    const work = await prepareWork(server.url, watch)
    const reader = await signInClient(server.url, 'society')
    await loadFor('before', 500)

    const halves = await sendHalves(server.url, await signInClient(server.url, 'society'), () => {
      disk.fill()
      full = true
    })
    for (const answer of halves) await judge(answer)
    const until = Date.now() + FULL_FOR
    const knocks = knock(until)
    await loadFor('full', FULL_FOR)
    await knocks
    await hold('sign-in', () => signInClient(server.url, 'learner'))

    full = false
    disk.free()
    const freed = performance.now()
    while (!(await saves())) await pause(50)
    const recovery = performance.now() - freed
    await loadFor('after', 500)
    await server.stop()
    const { faults } = examineSqliteFile(sqliteFileIn(dataDir))
    const disagreements = await compareAgain(dataDir, log, work)
    return {
      acknowledged: log.acknowledged(),
      statuses,
      unexplained,
      stood: [...new Set(stood)],
      recovery,
      disagreements,
      faults,
    }

    async function loadFor(round: string, milliseconds: number): Promise<void> {
      const load = startLoad(work, log, round)
      await pause(milliseconds)
      await load.stop()
    }

    async function saves(): Promise<boolean> {
      const id = `again.report.0.${log.writes.length}`
      const write: Write = {
        id,
        key: crypto.randomUUID(),
        kind: 'report',
        lane: 0,
        seq: log.writes.length,
        state: 'sent',
      }
      log.sent(write)
      return work.send(write).then(
        (given) => (log.acknowledge(write, given), true),
        () => false,
      )
    }

    /** Reading and health are asked for again and again while there is no room, and saving is tried. */
    async function knock(end: number): Promise<void> {
      while (Date.now() < end) {
        await hold('session', () => reader.api.access.session.query())
        await hold('healthz', () => ok(`${server.url}/healthz`))
        await hold('readyz', () => ok(`${server.url}/readyz`))
        await saves()
        await pause(100)
      }
    }
  } finally {
    await server.stop()
    log.close()
    await rm(aside, { recursive: true, force: true })
  }

  async function hold(what: string, act: () => Promise<unknown>): Promise<void> {
    await act().catch((error: unknown) => stood.push(`${what}: ${(error as Error).message.slice(0, 200)}`))
  }

  async function judge(answer: Response): Promise<void> {
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    if (answer.status < 500) return
    const text = await answer.text()
    const explained = answer.headers.has('retry-after') && text.includes('"storage-full"')
    if (!explained) unexplained.push(`${answer.status} ${new URL(answer.url).pathname}: ${text.slice(0, 200)}`)
  }
}

async function ok(url: string): Promise<void> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(String(answer.status))
}
