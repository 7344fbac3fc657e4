import { readFileSync } from 'node:fs'
import { cp, rm, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import path from 'node:path'
import { sealAudit } from '@dangjian/api/access/audit-chain'
import { connect } from '@dangjian/db/connection/connect'
import type { Db } from '@dangjian/db/database'
import { writeDemo } from '../../harness/demo.ts'
import { cacheFolder } from '../../harness/folders.ts'
import { temporaryFolder } from '../../harness/leave-nothing.ts'
import { startServerProcess } from '../../harness/server-process.ts'
import { signInClient } from '../../harness/client.ts'
import { fill, FULL_SIZE } from './fill.ts'
import { enterLearners } from './learners.ts'
import { Instrument } from './server-load.ts'

export const LEARNERS = 500
/** How many rows a list's page has, and the page far down that is asked for: the last one where there are fewer. */
export const PAGE_ROWS = 50
const FAR_PAGE = 2_000
const COOKIE = '__Host-dangjian'

export interface InstallationSettings {
  readonly people: number
  readonly seed: number
  /** A folder with the demo to begin with; where none is given, it is written. */
  readonly demo?: string
  /** A fault that is planted to see that it shows: the list of people has no index. */
  readonly withoutIndex?: boolean | undefined
  /** Files of this folder that are loaded into the server before all else; the first answers as its instrument. */
  readonly preloads: readonly string[]
  /** Where a preload changes modules of ours. */
  readonly fromSources?: boolean
}

/** A server on a folder of its own that holds an association's people and a year of their records. */
export interface Installation {
  readonly url: string
  readonly pid: number
  readonly folder: string
  readonly instrument: Instrument
  /** Of its second start on this folder, in milliseconds. */
  readonly readyAfter: number
  readonly associationId: string
  /** Where the page far down the list of people begins. */
  readonly farPage: string
  readonly learners: readonly string[]
  /** Cookies of those who look at the console. */
  readonly society: string
  readonly leader: string
  close(): Promise<void>
}

export async function openInstallation(settings: InstallationSettings, say: (text: string) => void) {
  const { people, demo, preloads, fromSources = false } = settings
  say('Writing the demo …')
  const folder = demo ? await temporaryFolder('dangjian-bench-') : await writeDemo()
  if (demo) await cp(demo, folder, { recursive: true })
  const forget = () => rm(folder, { recursive: true, force: true })
  try {
    say(`Filling up to ${people} people …`)
    const { tokens, farPage } = await fillFolder(folder, settings)
    const answers = path.join(folder, 'instrument.jsonl')
    await writeFile(answers, '')
    const imports = preloads.map((name) => `--import=${addressOf(name)}`)
    const env = {
      NODE_OPTIONS: imports.join(' '),
      INSTRUMENT_FILE: answers,
      // As `npm start` starts it: Node keeps what it has compiled, and the second start reads it.
      NODE_COMPILE_CACHE: path.join(cacheFolder, 'node'),
    }
    const start = () => startServerProcess({ dataDir: folder, databaseUrl: undefined, env, fromSources })
    say('Starting twice …')
    await (await start()).stop()
    const begun = performance.now()
    const server = await start()
    const readyAfter = performance.now() - begun
    const { url, pid } = server
    const society = await signInClient(url, 'society')
    const leader = await signInClient(url, 'leader')
    const session = await leader.api.access.session.query()
    const associationId = session.signedIn ? session.grants[0]?.unitId : undefined
    if (!associationId) throw new Error('The demo account "leader" acts for no unit.')
    const installation: Installation = {
      ...{ url, pid, folder, readyAfter, associationId, farPage },
      instrument: new Instrument(pid, answers),
      learners: tokens.map((token) => `${COOKIE}=${token}`),
      society: society.headers['cookie'] ?? '',
      leader: leader.headers['cookie'] ?? '',
      close: () => server.stop().then(forget),
    }
    return installation
  } catch (error) {
    await forget()
    throw error
  }
}

/**
 * Where the server loads a preload from. What imports only of Node is given without its types: what Node takes them out
 * with would be counted as the server's memory.
 */
function addressOf(name: string): string {
  const file = new URL(name, import.meta.url)
  const source = readFileSync(file, 'utf8')
  const imported = [...source.matchAll(/from '([^']+)'/g)]
  if (imported.some(([, from]) => !from?.startsWith('node:'))) return file.href
  return `data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(source))}`
}

async function fillFolder(dataDir: string, { people, seed, withoutIndex }: InstallationSettings) {
  const storage = connect({ dataDir })
  try {
    const share = people / FULL_SIZE.people
    const units = Math.round(FULL_SIZE.units * share)
    const courses = Math.round(FULL_SIZE.courses * Math.max(1, share))
    await fill(storage.maintenance, { people, units, courses: Math.min(courses, people) }, seed)
    if (withoutIndex) await storage.maintenance.schema.dropIndex('person_pinyin').execute()
    await sealAudit(storage, Date.now())
    const tokens = await enterLearners(storage.maintenance, LEARNERS)
    return { tokens, farPage: await findFarPage(storage.read) }
  } finally {
    await storage.close()
  }
}

/** Where a page begins far down the list, as the page before it would have said. */
async function findFarPage(db: Db): Promise<string> {
  const { n } = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  const page = Math.min(FAR_PAGE, Math.floor(Number(n) / PAGE_ROWS))
  const last = await db
    .selectFrom('person')
    .select(['namePinyin', 'id'])
    .orderBy('namePinyin')
    .orderBy('id')
    .offset((page - 1) * PAGE_ROWS - 1)
    .limit(1)
    .executeTakeFirstOrThrow()
  return JSON.stringify([last.namePinyin, last.id])
}
