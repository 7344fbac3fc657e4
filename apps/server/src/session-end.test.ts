import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, localDateOf, type PersonId, type Role } from '@dangjian/domain/access'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { runCli } from './testing/run-cli.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const given = 'k7mq-x2hd-9cvn-t4wp'
const own = '山高水长不改初心'

describe.each(databaseKinds)('a session ends within a second (%s)', (kind) => {
  let server: TestServer
  let operator: Visitor
  let security: Visitor
  /** Passwords wait here while a test holds them up. */
  let gate: Promise<void> = Promise.resolve()
  beforeAll(async () => {
    server = await startTestServer(kind, {
      wrap: (services) => ({
        ...services,
        passwords: {
          ...services.passwords,
          hash: async (password) => (await gate, services.passwords.hash(password)),
        },
      }),
    })
    operator = await server.asRole('systemOperator', 'association', 2)
    security = await server.asRole('securityAdministrator', 'association', 1)
  })
  afterAll(() => server.stop())

  const post = (procedure: string, body: object, cookie = '') =>
    fetch(`${server.url}/trpc/${procedure}`, {
      method: 'POST',
      headers: { cookie, 'x-dangjian': '1', 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    })
  const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const signIn = async (username: string, password = own) =>
    cookieOf(await post('access.signIn', { username, password }))
  const upload = (cookie: string, content = 'evidence') => {
    const body = new FormData()
    body.append('file', new Blob([content]), 'evidence.txt')
    return fetch(`${server.url}/files?purpose=evidence`, {
      method: 'POST',
      headers: { cookie, 'x-dangjian': '1' },
      body,
    })
  }
  let made = 0
  /** A person with an account, a password of their own and a file of theirs. */
  const newcomer = async (place: 'a.office' | 'b.office' | 'c.office' | 'a.group', nth: number) => {
    const username = `person.${(made += 1)}`
    const personId = server.world.people[place][nth] as PersonId
    const { accountId } = await operator.api.access.createAccount.mutate({ personId, username, password: given })
    await post('access.choosePassword', { next: own }, await signIn(username, given))
    const cookie = await signIn(username)
    const { fileId } = (await (await upload(cookie)).json()) as { fileId: string }
    return { username, personId, accountId, cookie, fileId }
  }
  /** Whether anything at all still opens: a question, a command, a file, an upload. */
  const opens = async (cookie: string, fileId: string) => {
    const answers = await Promise.all([
      fetch(`${server.url}/trpc/access.listSessions`, { headers: { cookie } }),
      post('access.signOut', {}, cookie),
      fetch(`${server.url}/files/${fileId}`, { headers: { cookie } }),
      upload(cookie),
    ])
    return answers.map(({ status }) => status)
  }
  const closed = [401, 401, 404, 401]
  /** Asked for at once: the very next request finds it ended. */
  const expectEnded = async (cookie: string, fileId: string) => expect(await opens(cookie, fileId)).toEqual(closed)

  it('after sign-out, though the cookie was kept; another device goes on', async () => {
    const { username, cookie, fileId } = await newcomer('a.office', 0)
    const other = await signIn(username)
    expect((await post('access.signOut', {}, cookie)).status).toBe(200)
    await expectEnded(cookie, fileId)
    expect((await fetch(`${server.url}/files/${fileId}`, { headers: { cookie: other } })).status).toBe(200)
  })

  it('after its account was disabled, and does not come back when it is enabled again', async () => {
    const { accountId, cookie, fileId } = await newcomer('a.office', 1)
    await operator.api.access.disableAccount.mutate({ accountId })
    await expectEnded(cookie, fileId)
    await operator.api.access.enableAccount.mutate({ accountId })
    expect(await opens(cookie, fileId)).toEqual(closed)
  })

  it('after its password was changed on another device', async () => {
    const { username, cookie, fileId } = await newcomer('a.office', 2)
    const other = await signIn(username)
    const changed = await post('access.changePassword', { current: own, next: '流水不腐户枢不蠹' }, other)
    expect(changed.status).toBe(200)
    await expectEnded(cookie, fileId)
  })

  it('after its password was reset by an operator, in the console or at the command line', async () => {
    const one = await newcomer('b.office', 0)
    await operator.api.access.resetPassword.mutate({ accountId: one.accountId, password: given })
    await expectEnded(one.cookie, one.fileId)
    const two = await newcomer('b.office', 1)
    const env = { DATA_DIR: server.dataDir, DATABASE_URL: server.databaseUrl }
    expect((await runCli(['user', 'reset-password', two.username], env)).code).toBe(0)
    await expectEnded(two.cookie, two.fileId)
  }, 30_000)

  it('after a role was granted or revoked; what is granted for later ends nothing yet', async () => {
    const { username, personId, cookie, fileId } = await newcomer('b.office', 2)
    const unitId = server.world.units.b
    const role: Role = 'societyCadre'
    const today = localDateOf(Date.now())
    const grant = (fromOn: string, toOn: string | null) =>
      security.api.access.grantRole.mutate({ personId, role, unitId, fromOn, toOn })
    await grant(addDays(today, 30), null)
    expect((await fetch(`${server.url}/files/${fileId}`, { headers: { cookie } })).status).toBe(200)
    const { roleGrantId } = await grant(today, addDays(today, 20))
    await expectEnded(cookie, fileId)

    const wearing = await signIn(username)
    const people = (worn: string) =>
      fetch(
        `${server.url}/trpc/organisation.listPeople?input=${encodeURIComponent(JSON.stringify({ unitId, limit: 10 }))}`,
        { headers: { cookie: worn, 'x-acting-grant': roleGrantId } },
      )
    expect((await people(wearing)).status).toBe(200)
    await security.api.access.revokeRole.mutate({ roleGrantId })
    expect((await people(wearing)).status).toBe(401)
    await expectEnded(wearing, fileId)
    expect((await people(await signIn(username))).status, 'the grant that ended is worn no more').toBe(403)
  })

  it('and a role with the end of its last day, in the middle of a session', async () => {
    const { username, personId } = await newcomer('c.office', 0)
    const unitId = server.world.units.c
    const today = localDateOf(Date.now())
    const { roleGrantId } = await security.api.access.grantRole.mutate({
      personId,
      role: 'societyCadre',
      unitId,
      fromOn: today,
      toOn: today,
    })
    const midnight = Date.parse(`${addDays(today, 1)}T00:00:00+08:00`)
    server.setClock(midnight - 1000)
    const cookie = await signIn(username)
    const ask = () =>
      fetch(
        `${server.url}/trpc/organisation.listPeople?input=${encodeURIComponent(JSON.stringify({ unitId, limit: 10 }))}`,
        { headers: { cookie, 'x-acting-grant': roleGrantId } },
      )
    expect((await ask()).status).toBe(200)
    server.setClock(midnight)
    expect((await ask()).status).toBe(403)
    server.setClock(Date.now())
  })

  it('also for a command and an upload that were on their way when it ended', async () => {
    const { accountId, cookie } = await newcomer('c.office', 1)
    const admin = await server.asRole('systemOperator', 'c', 0)
    let open = (): void => undefined
    gate = new Promise((resolve) => (open = resolve))
    const command = admin.api.access.createAccount.mutate({
      personId: server.world.people['c.group'][0] as PersonId,
      username: 'too.late',
      password: given,
    })
    const outcome = command.then(
      () => 'done',
      (error: { data?: { httpStatus?: number } }) => error.data?.httpStatus,
    )
    let send = (): void => undefined
    const sent = new Promise<void>((resolve) => (send = resolve))
    const boundary = 'part-of-a-form'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="late.txt"\r\n\r\nbegun `
    const slow = fetch(`${server.url}/files?purpose=evidence`, {
      method: 'POST',
      headers: { cookie, 'x-dangjian': '1', 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: ReadableStream.from([Buffer.from(head), sent.then(() => Buffer.from(`ended\r\n--${boundary}--\r\n`))]),
      duplex: 'half',
    } as RequestInit)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await operator.api.access.disableAccount.mutate({ accountId })
    const adminAccount = await server.services.storage.read
      .selectFrom('account')
      .select('id')
      .where('personId', '=', admin.personId)
      .executeTakeFirstOrThrow()
    await operator.api.access.disableAccount.mutate({ accountId: adminAccount.id })
    open()
    send()
    expect(await outcome).toBe(401)
    expect((await slow).status).toBe(401)
    const { read } = server.services.storage
    expect(await read.selectFrom('account').select('id').where('username', '=', 'too.late').execute()).toEqual([])
    expect(await read.selectFrom('file').select('id').where('name', '=', 'late.txt').execute()).toEqual([])
  })
})
