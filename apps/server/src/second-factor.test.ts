import { randomInt, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newRecoveryCodes, newTotpSecret, permissionOf, TOTP, type PersonId, type Role } from '@dangjian/domain/access'
import { timeStepOf, totpOf } from '@dangjian/api/access/totp'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { openSecrets } from './access/secrets.ts'
import { callProcedures } from './testing/call-procedure.ts'
import { listProcedures } from './testing/procedures.ts'
import { runCli } from './testing/run-cli.ts'
import { sampleOf } from './testing/sample-input.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'
import { newTwinId } from './testing/twin.ts'

describe('a one-time password by time', () => {
  it('is what RFC 6238 says it is', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    const vectors = [
      [59, '94287082'],
      [1_111_111_109, '07081804'],
      [1_111_111_111, '14050471'],
      [1_234_567_890, '89005924'],
      [2_000_000_000, '69279037'],
      [20_000_000_000, '65353130'],
    ] as const
    for (const [seconds, right] of vectors) expect(totpOf(secret, timeStepOf(seconds * 1000), 8)).toBe(right)
  })
})

const password = '山高水长不改初心'
const given = 'k7mq-x2hd-9cvn-t4wp'
const below = (limit: number) => randomInt(limit)

describe.each(databaseKinds)('signing in with a second factor (%s)', (kind) => {
  let server: TestServer
  let operator: Visitor
  let now = Date.parse('2026-11-24T04:00:00Z')
  beforeAll(async () => {
    server = await startTestServer(kind, { env: { TRUSTED_PROXY: '127.0.0.1' } })
    server.setClock(now)
    operator = await server.asRole('systemOperator', 'association')
  })
  afterAll(() => server.stop())

  const later = (ms: number) => server.setClock((now += ms))
  const post = (procedure: string, body: object, cookie = '', more: Record<string, string> = {}) =>
    fetch(`${server.url}/trpc/access.${procedure}`, {
      method: 'POST',
      headers: {
        cookie,
        'x-dangjian': '1',
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...more,
      },
      body: JSON.stringify(body),
    })
  const refusalOf = async (answer: Response) =>
    ((await answer.json()) as { error?: { data: { refusal: string } } }).error?.data.refusal
  const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const isSignedIn = async (cookie: string) => {
    const answer = await fetch(`${server.url}/trpc/access.session`, { headers: { cookie } })
    return ((await answer.json()) as { result: { data: { signedIn: boolean } } }).result.data.signedIn
  }
  /** A person with an account and a second factor, signed in. */
  const enrol = async (personId: PersonId | undefined, username: string) => {
    await operator.api.access.createAccount.mutate({ personId: personId ?? '', username, password: given })
    const cookie = cookieOf(await post('signIn', { username, password: given }))
    await post('choosePassword', { next: password }, cookie)
    const secret = newTotpSecret(below)
    const recoveryCodes = newRecoveryCodes(below)
    const code = totpOf(secret, timeStepOf(now))
    const other = cookieOf(await post('signIn', { username, password }))
    const answer = await post('enrolSecondFactor', { secret, recoveryCodes, code, password }, cookie)
    later(TOTP.stepMs)
    return { answer, cookie, other, secret, recoveryCodes }
  }

  it('is turned on by a code and the password, ends the sessions begun without, and asks from then on', async () => {
    const { answer, cookie, other, secret } = await enrol(server.world.people['a.office'][0], 'two.steps')
    expect(answer.status).toBe(200)
    expect([await isSignedIn(cookie), await isSignedIn(other)]).toEqual([true, false])
    expect(await refusalOf(await post('signIn', { username: 'two.steps', password }))).toBe('second-factor-needed')
    const code = totpOf(secret, timeStepOf(now))
    const entered = await post('signIn', {
      username: 'two.steps',
      password,
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    })
    expect(await isSignedIn(cookieOf(entered))).toBe(true)
    // Without the password, the code tells nothing.
    expect(await refusalOf(await post('signIn', { username: 'two.steps', password: 'no', code }))).toBe(
      'sign-in-failed',
    )
  })

  it('takes a code once, also from two at the same moment, and none that is older than half a minute more', async () => {
    const { secret } = await enrol(server.world.people['a.office'][1], 'once.only')
    const code = totpOf(secret, timeStepOf(now))
    const answers = await Promise.all([1, 2].map(() => post('signIn', { username: 'once.only', password, code })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422])
    expect((await post('signIn', { username: 'once.only', password, code })).status).toBe(422)
    later(3 * TOTP.stepMs)
    const old = totpOf(secret, timeStepOf(now) - 2)
    expect((await post('signIn', { username: 'once.only', password, code: old })).status).toBe(422)
    const slow = totpOf(secret, timeStepOf(now) - 1)
    expect((await post('signIn', { username: 'once.only', password, code: slow })).status).toBe(200)
  })

  it('takes each recovery code once', async () => {
    const { recoveryCodes, cookie } = await enrol(server.world.people['a.office'][2], 'lost.phone')
    const [first = ''] = recoveryCodes
    const typed = first.toUpperCase().replace('-', '')
    expect((await post('signIn', { username: 'lost.phone', password, code: typed })).status).toBe(200)
    expect((await post('signIn', { username: 'lost.phone', password, code: first })).status).toBe(422)
    const shown = await fetch(`${server.url}/trpc/access.showSecondFactor`, { headers: { cookie } })
    expect(await shown.json()).toMatchObject({ result: { data: { recoveryCodesLeft: 9 } } })
  })

  it('keeps neither secret nor code nor password where somebody who reads the database finds them', async () => {
    const { secret, recoveryCodes, cookie } = await enrol(server.world.people['b.office'][0], 'sealed')
    await post('changePassword', { current: password, next: '流水不腐户枢不蠹' }, cookie)
    const { read } = server.services.storage
    const tables = await Promise.all(
      (['secondFactor', 'recoveryCode', 'idempotencyKey', 'auditEntry', 'account', 'session'] as const).map((table) =>
        read.selectFrom(table).selectAll().execute(),
      ),
    )
    const all = JSON.stringify(tables)
    for (const hidden of [secret, ...recoveryCodes, password, '流水不腐户枢不蠹']) expect(all).not.toContain(hidden)
  })

  it('is guessed at no more than ten times in a quarter of an hour, from wherever', async () => {
    const { secret } = await enrol(server.world.people['b.office'][1], 'guessed')
    const tryFrom = async (address: string, code: string) =>
      refusalOf(await post('signIn', { username: 'guessed', password, code }, '', { 'x-forwarded-for': address }))
    // One of the ten was the code that set it up.
    for (let n = 0; n < 9; n += 1) expect(await tryFrom(`203.0.113.${n}`, '000000')).toBe('second-factor-wrong')
    expect(await tryFrom('203.0.113.9', '000000')).toBe('too-many-tries')
    expect(await tryFrom('203.0.113.10', totpOf(secret, timeStepOf(now)))).toBe('too-many-tries')
    later(15 * 60_000)
  })

  it('stays when the password is reset, and is turned off by its owner or by the operator’s command', async () => {
    const { secret, recoveryCodes, cookie } = await enrol(server.world.people['b.office'][2], 'turned.off')
    const env = { DATA_DIR: server.dataDir, DATABASE_URL: server.databaseUrl }
    const [, , spare = '', last = ''] = recoveryCodes
    const wrong = await post('removeSecondFactor', { password: 'not this', code: spare }, cookie)
    expect(await refusalOf(wrong)).toBe('current-password-wrong')
    const { out } = await runCli(['user', 'reset-password', 'turned.off'], env)
    const anew = { username: 'turned.off', password: out.trim() }
    expect(await refusalOf(await post('signIn', anew))).toBe('second-factor-needed')
    later(TOTP.stepMs)
    const again = cookieOf(await post('signIn', { ...anew, code: totpOf(secret, timeStepOf(now)) }))
    await post('choosePassword', { next: password }, again)
    expect((await post('removeSecondFactor', { password, code: last }, again)).status).toBe(200)
    expect((await post('signIn', { username: 'turned.off', password })).status).toBe(200)
    expect((await runCli(['user', 'reset-second-factor', 'turned.off'], env)).code).toBe(1)
    expect((await runCli(['user', 'reset-second-factor', 'sealed'], env)).code).toBe(0)
  }, 60_000)
})

describe('a role that needs a second factor', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer('sqlite', { env: { SECOND_FACTOR: 'required' } })
  })
  afterAll(() => server.stop())

  it('opens nothing at all, on any procedure, before it is set up; other roles are not asked', async () => {
    const closed = listProcedures().filter(
      ({ action }) => !permissionOf(action).public && !permissionOf(action).beforeDuty,
    )
    const calls = closed.map((procedure) => ({
      procedure,
      input: sampleOf(procedure.input, { id: () => newTwinId(), filled: false }).value,
    }))
    const administrative: Role[] = ['associationAdministrator', 'auditor', 'securityAdministrator', 'systemOperator']
    for (const [nth, role] of administrative.entries()) {
      const visitor = await server.asRole(role, (['a', 'b', 'c', 'association'] as const)[nth] ?? 'a')
      const answers = await callProcedures(server.url, visitor.headers, calls)
      const said = new Set(answers.map(({ status, refusal }) => `${status} ${refusal}`))
      expect(said, role).toEqual(new Set(['403 second-factor-must-enrol']))
    }
    const cadre = await server.asRole('societyCadre', 'a', 1)
    expect(await cadre.api.access.session.query()).toMatchObject({ duty: null })
  }, 120_000)
})

describe('the installation’s secrets', () => {
  it('are opened with the same key and for what they were sealed for, and with nothing else', async () => {
    const server = await startTestServer('sqlite')
    const other = await startTestServer('sqlite')
    const [secrets, stranger] = [openSecrets(server.dataDir), openSecrets(other.dataDir)]
    const sealed = secrets.seal('内容', 'account-1')
    expect(sealed).not.toContain('内容')
    expect(openSecrets(server.dataDir).open(sealed, 'account-1')).toBe('内容')
    expect(() => secrets.open(sealed, 'account-2')).toThrow()
    expect(() => stranger.open(sealed, 'account-1')).toThrow()
    expect(secrets.digest('a', 'b')).not.toBe(stranger.digest('a', 'b'))
    await Promise.all([server.stop(), other.stop()])
  })
})
