import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPerson } from '@dangjian/db/organisation/person-store'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import type { PersonId } from '@dangjian/domain/access'
import { societyKeys } from './testing/world.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

/** Answers to reports may be kept: nobody may notice but by the clock. */
describe.each(databaseKinds)('reports over HTTP (%s)', (kind) => {
  let server: TestServer
  let association: Visitor
  beforeAll(async () => {
    server = await startTestServer(kind)
    association = await server.asRole('associationAdministrator', 'association')
  })
  afterAll(() => server.stop())

  const people = (visitor: Visitor): Promise<number> =>
    visitor.api.organisation.countPeople.query({ unitId: server.world.units.association })

  it('know of a write as soon as whoever made it has the answer', async () => {
    const before = await people(association)
    expect(await people(association)).toBe(before)
    await server.services.storage.transact(async (tx) => {
      const id = randomUUID() as PersonId
      await insertPerson(tx, { id, name: '新来', memberStatus: 'none', rev: 1, createdAt: 0 })
      await tx
        .insertInto('membership')
        .values({
          id: randomUUID(),
          unitId: server.world.units.association,
          personId: id,
          fromOn: '2020-01-01',
          toOn: null,
        })
        .execute()
    })
    expect(await people(association)).toBe(before + 1)
  })

  it('are asked for by many at once and are the same for all of them', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => people(association)))
    expect(new Set(answers).size).toBe(1)
  })

  it('are gone with the role that opened them', async () => {
    const leaving = await server.asRole('associationAdministrator', 'association', 1)
    await people(leaving)
    await server.services.storage.transact((tx) =>
      tx.deleteFrom('roleGrant').where('personId', '=', leaving.personId).execute(),
    )
    await expect(people(leaving)).rejects.toMatchObject({ data: { httpStatus: 403 } })
  })

  it('are not shared between those who may see different things', async () => {
    const society = await server.asRole('societySecretary', societyKeys[0])
    await expect(people(society)).rejects.toMatchObject({ data: { httpStatus: 404 } })
    expect(await people(association)).toBeGreaterThan(0)
  })
})
