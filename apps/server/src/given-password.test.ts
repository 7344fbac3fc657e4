import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GIVEN_PASSWORD_DAYS, permissionOf, type PersonId } from '@dangjian/domain/access'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { callProcedures } from './testing/call-procedure.ts'
import { listProcedures } from './testing/procedures.ts'
import { runCli } from './testing/run-cli.ts'
import { sampleOf } from './testing/sample-input.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'
import { newTwinId } from './testing/twin.ts'

const given = 'k7mq-x2hd-9cvn-t4wp'
const other = 'p9wd-h4kx-2mvt-c7nq'
const own = '山高水长不改初心'

describe.each(databaseKinds)('a password that somebody else gave (%s)', (kind) => {
  let server: TestServer
  let operator: Visitor
  beforeAll(async () => {
    server = await startTestServer(kind)
    operator = await server.asRole('systemOperator', 'association')
  })
  afterAll(() => server.stop())

  const post = (procedure: string, body: object, cookie = '') =>
    fetch(`${server.url}/trpc/access.${procedure}`, {
      method: 'POST',
      headers: { cookie, 'x-dangjian': '1', 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    })
  const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const refusalOf = async (answer: Response) =>
    ((await answer.json()) as { error?: { data: { refusal: string } } }).error?.data.refusal
  const sessionOf = async (cookie: string) => {
    const answer = await fetch(`${server.url}/trpc/access.session`, { headers: { cookie } })
    return ((await answer.json()) as { result: { data: { signedIn: boolean; duty?: string | null } } }).result.data
  }
  /** An account of a person of the world, with the password that the operator gave. */
  const give = async (personId: PersonId | undefined, username: string) => {
    const made = await operator.api.access.createAccount.mutate({ personId: personId ?? '', username, password: given })
    return { ...made, cookie: cookieOf(await post('signIn', { username, password: given })) }
  }

  it('opens nothing at all, on any procedure, until it is changed', async () => {
    const personId = server.world.people['a.office'][0] as PersonId
    const { cookie } = await give(personId, 'first.time')
    expect(await sessionOf(cookie)).toMatchObject({ signedIn: true, duty: 'password-must-change' })
    const closed = listProcedures().filter(({ action }) => {
      const row = permissionOf(action)
      return !row.public && !row.beforeDuty
    })
    const calls = closed.map((procedure) => ({
      procedure,
      input: sampleOf(procedure.input, { id: () => newTwinId(), filled: false }).value,
    }))
    const answers = await callProcedures(server.url, { cookie, 'x-dangjian': '1' }, calls)
    expect(new Set(answers.map(({ status, refusal }) => `${status} ${refusal}`))).toEqual(
      new Set(['403 password-must-change']),
    )
    const body = new FormData()
    body.append('file', new Blob(['材料']), '材料.txt')
    const headers = { cookie, 'x-dangjian': '1' }
    const sent = await fetch(`${server.url}/files?purpose=evidence`, { method: 'POST', headers, body })
    expect(sent.status).toBe(403)
  }, 120_000)

  it('gives way to one’s own, which is another and not a common one; then everything opens', async () => {
    const { cookie } = await give(server.world.people['a.office'][1], 'second.time')
    expect(await refusalOf(await post('choosePassword', { next: given }, cookie))).toBe('password-unchanged')
    expect(await refusalOf(await post('choosePassword', { next: '12345678' }, cookie))).toBe('password-too-common')
    expect((await post('choosePassword', { next: own }, cookie)).status).toBe(200)
    expect(await sessionOf(cookie)).toMatchObject({ signedIn: true, duty: null })
    expect(await refusalOf(await post('choosePassword', { next: other }, cookie))).toBe('current-password-needed')
    expect((await post('signIn', { username: 'second.time', password: given })).status).toBe(401)
    expect((await post('signIn', { username: 'second.time', password: own })).status).toBe(200)
  })

  it('is given anew by the operator, who ends every session of the account, and stands in the log', async () => {
    const personId = server.world.people['a.office'][2]
    const { accountId, cookie } = await give(personId, 'forgetful')
    await post('choosePassword', { next: own }, cookie)
    await operator.api.access.resetPassword.mutate({ accountId, password: other })
    expect(await sessionOf(cookie)).toMatchObject({ signedIn: false })
    expect((await post('signIn', { username: 'forgetful', password: own })).status).toBe(401)
    const again = cookieOf(await post('signIn', { username: 'forgetful', password: other }))
    expect(await sessionOf(again)).toMatchObject({ duty: 'password-must-change' })
    const auditor = await server.asRole('auditor', 'association', 2)
    const { rows } = await auditor.api.access.listAuditEntries.query({ action: 'access.reset-password' })
    expect(rows).toMatchObject([{ role: 'systemOperator' }])
  })

  it('is given by nobody to themselves, to no disabled account, and to nobody elsewhere', async () => {
    const { accountId } = await give(server.world.people['b.office'][0], 'resting')
    await operator.api.access.disableAccount.mutate({ accountId })
    await expect(operator.api.access.resetPassword.mutate({ accountId, password: other })).rejects.toMatchObject({
      data: { refusal: 'disabled-account-has-no-use-for-a-password' },
    })
    const { rows } = await operator.api.access.listAccounts.query({
      unitId: server.world.units.association,
      limit: 100,
    })
    const mine = rows.find((row) => row.personId === operator.personId)?.id as string
    await expect(operator.api.access.resetPassword.mutate({ accountId: mine, password: other })).rejects.toMatchObject({
      data: { refusal: 'nobody-resets-their-own-password' },
    })
    const local = await server.asRole('systemOperator', 'c', 1)
    await expect(local.api.access.resetPassword.mutate({ accountId, password: other })).rejects.toMatchObject({
      data: { httpStatus: 404 },
    })
    const business = await server.asRole('associationAdministrator', 'association', 1)
    await expect(business.api.access.resetPassword.mutate({ accountId, password: other })).rejects.toMatchObject({
      data: { httpStatus: 403 },
    })
  })

  it('comes from the command line once, ends the sessions, and is asked for no more than once', async () => {
    const { cookie } = await give(server.world.people['b.office'][1], 'by.command')
    await post('choosePassword', { next: own }, cookie)
    const env = { DATA_DIR: server.dataDir, DATABASE_URL: server.databaseUrl }
    const { code, out, err } = await runCli(['user', 'reset-password', 'By.Command'], env)
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}\n$/) })
    expect(err).toContain('shown this once')
    expect(await sessionOf(cookie)).toMatchObject({ signedIn: false })
    const again = cookieOf(await post('signIn', { username: 'by.command', password: out.trim() }))
    expect(await sessionOf(again)).toMatchObject({ duty: 'password-must-change' })
    expect((await runCli(['user', 'reset-password', 'nobody.at.all'], env)).code).toBe(1)
    expect((await runCli(['user', 'reset-password'], env)).code).toBe(2)
  }, 60_000)

  it('is no longer taken when it has lain about for two weeks', async () => {
    await give(server.world.people['b.office'][2], 'late')
    server.setClock(Date.now() + GIVEN_PASSWORD_DAYS * 86_400_000)
    expect(await refusalOf(await post('signIn', { username: 'late', password: given }))).toBe('given-password-stale')
  })
})
