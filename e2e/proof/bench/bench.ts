import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { connect } from '@dangjian/db/connection/connect'
import { rateRawWrites } from '@dangjian/db/testing/raw-writes'
import { buildDoors } from '../../harness/build-doors.ts'
import { startServerProcess, type ServerProcess } from '../../harness/server-process.ts'
import { printFigures, type Figure } from '../figure.ts'
import { signInClient, type Client } from '../kill/client.ts'
import { driveBareHttp } from './beside.ts'
import { drive, Line, type Driven } from './drive.ts'
import { fill, FULL_SIZE } from './fill.ts'
import { enterLearners } from './learners.ts'
import { visitPages, type PageVisit } from './page-requests.ts'
import { enrol, publishQuiz, saveAnswer, sitQuiz, startAttempt } from './quiz.ts'
import { memoryMiB, processorMs } from './server-load.ts'

/**
 * `npm run bench -- [--people 100000] [--seconds 5] [--concurrent 1,10,50] [--only panorama] [--seed 1]`: how fast the
 * built product is with an association's people and a year of records, beside raw better-sqlite3 and a bare HTTP server
 * in the same run. Server and load share the machine, as its processors' figures say.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: String(FULL_SIZE.people) },
    seconds: { type: 'string', default: '5' },
    concurrent: { type: 'string', default: '1,10,50' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
})
const seed = Number(values.seed)
const seconds = Number(values.seconds)
const people = Number(values.people)
const LEARNERS = 500
/** Looked for in turn: some are there, one is not. */
const NAMES = ['王安', '李嘉宁', '怡', '孙明', '沈清', '不在册']
const COOKIE = '__Host-dangjian'

const say = (text: string): void => void process.stderr.write(`${text}\n`)

interface Path {
  readonly name: string
  /** Done a second at ten at once. */
  readonly target: number
  readonly once: (line: Line) => (lane: number, n: number) => Promise<unknown>
}

await buildDoors()
const dataDir = await mkdtemp(path.join(os.tmpdir(), 'dangjian-bench-'))
let server: ServerProcess | undefined
try {
  const figures = await bench(dataDir)
  process.exitCode = printFigures({ proof: 'bench', seed, database: 'sqlite' }, figures) ? 0 : 1
} finally {
  await server?.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function bench(folder: string): Promise<Figure[]> {
  say('Writing the demo …')
  await (await startServerProcess({ dataDir: folder, databaseUrl: undefined })).stop()
  say(`Filling up to ${people} people …`)
  const times = people / FULL_SIZE.people
  const storage = connect({ dataDir: folder })
  const size = { ...FULL_SIZE, people, units: Math.round(FULL_SIZE.units * times) }
  await fill(storage.maintenance, size, seed)
  const tokens = await enterLearners(storage.maintenance, LEARNERS)
  await storage.close()

  const begun = performance.now()
  server = await startServerProcess({ dataDir: folder, databaseUrl: undefined })
  const readyAfter = performance.now() - begun
  const { url, pid } = server
  const cookies = tokens.map((token) => `${COOKIE}=${token}`)
  const cookie = (n: number): string => cookies[n % cookies.length] ?? ''
  const { visits, society, leader, associationId } = await recordPages(url)
  const quiz = await publishQuiz(url)
  const once = new Line(url, 20)
  const enrolments: string[] = []
  for (const each of cookies) enrolments.push(await enrol(once, quiz, each))
  const attempts: { id: string; cookie: string }[] = []
  for (let n = LEARNERS - 50; n < LEARNERS; n += 1) {
    attempts.push({ id: await startAttempt(once, quiz, enrolments[n] ?? '', cookie(n)), cookie: cookie(n) })
  }
  once.close()

  const replay = (name: string, who: (lane: number) => string) => (line: Line) => async (lane: number) => {
    for (const { path: asked, headers } of visits[name]?.warm ?? []) {
      await line.send(asked, { ...headers, cookie: who(lane) })
    }
  }
  let turn = 0
  const paths: Path[] = [
    { name: 'course page', target: 1300, once: replay('course', cookie) },
    { name: 'cadre’s home', target: 1500, once: replay('home', cookie) },
    { name: 'society’s task list', target: 1500, once: replay('tasks', () => society) },
    { name: 'panorama', target: 1500, once: replay('panorama', () => leader) },
    {
      name: 'whole quiz attempt',
      target: 430,
      once: (line) => () => {
        const n = (turn += 1) % (LEARNERS - 50)
        return sitQuiz(line, quiz, enrolments[n] ?? '', cookie(n))
      },
    },
    {
      name: 'durable single save',
      target: 0,
      once: (line) => async (lane, n) => {
        const attempt = attempts[lane]
        if (attempt) await saveAnswer(line, attempt.id, n % 5, (turn += 1), attempt.cookie)
      },
    },
    {
      name: 'people by Chinese name',
      target: 0,
      once: (line) => (lane, n) =>
        line.call(
          'organisation.listPeople',
          { unitId: associationId, search: NAMES[(lane + n) % NAMES.length] },
          leader,
        ),
    },
  ]
  const figures: Figure[] = []
  const add = (figure: string, value: number, target: string, pass: boolean): void => {
    figures.push({ figure, value: Math.round(value * 10) / 10, target, pass })
  }
  for (const concurrent of values.concurrent.split(',').map(Number)) {
    const bare = await driveBareHttp(concurrent, Math.min(2, seconds))
    add(`bare HTTP server, a second at ${concurrent}`, bare.rate, 'beside', true)
    const raw = rateRawWrites(await mkdtemp(path.join(folder, 'raw-')), concurrent, Math.min(2, seconds))
    add(`raw better-sqlite3 writes, a second at ${concurrent}`, raw, 'beside', true)
    for (const each of paths.filter(({ name }) => !values.only || name.includes(values.only))) {
      const line = new Line(url, concurrent)
      await drive(concurrent, 1, each.once(line))
      const before = processorMs(pid)
      const driven = await drive(concurrent, seconds, each.once(line))
      const used = (processorMs(pid) - before) / (seconds * 1000)
      line.close()
      report(each, concurrent, driven, used, raw, add)
    }
  }
  const memory = memoryMiB(pid)
  add('memory after all of it, MiB', memory.now, 'at most 200', memory.now <= 200)
  add('ready after a warm start, ms', readyAfter, 'at most 1000', readyAfter <= 1000)
  for (const [name, { first }] of Object.entries(visits)) {
    if (name !== 'course') continue
    add(`first visit to a ${name} page, KB`, first.bytes / 1000, 'at most 240', first.bytes <= 240_000)
    add(`first visit to a ${name} page, requests`, first.requests, 'at most 15', first.requests <= 15)
  }
  return figures
}

function report(
  { name, target }: Path,
  concurrent: number,
  driven: Driven,
  used: number,
  raw: number,
  add: (figure: string, value: number, target: string, pass: boolean) => void,
): void {
  const at = `${name}, at ${concurrent}`
  const rated = concurrent === 10
  const least = name === 'durable single save' ? raw / 2 : target
  add(
    `${at}: a second`,
    driven.rate,
    rated && least > 0 ? `at least ${Math.round(least)}` : 'as it comes',
    !rated || driven.rate >= least,
  )
  add(`${at}: p50, ms`, driven.p50, 'as it comes', true)
  add(`${at}: p95, ms`, driven.p95, 'as it comes', true)
  const bound = name === 'panorama' && rated ? 50 : name === 'people by Chinese name' && rated ? 100 : undefined
  add(`${at}: p99, ms`, driven.p99, bound ? `at most ${bound}` : 'as it comes', !bound || driven.p99 <= bound)
  add(`${at}: processors of the server`, used, 'as it comes', true)
  add(`${at}: errors`, driven.errors.length, '0', driven.errors.length === 0)
  if (driven.errors[0]) say(`${at}: ${driven.errors[0]}`)
}

/** Opens the four pages in a browser and signs in those who look at the console. */
async function recordPages(url: string) {
  const society = await signInClient(url, 'society')
  const leader = await signInClient(url, 'leader')
  const session = await leader.api.access.session.query()
  const associationId = session.signedIn ? session.grants[0]?.unitId : undefined
  if (!associationId) throw new Error('The demo account "leader" acts for no unit.')
  const { rows } = await society.api.training.listOpenCourses.query({ limit: 1 })
  const who: Record<string, string> = { tasks: 'society', panorama: 'leader' }
  const visits: Record<string, PageVisit> = await visitPages(url, (name) => who[name] ?? 'learner', {
    course: `/courses/${rows[0]?.courseId}`,
    home: '/',
    tasks: '/admin/tasks/assignments',
    panorama: '/admin/panorama',
  })
  for (const [name, { warm }] of Object.entries(visits)) {
    say(`${name}: ${warm.map(({ path: asked }) => asked.split('?')[0]).join(' ')}`)
  }
  return { visits, society: cookieOf(society), leader: cookieOf(leader), associationId }
}

function cookieOf({ headers }: Client): string {
  return headers['cookie'] ?? ''
}
