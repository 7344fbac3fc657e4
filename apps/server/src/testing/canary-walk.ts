import { randomInt, randomUUID } from 'node:crypto'
import { newRecoveryCodes, newTotpSecret } from '@dangjian/domain/access'
import { timeStepOf, totpOf } from '@dangjian/api/access/totp'
import type { Storage } from '@dangjian/db/connection/storage'
import { SESSION_COOKIE } from '../http/context.ts'
import { callProcedures } from './call-procedure.ts'
import { canariesIn, canary, type CanaryUser } from './canary-world.ts'
import { listProcedures } from './procedures.ts'
import { sampleOf } from './sample-input.ts'

/** Texts that samples put where any text may stand. */
const SAMPLES = /样本文字|样本 一号|sample\.user|山高水长不改初心/g
/** What ends the walker's own session, or takes minutes. */
const LEFT_OUT = new Set(['access.signOut', 'access.revokeSession', 'access.choosePassword', 'access.changePassword'])
/** What most answers are made from. */
const TABLES = ['person', 'evidence', 'enrolment', 'answer', 'course_version', 'unit_closure', 'file', 'task'] as const

/** Goes through the server as people do, well and badly; keeps what must be found in no log. */
export class CanaryWalk {
  /** Made on the way: tokens, codes, second factors. */
  readonly secrets: string[] = []
  /** Refusals that told a canary which the asker had not sent, by their names; errors without a name, whole. */
  readonly told = new Set<string>()
  readonly statuses = new Set<number>()
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  async #send(address: string, init: RequestInit & { readonly headers?: Record<string, string> }): Promise<Response> {
    const sent = `${address} ${JSON.stringify(init)}`
    const answer = await fetch(`${this.#url}${address}`, init)
    this.#heed(answer.status, await answer.clone().text(), sent)
    return answer
  }

  #heed(status: number, text: string, sent: string): void {
    this.statuses.add(status)
    if (status < 400 || canariesIn(text).every((each) => sent.includes(each))) return
    this.told.add(/"refusal":"([a-z-]+)"/.exec(text)?.[1] ?? text)
  }

  #command(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(`/trpc/${path}`, {
      method: 'POST',
      headers: {
        'x-dangjian': '1',
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'user-agent': canary('agent'),
        ...headers,
      },
      body: JSON.stringify(body),
    })
  }

  /** Signs in, first with a wrong password, and answers the cookie. */
  async signIn({ username, password }: CanaryUser): Promise<string> {
    await this.#command('access.signIn', { username, password: canary('wrong-password') })
    const answer = await this.#command('access.signIn', { username, password })
    const cookie = answer.headers.get('set-cookie')?.split(';')[0]
    if (!cookie) throw new Error(`Nobody was signed in (${answer.status})`)
    this.secrets.push(cookie.slice(SESSION_COOKIE.length + 1))
    return cookie
  }

  /** Turns two-step sign-in on, with a wrong code first, and signs in with a code of each kind. */
  async secondFactor(cookie: string, { username, password }: CanaryUser): Promise<void> {
    const below = (limit: number): number => randomInt(limit)
    const [secret, recoveryCodes] = [newTotpSecret(below), newRecoveryCodes(below)]
    const code = totpOf(secret, timeStepOf(Date.now()))
    const enrol = { secret, recoveryCodes, password }
    await this.#command('access.enrolSecondFactor', { ...enrol, code: canary('code') }, { cookie })
    await this.#command('access.enrolSecondFactor', { ...enrol, code }, { cookie })
    await this.#command('access.signIn', { username, password, code: canary('code') })
    await this.#command('access.signIn', { username, password, code: recoveryCodes[0] })
    this.secrets.push(secret, ...recoveryCodes)
  }

  /** Every question and command with canaries for texts, on things that are there where there are some. */
  async everything(ids: ReadonlyMap<string, string>, cookie: string, acting: string): Promise<void> {
    const headers = { cookie, 'x-dangjian': '1', 'user-agent': canary('agent') }
    const calls = listProcedures()
      .filter(({ path }) => !LEFT_OUT.has(path))
      .flatMap((procedure) =>
        [true, false].map((filled) => {
          const { value } = sampleOf(procedure.input, { id: (brand) => ids.get(brand) ?? randomUUID(), filled })
          const text = JSON.stringify(value)?.replaceAll(SAMPLES, canary(`text-${acting}`))
          return { procedure, input: text === undefined ? undefined : (JSON.parse(text) as unknown) }
        }),
      )
    const answers = await callProcedures(this.#url, headers, calls)
    for (const [index, { status, text }] of answers.entries()) this.#heed(status, text, JSON.stringify(calls[index]))
  }

  /** A quiz sat, evidence shown with a file: what is most somebody's own. */
  async sitAndShow(storage: Storage, learner: string, secretary: string): Promise<void> {
    const ids = await idsIn(storage)
    const [courseId, assignmentId] = [ids.get('CourseId'), ids.get('AssignmentId')]
    const at = { cookie: learner }
    const enrolled = await resultOf(await this.#command('training.enrol', { courseId }, at))
    const { content } = await storage.read.selectFrom('courseVersion').select('content').executeTakeFirstOrThrow()
    const lessonId = /"id":"([^"]+)","kind":"quiz"/.exec(content)?.[1]
    const place = { enrolmentId: enrolled.enrolmentId, lessonId, device: 'canary-window' }
    const { attemptId } = await resultOf(await this.#command('training.startAttempt', place, at))
    const answer = { slot: 0, response: { written: canary('answer') }, seq: 1 }
    const { device } = place
    await resultOf(await this.#command('training.saveAnswer', { attemptId, device, ...answer }, at))
    await this.#command('training.closeAttempt', { attemptId, device, answers: [{ ...answer, seq: 2 }] }, at)

    const body = new FormData()
    body.append('file', new Blob([canary('content')]), `${canary('file-name')}.txt`)
    const headers = { cookie: secretary, 'x-dangjian': '1' }
    await this.#send('/files?purpose=evidence', { method: 'POST', headers, body })
    const evidence = { assignmentId, requirementKey: 'summary', text: canary('evidence 13800000000'), fileId: null }
    await this.#command('tasks.acceptAssignment', { assignmentId, rev: 1 }, headers)
    await resultOf(await this.#command('tasks.attachEvidence', evidence, headers))
    await this.#command('tasks.reportProgress', { assignmentId, text: canary('report') }, headers)
  }

  /** What no page sends: wrong addresses, bodies cut short, too large, of the wrong kind. */
  async nonsense(cookie: string): Promise<void> {
    const headers = { cookie, 'x-dangjian': '1', 'content-type': 'application/json', 'user-agent': canary('agent') }
    for (const body of [`{"username": ${canary('malformed')}`, JSON.stringify(canary('x').repeat(200_000)), '{}']) {
      await this.#send('/trpc/access.signIn', { method: 'POST', headers, body })
      await this.#send('/files?purpose=evidence', { method: 'POST', headers, body })
    }
    const input = encodeURIComponent(JSON.stringify({ words: canary('input'), [canary('key')]: 1 }))
    for (const address of [
      '/',
      '/trpc/',
      '/trpc/organisation.search',
      '/files/',
      '/files/audit-log/',
      '/certificates/',
    ]) {
      await this.#send(`${address}${canary('path')}?token=${canary('query')}&input=${input}`, { headers })
      await this.#send(`${address}?input=${input}`, { headers: { ...headers, referer: `/${canary('referer')}` } })
    }
    await this.#send('/trpc/access.session', { headers: { cookie: `${SESSION_COOKIE}=${canary('cookie')}` } })
    await this.#command('access.signIn', { username: canary('nobody'), password: canary('password') })
  }
}

async function resultOf(answer: Response): Promise<Record<string, string>> {
  const body = (await answer.json()) as { readonly result?: { readonly data: Record<string, string> } }
  if (!body.result) throw new Error(`A command that must go through was answered ${JSON.stringify(body)}`)
  return body.result.data
}

/** An id of each kind that there is, so that a walk meets what is there. */
export async function idsIn({ read }: Storage): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const society = await read
    .selectFrom('unit')
    .select('id')
    .where('kind', '=', 'society')
    .orderBy('seq')
    .executeTakeFirst()
  if (society) found.set('UnitId', society.id)
  for (const [brand, table] of [
    ['PersonId', 'person'],
    ['CourseId', 'course'],
    ['CourseVersionId', 'courseVersion'],
    ['EnrolmentId', 'enrolment'],
    ['AttemptId', 'attempt'],
    ['TaskId', 'task'],
    ['WorkPlanId', 'workPlan'],
    ['FileId', 'file'],
    ['BankId', 'questionBank'],
    ['QuestionId', 'question'],
  ] as const) {
    const row = await read.selectFrom(table).select('id').orderBy('id').limit(1).executeTakeFirst()
    if (row) found.set(brand, row.id)
  }
  const own = await read
    .selectFrom('assignment')
    .select('id')
    .where('unitId', '=', society?.id ?? ('' as never))
    .executeTakeFirst()
  if (own) found.set('AssignmentId', own.id)
  return found
}

/** What lies in the database can no longer be read, and an event cannot be delivered. */
export async function spoilRows({ maintenance }: Storage): Promise<void> {
  const text = `{"${canary('stored')}": ${canary('spoilt')}`
  await maintenance.updateTable('answer').set({ response: text }).execute()
  await maintenance.updateTable('attempt').set({ paper: text }).execute()
  await maintenance.updateTable('questionVersion').set({ body: text }).execute()
  await maintenance.updateTable('courseVersion').set({ content: text }).execute()
  await maintenance.updateTable('task').set({ evidence: text }).execute()
  await maintenance.updateTable('workPlan').set({ outline: text }).execute()
  await maintenance
    .insertInto('outboxEvent')
    .values({ id: randomUUID(), at: 0, type: 'course-passed', body: text, deliveredAt: null, tries: 0 })
    .execute()
}

/** Tables that most answers are made from are no longer there. */
export async function loseTables({ maintenance }: Storage): Promise<void> {
  for (const table of TABLES) {
    await maintenance.schema.alterTable(table).renameTo(`${table}_away`).execute()
  }
}
