import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { canaryOf } from './testing/world.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const password = 'k7mq-x2hd-9cvn-t4wp'

describe.each(databaseKinds)('accounts over HTTP (%s)', (kind) => {
  let server: TestServer
  let operator: Visitor
  beforeAll(async () => {
    server = await startTestServer(kind)
    operator = await server.asRole('systemOperator', 'association')
  })
  afterAll(() => server.stop())

  const create = (by: Visitor, personId: string, username: string) =>
    by.api.access.createAccount.mutate({ personId, username, password })
  const signIn = (username: string) =>
    fetch(`${server.url}/trpc/access.signIn`, {
      method: 'POST',
      headers: { 'x-dangjian': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    })

  it('gives a person found by name one account, with which they can sign in and are found no more', async () => {
    const unitId = server.world.units.association
    const find = () =>
      operator.api.access.findPeopleWithoutAccount.query({ unitId, words: `${canaryOf('a')}学会党委1号` })
    const [found] = (await find()).rows
    expect(found).toEqual({
      personId: server.world.people['a.committee'][0],
      name: `${canaryOf('a')}学会党委1号`,
      unitName: `${canaryOf('a')}学会党委`,
    })
    const { accountId } = await create(operator, found?.personId ?? '', 'First.Account')
    expect((await signIn('first.account')).status).toBe(200)
    expect((await find()).rows).toEqual([])
    const listed = await operator.api.access.listAccounts.query({ unitId, search: 'first.acc' })
    expect(listed.rows).toEqual([
      { id: accountId, personId: found?.personId, username: 'first.account', name: found?.name, disabled: false },
    ])
  })

  it('refuses a second account for a person, a user name in use, and a password that tells the name', async () => {
    const [one, two] = server.world.people['b.committee'] as [string, string]
    await create(operator, one, 'taken')
    await expect(create(operator, one, 'other')).rejects.toMatchObject({ data: { refusal: 'person-has-account' } })
    await expect(create(operator, two, 'TAKEN')).rejects.toMatchObject({ data: { refusal: 'username-taken' } })
    const named = { personId: two, username: 'named', password: `${canaryOf('b')}学会党委2号` }
    await expect(operator.api.access.createAccount.mutate(named)).rejects.toMatchObject({
      data: { refusal: 'password-tells-name' },
    })
  })

  it('disables an account with its sessions at once, names the person in the log, and opens it again', async () => {
    const personId = server.world.people['b.office'][0] as string
    const { accountId } = await create(operator, personId, 'comes.and.goes')
    const cookie = (await signIn('comes.and.goes')).headers.get('set-cookie')?.split(';')[0] ?? ''
    await operator.api.access.disableAccount.mutate({ accountId })
    const session = await fetch(`${server.url}/trpc/access.session`, { headers: { cookie } })
    expect(await session.json()).toMatchObject({ result: { data: { signedIn: false } } })
    expect((await signIn('comes.and.goes')).status).toBe(401)
    await expect(operator.api.access.disableAccount.mutate({ accountId })).rejects.toMatchObject({
      data: { httpStatus: 422, refusal: 'account-disabled-already' },
    })
    await expect(create(operator, personId, 'anew')).rejects.toMatchObject({
      data: { refusal: 'person-has-disabled-account' },
    })
    await operator.api.access.enableAccount.mutate({ accountId })
    expect((await signIn('comes.and.goes')).status).toBe(200)
    const logged = await server.services.storage.read
      .selectFrom('auditEntry')
      .select('action')
      .where('targetPersonId', '=', personId as never)
      .where('role', '=', 'systemOperator')
      .orderBy('id')
      .execute()
    expect(logged.map(({ action }) => action)).toEqual([
      'access.create-account',
      'access.disable-account',
      'access.enable-account',
    ])
  })

  it('tells the auditor who signed in, who only tried, and whose account was made', async () => {
    const personId = server.world.people['c.office'][0] as string
    const name = `${canaryOf('c')}学会办事机构党支部1号`
    await create(operator, personId, 'seen.by.auditor')
    await signIn('seen.by.auditor')
    await fetch(`${server.url}/trpc/access.signIn`, {
      method: 'POST',
      headers: { 'x-dangjian': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'seen.by.auditor', password: 'not this one' }),
    })
    const auditor = await server.asRole('auditor', 'a', 1)
    const { rows } = await auditor.api.access.listAuditEntries.query({ limit: 3 })
    expect(rows).toMatchObject([
      { action: 'access.sign-in', personName: name, refused: true },
      { action: 'access.sign-in', targetPersonName: name, refused: false },
      { action: 'access.create-account', targetPersonName: name, role: 'systemOperator', refused: false },
    ])
  })

  it('lets nobody disable their own account, so that one operator always remains', async () => {
    const own = await server.asRole('systemOperator', 'association', 1)
    const { rows } = await own.api.access.listAccounts.query({ unitId: server.world.units.association, limit: 100 })
    const accountId = rows.find(({ personId }) => personId === own.personId)?.id as string
    await expect(own.api.access.disableAccount.mutate({ accountId })).rejects.toMatchObject({
      data: { httpStatus: 422, refusal: 'nobody-disables-their-own-account' },
    })
    expect(await own.api.access.session.query()).toMatchObject({ signedIn: true })
  })

  it('knows no person and no account outside the society of the operator, and writes nothing there', async () => {
    const local = await server.asRole('systemOperator', 'c', 1)
    const foreign = server.world.people['a.group'][0] as string
    const { accountId } = await create(operator, foreign, 'foreign')
    const other = server.world.people['a.group'][1] as string
    const hidden = { data: { httpStatus: 404 } }
    await expect(create(local, other, 'by.stranger')).rejects.toMatchObject(hidden)
    await expect(local.api.access.disableAccount.mutate({ accountId })).rejects.toMatchObject(hidden)
    await expect(local.api.access.enableAccount.mutate({ accountId })).rejects.toMatchObject(hidden)
    const unitId = server.world.units.a
    await expect(local.api.access.listAccounts.query({ unitId })).rejects.toMatchObject(hidden)
    await expect(local.api.access.findPeopleWithoutAccount.query({ unitId, words: '号' })).rejects.toMatchObject(hidden)
    const near = await local.api.access.findPeopleWithoutAccount.query({ unitId: server.world.units.c, words: '号' })
    expect(near.rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(near)).not.toContain(canaryOf('a'))
    expect((await signIn('foreign')).status).toBe(200)
    expect((await signIn('by.stranger')).status).toBe(401)
  })

  it('belongs to the system operator: every other office and every business role is refused', async () => {
    const personId = server.world.people['c.group'][2] as string
    const business = await server.asRole('associationAdministrator', 'association', 2)
    const security = await server.asRole('securityAdministrator', 'b')
    for (const visitor of [business, security]) {
      await expect(create(visitor, personId, 'not.mine')).rejects.toMatchObject({ data: { httpStatus: 403 } })
    }
  })
})
