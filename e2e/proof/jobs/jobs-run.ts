import { spawn } from 'node:child_process'
import { cp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { copyPostgresDatabase, newPostgresDatabase } from '@dangjian/db/testing/both-databases'
import type { TestPostgres } from '@dangjian/db/testing/embedded-postgres'
import { cacheFolder, root } from '../../harness/folders.ts'
import { endWithUs, temporaryFolder } from '../../harness/leave-nothing.ts'
import { differing, faultsOf } from '../backup/examine-place.ts'
import { layDemo, type Place } from '../backup/operate.ts'
import { prepareJobs } from './prepare-jobs.ts'
import { sumsOf, takePicture } from './picture.ts'

/** Faults that are planted to see that they are found. */
export type Plant =
  /** Each statement stands for itself. */
  | 'no-transactions'
  /** What is sent again goes under another idempotency key. */
  | 'keys-forgotten'

export interface JobsSettings {
  /** A data folder with the demo to begin with; where none is given, the server writes it. */
  readonly demo?: string | undefined
  /** The cluster to run on; the embedded database where there is none. */
  readonly postgres?: TestPostgres | undefined
}

/** Work that was done once without interruption, to be done again with one. */
export interface UndisturbedJobs {
  /** That the work hands to the database: those that write, begin and end. */
  readonly statements: number
  /** Tables that it changes: what is compared has to be there. */
  readonly changed: readonly string[]
  readonly faults: readonly string[]
  /** Does it anew, is killed at the statement of that number or text and started again; answers in what it ended otherwise. */
  killAt(
    statement: number | string,
    plant?: Plant,
  ): Promise<{ otherwise: readonly string[]; faults: readonly string[] }>
  forget(): Promise<void>
}

/** Prepares the work and does it without interruption. */
export async function doJobs({ demo, postgres }: JobsSettings): Promise<UndisturbedJobs> {
  const folder = await temporaryFolder('dangjian-jobs-')
  const forget = () => rm(folder, { recursive: true, force: true })
  try {
    const origin: Place = {
      dataDir: path.join(folder, 'origin'),
      databaseUrl: postgres && (await newPostgresDatabase(postgres.url)),
    }
    if (demo) await layDemo(origin, demo)
    const workFile = path.join(folder, 'work.json')
    await writeFile(workFile, JSON.stringify(await prepareJobs(origin)))
    const copies = copiesOf(origin, path.join(folder, 'copy'))
    const before = await takePicture(origin)

    const undisturbed = await copies.next()
    const { code, statements, said } = await live(undisturbed, workFile)
    if (code !== 0) throw new Error(`The work did not come to its end:\n${said}`)
    const wanted = sumsOf(await takePicture(undisturbed), before)
    return {
      statements,
      changed: differing(sumsOf(before, before), wanted),
      faults: await faultsOf(undisturbed),
      async killAt(statement, plant) {
        const place = await copies.next()
        const killed = await live(place, workFile, { killAt: statement, plant })
        if (killed.code !== null) throw new Error(`It was not killed at statement ${statement}:\n${killed.said}`)
        const again = await live(place, workFile, { plant })
        const ended = again.code === 0
        const otherwise = ended
          ? differing(wanted, sumsOf(await takePicture(place), before))
          : ['did not come to its end']
        return { otherwise, faults: await faultsOf(place) }
      },
      forget,
    }
  } catch (error) {
    await forget()
    throw error
  }
}

/** Copies of an installation on which nobody works; each takes the place of the one before. */
function copiesOf(origin: Place, dataDir: string): { next(): Promise<Place> } {
  return {
    async next() {
      await rm(dataDir, { recursive: true, force: true })
      // With their times: how long a content has belonged to nobody counts.
      await cp(origin.dataDir, dataDir, { recursive: true, preserveTimestamps: true })
      return { dataDir, databaseUrl: origin.databaseUrl && (await copyPostgresDatabase(origin.databaseUrl)) }
    },
  }
}

interface Life {
  /** Null where it was killed. */
  readonly code: number | null
  readonly statements: number
  readonly said: string
}

/** One life of the process that does the work, to its end or to the statement that it is killed at. */
function live(
  { dataDir, databaseUrl }: Place,
  workFile: string,
  { killAt = 0, plant }: { killAt?: number | string; plant?: Plant | undefined } = {},
): Promise<Life> {
  const { DATABASE_URL: _url, ...inherited } = process.env
  const preloads = [...(plant === 'no-transactions' ? ['planted-no-transactions'] : []), 'planted-kill']
  const child = spawn(process.execPath, [path.join(root, 'apps/server/src/testing/jobs-process.ts')], {
    env: {
      ...inherited,
      NODE_OPTIONS: preloads.map((name) => `--import=${testingFile(name)}`).join(' '),
      NODE_COMPILE_CACHE: path.join(cacheFolder, 'node'),
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      WORK_FILE: workFile,
      KILL_AT: String(killAt),
      ...(plant === 'keys-forgotten' ? { KEYS_FORGOTTEN: '1' } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  endWithUs(child)
  let [out, said] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, statements: Number(out), said }))
  })
}

const { resolve } = createRequire(import.meta.url)
const testingFile = (name: string): string => pathToFileURL(resolve(`@dangjian/db/testing/${name}`)).href
