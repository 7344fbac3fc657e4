import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileId, Role } from '@dangjian/domain/access'
import { connect } from '@dangjian/db/connection/connect'
import type { Storage } from '@dangjian/db/connection/storage'
import type { TableVersions } from '@dangjian/db/connection/table-versions'
import { moveUnitClosure } from '@dangjian/db/organisation/unit-scope'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { callProcedures } from './testing/call-procedure.ts'
import { answersOf, keptQueries, questionsOf, serveUnkept, tablesOf, type Questions } from './testing/kept-queries.ts'
import type { Walker } from './testing/permission-walk.ts'
import { inputAt, siteOf } from './testing/procedure-target.ts'
import { listProcedures } from './testing/procedures.ts'
import { startTestServer, type TestServer, type TestServerOptions } from './testing/test-server.ts'
import { buildTwins, type Twins } from './testing/twins.ts'
import { newTwinId } from './testing/twin.ts'
import { canaryOf, type Place } from './testing/world.ts'

const NOON = Date.parse('2026-11-24T04:00:00Z')

/** A server that keeps answers, the same one keeping none, and everyone who may ask. */
interface Pair {
  readonly kept: TestServer
  readonly unkept: Awaited<ReturnType<typeof serveUnkept>>
  readonly twins: Twins
  readonly asked: readonly Questions[]
  stop(): Promise<void>
}

async function startPair(kind: (typeof databaseKinds)[number], options: TestServerOptions = {}): Promise<Pair> {
  const kept = await startTestServer(kind, { ...options, env: { LOG_LEVEL: 'silent' } })
  kept.setClock(NOON)
  const twins = await buildTwins(kept.services.storage, kept.world)
  const walkers: [Walker, Place][] = []
  for (const [role, at, nth] of [
    ['associationAdministrator', 'association', 0],
    ['systemOperator', 'association', 1],
    ['trainer', 'association', 2],
    ['societySecretary', 'a', 1],
    ['schoolDean', 'a', 2],
    [null, 'a.office', 1],
  ] as const) {
    walkers.push([await walkerOf(kept, role, at, nth), at])
  }
  const all = walkers.map(([walker, at]) => questionsOf(walker, twins, at, canaryOf('a')))
  const asked = await answered(kept.url, all)
  const unkept = await serveUnkept(kept.dataDir, kept.services)
  return {
    ...{ kept, unkept, twins, asked },
    async stop() {
      await unkept.stop()
      await kept.stop()
    },
  }
}

/** The questions that somebody is answered; each by two at most. */
async function answered(url: string, all: readonly Questions[]): Promise<Questions[]> {
  const found = new Map<string, number>()
  const asked: Questions[] = []
  for (const { walker, calls } of all) {
    const answers = await callProcedures(url, walker.headers, calls)
    const open = calls.filter(({ procedure: { path } }, n) => {
      if (answers[n]?.status !== 200 || found.get(path) === 2) return false
      found.set(path, (found.get(path) ?? 0) + 1)
      return true
    })
    asked.push({ walker, calls: open })
  }
  return asked
}

async function walkerOf(server: TestServer, role: Role | null, place: Place, nth: number): Promise<Walker> {
  const { headers, personId } = await server.asRole(role, place, nth)
  const fileId = newTwinId<FileId>()
  return { name: role ?? 'learner', headers, signedIn: true, role, place, personId, fileId }
}

/** Which answers of the server that keeps them are not what it would answer now; and which are others than before. */
async function staleIn({ kept, unkept, asked }: Pair, before: readonly string[]) {
  const answers = await answersOf(kept.url, asked)
  const now = await answersOf(unkept.url, asked)
  const pathOf = (answer: string): string => answer.slice(0, answer.indexOf(' '))
  return {
    now,
    stale: answers.filter((answer, n) => answer !== now[n]),
    moved: now.filter((answer, n) => answer !== before[n]).map(pathOf),
  }
}

/** Empties a table by one hand and fills it again by another; what was stale meanwhile, and what moved. */
async function emptied(pair: Pair, table: string, by: Storage, back: Storage) {
  const name = table as 'person'
  const rows = await by.read.selectFrom(name).selectAll().execute()
  if (rows.length === 0) return { stale: [], moved: [] }
  const before = await answersOf(pair.kept.url, pair.asked)
  await by.transact((tx) => tx.deleteFrom(name).execute())
  const without = await staleIn(pair, before)
  for (let at = 0; at < rows.length; at += 100) {
    const some = rows.slice(at, at + 100)
    await back.transact((tx) => tx.insertInto(name).values(some).execute())
  }
  const again = await answersOf(pair.kept.url, pair.asked)
  return { stale: [...without.stale, ...again.filter((answer, n) => answer !== before[n])], moved: without.moved }
}

describe('answers that are kept', () => {
  let pair: Pair
  let elsewhere: Storage
  /** The fault that is planted, while it is. */
  let leftOut: string | null = null
  beforeAll(async () => {
    const wrap: TestServerOptions['wrap'] = (services) => {
      const versions = services.storage.versions && leavingOut(services.storage.versions, () => leftOut)
      return { ...services, storage: { ...services.storage, versions } }
    }
    pair = await startPair('sqlite', { wrap })
    // As another process of the installation: the operator's commands beside a running server.
    elsewhere = connect({ databaseUrl: undefined, dataDir: pair.kept.dataDir })
  })
  afterAll(async () => {
    await elsewhere.close()
    await pair.stop()
  })

  it('are never those of before: whatever table is written, by the server or beside it', async () => {
    const { storage } = pair.kept.services
    const moved = new Set<string>()
    const stale: string[] = []
    const tables = await tablesOf(storage)
    expect(tables.length).toBeGreaterThan(40)
    for (const [n, table] of tables.entries()) {
      // A session's last use hangs on it.
      if (table === 'session') await storage.transact((tx) => tx.deleteFrom('sessionSeen').execute())
      const hands = n % 2 === 0 ? ([storage, elsewhere] as const) : ([elsewhere, storage] as const)
      const found = await emptied(pair, table, ...hands)
      stale.push(...found.stale.map((answer) => `${table}: ${answer.slice(0, 300)}`))
      for (const path of found.moved) moved.add(path)
    }
    expect(stale).toEqual([])
    // And each of them had something to notice.
    expect([...moved].toSorted()).toEqual(
      keptQueries()
        .map(({ path }) => path)
        .toSorted(),
    )
  }, 240_000)

  it('know of every command as soon as it is answered', async () => {
    const { kept, twins, asked } = pair
    let before = await answersOf(kept.url, asked)
    let done = 0
    const stale: string[] = []
    for (const procedure of listProcedures()) {
      if (procedure.type === 'query' || procedure.path.startsWith('access.')) continue
      for (const { walker } of asked) {
        const input = inputAt(procedure, siteOf(procedure, twins, walker.place), walker, { filled: true })
        const [answer] = await callProcedures(kept.url, walker.headers, [{ procedure, input }])
        if (answer?.status !== 200) continue
        done += 1
        const found = await staleIn(pair, before)
        before = found.now
        stale.push(...found.stale.map((each) => `${procedure.path}: ${each.slice(0, 300)}`))
        break
      }
    }
    expect(stale).toEqual([])
    expect(done).toBeGreaterThan(10)
  }, 240_000)

  it('would be found out, were a table left out of what they were made from', async () => {
    const { storage } = pair.kept.services
    try {
      for (const table of ['person', 'assignment', 'courseVersion']) {
        leftOut = table
        const { stale } = await emptied(pair, table, storage, storage)
        expect(stale.length, table).toBeGreaterThan(0)
      }
    } finally {
      leftOut = null
    }
  }, 120_000)
})

/** Counts writes to all tables but one. */
function leavingOut(versions: TableVersions, which: () => string | null): TableVersions {
  const stamp = (tables: readonly string[]): string => versions.stamp(tables.filter((each) => each !== which()))
  const planted: Pick<TableVersions, 'watch' | 'stamp' | 'moment'> = {
    async watch(work) {
      const watched = await versions.watch(work)
      return which() ? { ...watched, stamp: stamp(watched.tables) } : watched
    },
    stamp,
    moment: () => versions.moment(),
  }
  return planted as TableVersions
}

describe.each(databaseKinds)('answers that may be kept (%s)', (kind) => {
  let pair: Pair
  beforeAll(async () => {
    pair = await startPair(kind)
  })
  afterAll(() => pair.stop())

  it('are kept on the embedded database alone: on the other, nobody would know of a write', () => {
    expect(pair.kept.services.storage.versions === null).toBe(kind === 'postgres')
  })

  const ways = ['a role is revoked', 'an account is disabled', 'a unit is moved away'] as const
  it.each(ways)('are gone when %s', async (how) => {
    const { kept, unkept, twins } = pair
    const { storage } = kept.services
    const walker = await walkerOf(kept, 'societySecretary', 'b', ways.indexOf(how))
    const asked = [questionsOf(walker, twins, 'b.office', canaryOf('b'))]
    const before = await answersOf(kept.url, asked)
    const open = before.filter((answer) => / 200 /.test(answer.slice(0, 120)))
    expect(open.length).toBeGreaterThan(8)
    if (how === 'a role is revoked') {
      const grant = await storage.read
        .selectFrom('roleGrant')
        .select('id')
        .where('personId', '=', walker.personId!)
        .executeTakeFirstOrThrow()
      const staff = await kept.asRole('securityAdministrator', 'association', 2)
      await staff.api.access.revokeRole.mutate({ roleGrantId: grant.id })
    } else if (how === 'an account is disabled') {
      const account = await storage.read
        .selectFrom('account')
        .select('id')
        .where('personId', '=', walker.personId!)
        .executeTakeFirstOrThrow()
      const operator = await kept.asRole('systemOperator', 'association', 1)
      await operator.api.access.disableAccount.mutate({ accountId: account.id })
    } else {
      await storage.transact((tx) => moveUnitClosure(tx, kept.world.units['b.office'], kept.world.units.c))
    }
    const after = await answersOf(kept.url, asked)
    expect(after).toEqual(await answersOf(unkept.url, asked))
    const still = after.filter((answer, n) => / 200 /.test(answer.slice(0, 120)) && open.includes(before[n] ?? ''))
    // What is left is what somebody asks about themselves.
    const own = how === 'an account is disabled' ? 0 : 3
    expect(still.map((answer) => answer.slice(0, 120)).length, still.join('\n').slice(0, 2000)).toBeLessThanOrEqual(own)
  })
})
