import { DEMO_PASSWORD } from '../../harness/sign-in.ts'
import { among } from '../among.ts'
import { Line } from './drive.ts'
import { LEARNERS, type Installation } from './installation.ts'
import { visitPages, type PageVisit } from './page-requests.ts'
import { enrol, publishQuiz, saveAnswer, sitQuiz, startAttempt } from './quiz.ts'

/** One way through the product that is gone again and again. Its bounds hold at ten at once. */
export interface Path {
  readonly name: string
  /** Done a second at least, where a rate is asked for; `raw` are better-sqlite3's own writes a second. */
  readonly atLeast?: (raw: number) => number
  /** At most so many milliseconds at p99. */
  readonly within?: number
  /** Whether what it answers grows as the records do: a sum, or all who bear a name. Anything else costs the same among ten times as many. */
  readonly grows?: true
  readonly once: (line: Line) => (lane: number, n: number) => Promise<unknown>
}

const pages = ['course page', 'cadre’s home', 'society’s task list', 'panorama'] as const
type Page = (typeof pages)[number]
const isPage = (name: string): name is Page => (pages as readonly string[]).includes(name)
const quizNames = ['whole quiz attempt', 'durable single save'] as const
const listNames = [
  'people by Chinese name',
  'people by a part of their name',
  'people, filtered',
  'people, page 1 of the list by pinyin',
  'people, a page far down the list by pinyin',
  'people, how many in all',
] as const
/** All paths there are, in the order in which they are gone. */
export const pathNames: readonly string[] = [...pages, ...quizNames, 'sign-in', ...listNames]
/** Those who sit a quiz to its end; the others' attempts stay open for single saves. */
const SITTERS = LEARNERS - 50
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦']
const GIVEN = [...'安博辰丹恩帆格涵嘉可岚明宁培清睿书天婉昕怡泽']
/** Names that are there and names that are not, each asked for once: an answer that was kept would show nothing. */
function nameToFind(n: number): string {
  const given = Math.floor(n / SURNAMES.length)
  return among(SURNAMES, n) + among(GIVEN, given) + among(GIVEN, Math.floor(given / GIVEN.length))
}
const LIST_WITHIN = 100

/** The paths whose name `chosen` takes, made ready to be gone. `visits` are of the pages among them, in a browser. */
export async function preparePaths(
  installation: Installation,
  chosen: (name: string) => boolean,
): Promise<{ paths: Path[]; visits: Partial<Record<Page, PageVisit>> }> {
  const { url, farPage, learners, society, leader, associationId } = installation
  const cookie = (n: number): string => among(learners, n)
  const visits = await visitChosen(url, society, chosen)
  const replay = (name: Page, who: (lane: number) => string) => (line: Line) => async (lane: number) => {
    for (const { path: asked, headers } of visits[name]?.warm ?? []) {
      await line.send(asked, { ...headers, cookie: who(lane) })
    }
  }
  const asked = (procedure: string, input: (n: number) => object) => (line: Line) => (lane: number, n: number) =>
    line.call(`organisation.${procedure}`, { unitId: associationId, ...input(lane + n) }, leader)
  const list = (input: (n: number) => object) => ({ within: LIST_WITHIN, once: asked('listPeople', input) })
  let found = 0
  const people: Path[] = [
    { name: listNames[0], grows: true, ...list(() => ({ search: nameToFind((found += 1)) })) },
    { name: listNames[1], ...list((n) => ({ search: among(GIVEN, n) })) },
    { name: listNames[2], ...list(() => ({ memberStatus: 'full' })) },
    { name: listNames[3], ...list(() => ({})) },
    { name: listNames[4], ...list(() => ({ cursor: farPage })) },
    { name: listNames[5], grows: true, within: LIST_WITHIN, once: asked('countPeople', () => ({})) },
  ]
  const all: Path[] = [
    { name: 'course page', atLeast: () => 1300, once: replay('course page', cookie) },
    { name: 'cadre’s home', atLeast: () => 1500, once: replay('cadre’s home', cookie) },
    { name: 'society’s task list', atLeast: () => 1500, once: replay('society’s task list', () => society) },
    { name: 'panorama', atLeast: () => 1500, within: 50, grows: true, once: replay('panorama', () => leader) },
    ...(await quizPaths(installation, chosen)),
    { name: 'sign-in', atLeast: () => 50, once: signIn },
    ...people,
  ]
  return { paths: all.filter(({ name }) => chosen(name)), visits }
}

async function quizPaths({ url, learners }: Installation, chosen: (name: string) => boolean): Promise<Path[]> {
  if (!quizNames.some(chosen)) return []
  const cookie = (n: number): string => among(learners, n)
  const quiz = await publishQuiz(url)
  const line = new Line(url, 20)
  const enrolments = await Promise.all(learners.map((each) => enrol(line, quiz, each)))
  const attempts = await Promise.all(
    enrolments.slice(SITTERS).map((each, n) => startAttempt(line, quiz, each, cookie(SITTERS + n))),
  )
  line.close()
  let turn = 0
  return [
    {
      name: quizNames[0],
      atLeast: () => 430,
      once: (open) => () => {
        const n = (turn += 1) % SITTERS
        return sitQuiz(open, quiz, enrolments[n] ?? '', cookie(n))
      },
    },
    {
      name: quizNames[1],
      atLeast: (raw) => raw / 2,
      once: (open) => (lane, n) =>
        saveAnswer(open, among(attempts, lane), n % 5, (turn += 1), cookie(SITTERS + (lane % attempts.length))),
    },
  ]
}

/** An address is let in a hundred times in a quarter of an hour: each of the loopback's own is used fewer times. */
const SIGN_INS_PER_ADDRESS = 90
let signIns = 0

function signIn(line: Line) {
  return () => {
    const turn = (signIns += 1)
    const address = Math.floor(turn / SIGN_INS_PER_ADDRESS) + 256
    const account = { username: `bench-${turn % SITTERS}`, password: DEMO_PASSWORD }
    return sendSignIn(line, account, `127.0.${Math.floor(address / 256)}.${address % 256}`)
  }
}

/** Signs in from an address of this machine. */
export function sendSignIn(line: Line, account: { username: string; password: string }, from: string): Promise<Buffer> {
  const headers = { 'x-dangjian': '1', 'content-type': 'application/json' }
  return line.send('/trpc/access.signIn', headers, JSON.stringify(account), from)
}

/** Opens the chosen pages in a browser, as somebody who may. */
async function visitChosen(
  url: string,
  cookie: string,
  chosen: (name: string) => boolean,
): Promise<Partial<Record<Page, PageVisit>>> {
  if (!pages.some(chosen)) return {}
  const addresses: Record<Page, string> = {
    'course page': await coursePath(url, cookie),
    'cadre’s home': '/',
    'society’s task list': '/admin/tasks/assignments',
    panorama: '/admin/panorama',
  }
  const who: Partial<Record<string, string>> = { 'society’s task list': 'society', panorama: 'leader' }
  const wanted = Object.entries(addresses).filter(([name]) => isPage(name) && chosen(name))
  return visitPages(url, (name) => who[name] ?? 'learner', Object.fromEntries(wanted))
}

/** The address of a course that is open to whoever asks. */
export async function coursePath(url: string, cookie: string): Promise<string> {
  const line = new Line(url, 1)
  const { rows } = await line.call<{ rows: { courseId: string }[] }>('training.listOpenCourses', { limit: 1 }, cookie)
  line.close()
  return `/courses/${rows[0]?.courseId}`
}
