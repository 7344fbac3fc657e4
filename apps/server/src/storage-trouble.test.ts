import { afterEach, describe, expect, it } from 'vitest'
import { databaseKinds, type DatabaseKind } from '@dangjian/db/testing/both-databases'
import { troubleStorage } from '@dangjian/db/testing/storage-in-trouble'
import { startTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer | undefined
afterEach(() => server?.stop())

const refusals: Record<DatabaseKind, string> = { sqlite: 'storage-full', postgres: 'storage-away' }

describe.each(databaseKinds)('a database in trouble (%s)', (kind) => {
  it('is told as such with a time to try again, and the same request goes through afterwards', async () => {
    server = await startTestServer(kind)
    const { api, headers } = await server.asRole('societySecretary', 'a')
    const session = await api.access.session.query()
    const roleGrantId = session.signedIn ? session.grants[0]?.id : undefined
    const save = (key: string) =>
      fetch(`${server?.url}/trpc/access.chooseActingGrant`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ roleGrantId }),
      })
    const giveBack = await troubleStorage(server.services.storage)
    const statuses = new Map<number, Response>()
    for (let n = 0; n < 200 && !statuses.has(503); n += 1) {
      const answer = await save(`trouble-${n}-0000`)
      statuses.set(answer.status, answer)
    }
    const refused = statuses.get(503)
    await giveBack()
    // A connection that was cut unseen may still cost a try: a page tries again as well.
    let after = 0
    for (let n = 0; n < 20 && after !== 200; n += 1) after = (await save('trouble-over-0000')).status
    expect(after).toBe(200)
    expect(refused?.headers.get('retry-after')).toBe('5')
    expect(JSON.stringify(await refused?.json())).toContain(`"refusal":"${refusals[kind]}"`)
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([503])
  })
})
