import { permissionOf, type PersonId } from '@dangjian/domain/access'
import type { AttemptId } from '@dangjian/domain/training'
import { closeOverdueAttempts } from '@dangjian/api/training/close-overdue-attempts'
import type { DatabaseKind } from '@dangjian/db/testing/both-databases'
import { listProcedures, type ProcedureInfo } from './procedures.ts'
import { publishTestCourse } from './published-course.ts'
import { answerTo, type QuizBank } from './quiz-banks.ts'
import { sampleOf } from './sample-input.ts'
import { startTestServer, type TestServer, type Visitor } from './test-server.ts'

const NOON = Date.parse('2026-11-24T04:00:00Z')
const MINUTE = 60_000
const UNKNOWN = '01900000-0000-7000-8000-ffffffffffff'

/** What would end what is listened to, each with the reason. */
const left = new Set([
  'training.closeAttempt', // Hands the paper in: then it may tell.
  'access.signOut', // Ends the session.
])

type Data = Readonly<Record<string, unknown>>
type Ids = Readonly<Record<string, string>>

export interface QuizTraffic {
  readonly lines: readonly string[]
  /** What the answers were worth, once the clock had closed the attempt. */
  readonly score: number
}

/** A learner's device, and every byte that it is sent. */
class Device {
  readonly #url: string
  readonly #headers: Visitor['headers']
  readonly #window: string
  readonly #traffic: string[]

  constructor(url: string, { headers }: Pick<Visitor, 'headers'>, window: string, traffic: string[]) {
    this.#url = url
    this.#headers = headers
    this.#window = window
    this.#traffic = traffic
  }

  async call({ path, type }: Pick<ProcedureInfo, 'path' | 'type'>, input: unknown): Promise<Data> {
    const key = `window-key-${this.#traffic.length}`
    const address = `${this.#url}/trpc/${path}`
    const asked = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
    const answer = await (type === 'query'
      ? fetch(`${address}${asked}`, { headers: this.#headers })
      : fetch(address, {
          method: 'POST',
          headers: { ...this.#headers, 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(input),
        }))
    const body = await answer.text()
    const sent = [...answer.headers].filter(([name]) => name !== 'date' && name !== 'keep-alive')
    this.#traffic.push(`${path} to ${this.#window}: ${answer.status} ${JSON.stringify(sent)} ${body}`)
    return ((JSON.parse(body) as { result?: { data: Data } }).result?.data ?? {}) as Data
  }

  ask = (path: string, input: object): Promise<Data> => this.call({ path, type: 'query' }, input)
  tell = (path: string, input: object): Promise<Data> => this.call({ path, type: 'mutation' }, input)

  /** Every procedure that there is, or that a learner may call; with these ids, and ids of nothing beside them. */
  async callAll(ids: Ids, which: 'everything' | 'questions of learners'): Promise<void> {
    for (const procedure of listProcedures()) {
      if (left.has(procedure.path)) continue
      const { roles: _, ...others } = permissionOf(procedure.action)
      const meant = procedure.type === 'query' && (others.public || others.signedIn || others.self)
      if (which === 'questions of learners' && !meant) continue
      const inputs = [false, true].map((filled) => {
        const { value } = sampleOf(procedure.input, { id: (brand) => ids[brand] ?? UNKNOWN, filled })
        return JSON.stringify(value)
      })
      for (const input of new Set(inputs)) await this.call(procedure, input && JSON.parse(input))
    }
  }
}

/** Everything that two learners are sent from the catalogue until the time of a test is over, with ids and a clock that repeat themselves. */
export async function quizTraffic(kind: DatabaseKind, bank: QuizBank, shuffled = true): Promise<QuizTraffic> {
  let made = 0
  const newId = (): string => `01900000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`
  const server = await startTestServer(kind, { newId, env: { LOG_LEVEL: 'silent' } })
  try {
    server.setClock(NOON)
    return await sit(server, newId, bank, shuffled)
  } finally {
    await server.stop()
  }
}

async function sit(server: TestServer, newId: () => string, bank: QuizBank, shuffled: boolean): Promise<QuizTraffic> {
  const { courseId, versionId, lessons } = await publishTestCourse(server.services.storage, {
    ...{ newId, ...bank, now: NOON, drawn: 3, quiz: { shuffled } },
    unitId: server.world.units.association,
    by: server.world.people.association[0] as PersonId,
  })
  const traffic: string[] = []
  const [learner, other] = [await server.asRole(null, 'a.office'), await server.asRole(null, 'a.office', 1)]
  const first = new Device(server.url, learner, 'window-one', traffic)
  const second = new Device(server.url, learner, 'window-two', traffic)
  const neighbour = new Device(server.url, other, 'neighbour', traffic)
  const inBank = await server.services.storage.read
    .selectFrom('questionVersion')
    .innerJoin('question', 'question.id', 'questionVersion.questionId')
    .select(['questionVersion.id', 'question.id as questionId', 'question.bankId'])
    .orderBy('questionVersion.id')
    .executeTakeFirstOrThrow()
  const known: Ids = {
    ...{ CourseId: courseId, CourseVersionId: versionId, LessonId: lessons.quiz },
    ...{ BankId: inBank.bankId, QuestionId: inBank.questionId, QuestionVersionId: inBank.id },
    ...{ UnitId: server.world.units['a.office'], PersonId: learner.personId },
  }
  await first.callAll(known, 'questions of learners')

  const { enrolmentId } = await first.tell('training.enrol', { courseId })
  const at = { enrolmentId, lessonId: lessons.quiz }
  const { attemptId } = await first.tell('training.startAttempt', { ...at, device: 'window-one' })
  const ids: Ids = { ...known, EnrolmentId: String(enrolmentId), AttemptId: String(attemptId) }
  const shown = await first.ask('training.showAttempt', { attemptId, device: 'window-one' })
  const stems = (shown['questions'] as { asked: { stem: string } }[]).map(({ asked }) => asked.stem)
  const save = async (from: Device, device: string, seq: number): Promise<void> => {
    for (const [slot, stem] of stems.entries()) {
      await from.tell('training.saveAnswer', { attemptId, device, slot, response: answerTo(stem), seq })
      await from.ask('training.showAttempt', { attemptId, device })
    }
  }
  await save(first, 'window-one', 1)
  await first.callAll(ids, 'questions of learners')

  // Another window of theirs looks, may not answer nor hand in, and takes over.
  await second.tell('training.startAttempt', { ...at, device: 'window-two' })
  await save(second, 'window-two', 2)
  await second.tell('training.closeAttempt', { attemptId, device: 'window-two' })
  await second.tell('training.takeOverAttempt', { attemptId, device: 'window-two' })
  await save(second, 'window-two', 3)
  await save(first, 'window-one', 4)

  // Left, and opened again; and all that somebody could try meanwhile.
  server.setClock(NOON + 5 * MINUTE)
  await server.deliver()
  await second.tell('training.startAttempt', { ...at, device: 'window-two' })
  await second.ask('training.showLesson', at)
  await second.callAll(ids, 'everything')

  // Somebody else looks at theirs, and sits it too.
  await neighbour.callAll(ids, 'questions of learners')
  const own = await neighbour.tell('training.enrol', { courseId })
  const begun = await neighbour.tell('training.startAttempt', { ...own, lessonId: lessons.quiz, device: 'neighbour' })
  await neighbour.ask('training.showAttempt', { ...begun, device: 'neighbour' })
  await neighbour.callAll(
    {
      ...ids,
      PersonId: other.personId,
      EnrolmentId: String(own['enrolmentId']),
      AttemptId: String(begun['attemptId']),
    },
    'questions of learners',
  )

  // The time is over, and nobody has closed it yet.
  server.setClock(NOON + 31 * MINUTE)
  await save(second, 'window-two', 5)
  await second.callAll(ids, 'questions of learners')

  await closeOverdueAttempts(server.services)
  const { score } = await learner.api.training.showResult.query({ attemptId: attemptId as AttemptId })
  return { lines: traffic, score }
}
