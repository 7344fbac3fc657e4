import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { databaseKinds, emptyDatabase, type DatabaseKind } from '@dangjian/db/testing/both-databases'
import { buildCanaryWorld, canariesIn } from './testing/canary-world.ts'
import { CanaryWalk, idsIn, loseTables, spoilRows } from './testing/canary-walk.ts'
import { startLoggedServer } from './testing/logged-server.ts'

const plantedBodyLog = fileURLToPath(new URL('testing/planted-body-log.ts', import.meta.url))

/** Refusals that name what stands in the way, to somebody who may see it. */
const NAMING = ['edited-meanwhile', 'second-secretary', 'task-given-already', 'unit-holds-no-elections']

/** Walks through a server of one's own, first sound, then with spoilt rows, then without its tables. */
async function walk(kind: DatabaseKind, preload: readonly string[] = []) {
  const database = await emptyDatabase(kind)
  const { storage, dataDir, databaseUrl } = database
  const { users } = await buildCanaryWorld(storage)
  const server = await startLoggedServer(
    { DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
    preload,
  )
  const walker = new CanaryWalk(server.url)
  try {
    const cookies = new Map<string, string>()
    for (const user of users) cookies.set(user.username.split('-')[2] ?? '', await walker.signIn(user))
    const cookieOf = (name: string): string => cookies.get(name) ?? ''
    await walker.sitAndShow(storage, cookieOf('learner'), cookieOf('secretary'))
    await walker.nonsense(cookieOf('staff'))
    const ids = await idsIn(storage)
    const everybody = async (state: string) => {
      for (const [name, cookie] of cookies) await walker.everything(ids, cookie, `${state}-${name}`)
    }
    await everybody('sound')
    await walker.secondFactor(cookieOf('trainer'), users[2]!)
    await spoilRows(storage)
    await everybody('spoilt')
    // Events are delivered every few seconds: the one that cannot be has been tried before its table goes.
    await vi.waitFor(() => expect(server.log()).toMatch(/outbox event not delivered/), {
      timeout: 30_000,
      interval: 200,
    })
    await loseTables(storage)
    await everybody('lost')
    await walker.nonsense(cookieOf('staff'))
  } finally {
    await server.stop()
    await database.close()
  }
  const log = server.log()
  const sung = [...canariesIn(log), ...walker.secrets.filter((each) => log.includes(each))]
  return { log, sung, told: [...walker.told], statuses: walker.statuses }
}

describe.each(databaseKinds)('what a server writes to its log at the most talkative level (%s)', (kind) => {
  it('holds nothing of anybody and no secret, whatever was done and however it failed; nor does an error tell of others', async () => {
    const { log, sung, told, statuses } = await walk(kind)
    expect(sung).toEqual([])
    expect(NAMING).toEqual(expect.arrayContaining(told))
    expect(log).toMatch(/SyntaxError.*procedure failed/)
    expect(log).toMatch(/outbox event not delivered/)
    expect(log).toMatch(kind === 'sqlite' ? /no such table/ : /relation … does not exist/)
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 413, 422, 500]))
  }, 180_000)
})

describe('the same walk', () => {
  it('finds a logger that writes down the bodies of requests', async () => {
    const { sung } = await walk('sqlite', [plantedBodyLog])
    for (const label of ['wrong-password', 'answer', 'evidence', 'file-name', 'code', 'malformed']) {
      expect(sung.join()).toContain(`zqxj-${label}`)
    }
  }, 180_000)
})
