import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { sealAudit, verifyAudit } from '@dangjian/api/access/audit-chain'
import { startTestServer, type TestServer } from './testing/test-server.ts'

describe.each(databaseKinds)('access over HTTP (%s)', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer(kind)
  })
  afterAll(() => server.stop())

  const today = '2026-11-24'
  const grantFor = (personId: string, unitId: string, role = 'trainer' as const) => ({
    personId,
    role,
    unitId,
    fromOn: today,
    toOn: null,
  })

  it('gives a role that works at once, and takes it back as quickly', async () => {
    const security = await server.asRole('securityAdministrator', 'association')
    const person = server.world.people['a.office'][1] as string
    const { roleGrantId } = await security.api.access.grantRole.mutate(grantFor(person, server.world.units.a))
    const listed = await security.api.access.listRoleGrants.query({ unitId: server.world.units.a })
    expect(listed.rows.map((row) => row.id)).toContain(roleGrantId)
    const granted = listed.rows.find((row) => row.id === roleGrantId)
    const found = async (search: string) =>
      (await security.api.access.listRoleGrants.query({ unitId: server.world.units.association, search })).rows
    expect((await found(granted?.personName ?? '')).map((row) => row.id)).toEqual([roleGrantId])
    const inUnit = await found(granted?.unitName ?? '')
    expect(inUnit.map((row) => row.id)).toContain(roleGrantId)
    expect(await found('查无此人')).toEqual([])
    await security.api.access.revokeRole.mutate({ roleGrantId })
    const after = await security.api.access.listRoleGrants.query({ unitId: server.world.units.a })
    expect(after.rows.map((row) => row.id)).not.toContain(roleGrantId)
  })

  it('refuses a separated office to somebody who holds a business role, with the reason', async () => {
    const security = await server.asRole('securityAdministrator', 'association')
    const secretary = await server.asRole('societySecretary', 'b')
    const grant = security.api.access.grantRole.mutate({
      ...grantFor(secretary.personId, server.world.units.association),
      role: 'auditor',
    })
    await expect(grant).rejects.toMatchObject({
      data: { httpStatus: 422, refusal: 'separated-roles-exclude-one-another' },
    })
  })

  it('says 403 to a role that lacks the action, and 404 out of scope exactly as for what does not exist', async () => {
    const cadre = await server.asRole('societyCadre', 'a')
    const person = server.world.people.a[2] as string
    await expect(cadre.api.access.grantRole.mutate(grantFor(person, server.world.units.a))).rejects.toMatchObject({
      data: { httpStatus: 403 },
    })
    const security = await server.asRole('securityAdministrator', 'a', 1)
    const foreign = await security.api.access.listRoleGrants.query({ unitId: server.world.units.b }).catch(asBody)
    const unknown = await security.api.access.listRoleGrants
      .query({ unitId: '01900000-0000-7000-8000-000000000000' })
      .catch(asBody)
    expect(foreign).toMatchObject({ httpStatus: 404 })
    expect(foreign).toEqual(unknown)
  })

  it('does a command once however often it is sent under one key, and refuses another under the same key', async () => {
    const security = await server.asRole('securityAdministrator', 'association')
    const body = grantFor(server.world.people['c.group'][1] as string, server.world.units.c)
    const send = (input: object) =>
      fetch(`${server.url}/trpc/access.grantRole`, {
        method: 'POST',
        headers: { ...security.headers, 'content-type': 'application/json', 'idempotency-key': 'form-opened-once' },
        body: JSON.stringify(input),
      })
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(body)))
    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())))
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200))
    expect(bodies.size).toBe(1)
    expect((await send({ ...body, toOn: '2027-01-01' })).status).toBe(422)
    const grants = await security.api.access.listRoleGrants.query({ unitId: server.world.units.c })
    expect(grants.rows.filter((row) => row.personId === body.personId)).toHaveLength(1)
  })

  it('ends a session when it is revoked, and shows it to nobody else', async () => {
    const visitor = await server.asRole(null, 'a.office', 2)
    const other = await server.asRole(null, 'b.office', 2)
    const [own] = await visitor.api.access.listSessions.query()
    const sessionId = own?.id as string
    await expect(other.api.access.revokeSession.mutate({ sessionId })).rejects.toMatchObject({
      data: { httpStatus: 404 },
    })
    await visitor.api.access.revokeSession.mutate({ sessionId })
    expect(await visitor.api.access.session.query()).toMatchObject({ signedIn: false, ended: true })
  })

  it('refuses a change without our header or from a foreign page', async () => {
    const visitor = await server.asRole(null, 'c', 2)
    const post = (headers: Record<string, string>) =>
      fetch(`${server.url}/trpc/access.signOut`, {
        method: 'POST',
        headers: { cookie: visitor.headers.cookie as string, 'content-type': 'application/json', ...headers },
        body: '{}',
      })
    expect((await post({})).status).toBe(403)
    expect((await post({ 'x-dangjian': '1', origin: 'https://elsewhere.example' })).status).toBe(403)
    expect(await visitor.api.access.session.query()).toMatchObject({ signedIn: true })
  })

  it('seals every change into a chain that shows an altered, a removed and a moved entry', async () => {
    const { storage } = server.services
    await sealAudit(storage, Date.now())
    const whole = await verifyAudit(storage.read)
    expect(whole.broken).toBeNull()
    expect(whole.entries).toBeGreaterThan(3)
    const entry = await storage.read.selectFrom('auditEntry').selectAll().orderBy('id').executeTakeFirstOrThrow()
    const alter = (detail: string) =>
      storage.transact((tx) => tx.updateTable('auditEntry').set({ detail }).where('id', '=', entry.id).execute())
    await alter('{"forged":true}')
    expect((await verifyAudit(storage.read)).broken).toMatchObject({ reason: 'content' })
    await alter(entry.detail)
    expect((await verifyAudit(storage.read)).broken).toBeNull()
    await storage.transact((tx) => tx.deleteFrom('auditEntry').where('id', '=', entry.id).execute())
    expect((await verifyAudit(storage.read)).broken).toMatchObject({ reason: 'count' })
    const { sealedAt } = await storage.read
      .selectFrom('auditSeal')
      .selectAll()
      .where('seq', '=', 1)
      .executeTakeFirstOrThrow()
    await storage.transact((tx) => tx.deleteFrom('auditEntry').where('sealSeq', '=', 1).execute())
    expect((await verifyAudit(storage.read)).broken).toMatchObject({ seq: 1, from: sealedAt, to: sealedAt })
    await storage.transact((tx) =>
      tx
        .insertInto('auditEntry')
        .values({ ...entry, sealSeq: 1 })
        .execute(),
    )
    await storage.transact((tx) => tx.deleteFrom('auditSeal').execute())
    const span = { from: entry.at, to: entry.at }
    expect((await verifyAudit(storage.read)).broken).toEqual({ seq: 1, reason: 'gap', ...span })
  })
})

function asBody(error: { data?: object }): object | undefined {
  return error.data
}
