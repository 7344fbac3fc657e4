import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { startTestServer, type TestServer } from './testing/test-server.ts'

const password = '山高水长不改初心'

describe.each(databaseKinds)('signing in (%s)', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer(kind)
    const operator = await server.asRole('systemOperator', 'association', 2)
    const personId = server.world.people['a.group'][0] as string
    const given = 'k7mq-x2hd-9cvn-t4wp'
    await operator.api.access.createAccount.mutate({ personId, username: 'Wan.Li', password: given })
    const cookie = cookieOf(await signIn({ username: 'wan.li', password: given }))
    expect((await post(cookie, 'choosePassword', { next: password })).status).toBe(200)
  })
  afterAll(() => server.stop())

  const signIn = (body: { username: string; password: string }) =>
    fetch(`${server.url}/trpc/access.signIn`, {
      method: 'POST',
      headers: { 'x-dangjian': '1', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const sessionOf = async (cookie: string) => {
    const answer = await fetch(`${server.url}/trpc/access.session`, { headers: { cookie } })
    return ((await answer.json()) as { result: { data: { signedIn: boolean } } }).result.data.signedIn
  }
  const post = (cookie: string, procedure: string, body: object) =>
    fetch(`${server.url}/trpc/access.${procedure}`, {
      method: 'POST',
      headers: { cookie, 'x-dangjian': '1', 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    })
  const change = (cookie: string, body: { current: string; next: string }) => post(cookie, 'changePassword', body)

  it('gives a host-only cookie that scripts cannot read and plain HTTP cannot carry', async () => {
    const answer = await signIn({ username: 'wan.li', password })
    expect(answer.status).toBe(200)
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-dangjian=/)
    for (const word of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(word)
    expect(cookie).not.toContain('Domain')
    expect(await sessionOf(cookieOf(answer))).toBe(true)
  })

  it('answers a wrong password and an unknown name alike', async () => {
    const wrong = await signIn({ username: 'wan.li', password: 'not this one' })
    const unknown = await signIn({ username: 'nobody.at.all', password: 'not this one' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await wrong.text()).toBe(await unknown.text())
  })

  it('signs every other device out when the password changes, and refuses a common or leaked one', async () => {
    const here = cookieOf(await signIn({ username: 'wan.li', password }))
    const there = cookieOf(await signIn({ username: 'wan.li', password }))
    expect((await change(here, { current: password, next: '12345678' })).status).toBe(422)
    const leaked = await change(here, { current: password, next: 'Sunshine2026' })
    expect([leaked.status, await leaked.text()]).toEqual([422, expect.stringContaining('password-leaked')])
    expect((await change(here, { current: password, next: password })).status).toBe(422)
    expect((await change(here, { current: 'wrong', next: '新的一句好记的话' })).status).toBe(422)
    expect((await change(here, { current: password, next: '新的一句好记的话' })).status).toBe(200)
    expect([await sessionOf(here), await sessionOf(there)]).toEqual([true, false])
    expect((await change(here, { current: '新的一句好记的话', next: password })).status).toBe(200)
  })

  it('asks to come back later after ten tries, without locking the account elsewhere', async () => {
    const tries = []
    for (let n = 0; n < 11; n += 1) tries.push((await signIn({ username: 'victim', password: `guess ${n}` })).status)
    expect(tries).toEqual([...Array(10).fill(401), 429])
    const answer = await signIn({ username: 'victim', password: 'again' })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await signIn({ username: 'wan.li', password })).status).toBe(200)
  })

  it('ends after half an hour of quiet', async () => {
    const cookie = cookieOf(await signIn({ username: 'wan.li', password }))
    server.setClock(Date.now() + 29 * 60_000)
    expect(await sessionOf(cookie)).toBe(true)
    server.setClock(Date.now() + (29 + 31) * 60_000)
    expect(await sessionOf(cookie)).toBe(false)
  })
})
