import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

/** What `npm run proof:fuzz` once found. */
describe.each(databaseKinds)('input that a database would stumble over (%s)', (kind) => {
  let server: TestServer
  let visitor: Visitor
  beforeAll(async () => {
    server = await startTestServer(kind)
    visitor = await server.asRole('societySecretary', 'a')
  })
  afterAll(() => server.stop())
  const refused = { data: { httpStatus: 400 } }

  it('is refused where a text holds a NUL or a list is empty', async () => {
    const { tasks, organisation } = visitor.api
    const unitId = server.world.units.a
    await expect(organisation.search.query({ unitId, words: '学\0习' })).rejects.toMatchObject(refused)
    const place = { kind: 'branchWorkingGroup', form: 'group', affiliation: null } as const
    const unit = { ...place, parentId: unitId, name: '学\0习' }
    await expect(organisation.foundUnit.mutate(unit)).rejects.toMatchObject(refused)
    const known = { username: 'a\0', password: 'b' }
    await expect(server.anonymous.access.signIn.mutate(known)).rejects.toMatchObject(refused)
    await expect(tasks.listParts.query({ unitId, states: [] })).rejects.toMatchObject(refused)
  })

  it('is refused where half a sign stands in the name of an authenticator', async () => {
    const issuer = '半\udfff字'
    const asked = visitor.api.access.drawSecondFactor.query({ secret: 'A'.repeat(32), issuer })
    await expect(asked).rejects.toMatchObject(refused)
  })

  it('counts back from the first day that a date can write', async () => {
    const { showCoverage } = visitor.api.organisation
    const asked = showCoverage.query({ unitId: server.world.units.a, asOn: '0000-01-01' })
    await expect(asked).resolves.toMatchObject({ yearBeforeOn: '0000-01-01' })
  })

  it('begins a list at its start where a cursor is no place in it', async () => {
    const { organisation } = visitor.api
    const page = async (cursor?: string) =>
      organisation.listPeople.query({ unitId: server.world.units.a, cursor, limit: 2 })
    const { rows, nextCursor } = await page()
    expect(rows).toHaveLength(2)
    expect((await page(nextCursor ?? undefined)).rows).not.toEqual(rows)
    for (const place of [['\0', randomUUID()], ['a'], ['a', 7], [randomUUID(), 'a', 'b'], null, {}]) {
      expect((await page(JSON.stringify(place))).rows).toEqual(rows)
    }
    for (const text of ['', '[', '\u{d800}']) expect((await page(text)).rows).toEqual(rows)
  })
})
