import { randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client'
import { type AccountId, type PersonId, type Role, type RoleGrantId, type SessionId } from '@dangjian/domain/access'
import { tokenHashOf } from '@dangjian/api/access/sign-in'
import { deliverOutbox } from '@dangjian/api/access/deliver-outbox'
import type { Services } from '@dangjian/api/context'
import type { AppRouter } from '@dangjian/api/router'
import { insertAccount } from '@dangjian/db/access/account-store'
import { insertRoleGrant } from '@dangjian/db/access/role-grant-store'
import { insertSession } from '@dangjian/db/access/session-store'
import { emptyDatabase, type DatabaseKind } from '@dangjian/db/testing/both-databases'
import { readConfig } from '../config.ts'
import { buildApp } from '../http/app.ts'
import { SESSION_COOKIE } from '../http/context.ts'
import { openServices, type ServiceOptions } from '../open-services.ts'
import { buildWorld, type Place, type World } from './world.ts'

export type Client = TRPCClient<AppRouter>

/** Somebody signed in: their procedures, and headers for requests of one's own. */
export interface Visitor {
  readonly api: Client
  readonly personId: PersonId
  readonly headers: Readonly<Record<string, string>>
}

export interface TestServer {
  readonly url: string
  readonly dataDir: string
  /** Undefined where the database is the embedded one. */
  readonly databaseUrl: string | undefined
  readonly services: Services
  readonly world: World
  /** Sets the server's clock; it stands still at that instant until set again. */
  setClock(instant: number): void
  /** Signs the `nth` person of a place in (0 is its secretary), with a role there or as a mere learner. */
  asRole(role: Role | null, place: Place, nth?: number): Promise<Visitor>
  readonly anonymous: Client
  /** Delivers what commands left in the outbox, as the background job does. */
  deliver(): Promise<number>
  stop(): Promise<void>
}

export interface TestServerOptions {
  /** Lets a test stand between the server and its services, e.g. to undo what every command writes. */
  readonly wrap?: (services: Services) => Services
  /** Makes the ids of the world, of sessions and of what the server writes, e.g. so that they repeat themselves. */
  readonly newId?: () => string
  /** Settings beside those that a test needs anyway. */
  readonly env?: Readonly<Record<string, string>>
}

/** The real server over HTTP on a free port, on a database of its own with a small world in it. */
export async function startTestServer(kind: DatabaseKind, options: TestServerOptions = {}): Promise<TestServer> {
  const database = await emptyDatabase(kind)
  const world = await buildWorld(database.storage, options.newId)
  let fixed: number | undefined
  const clock = (): number => fixed ?? Date.now()
  const settings = { DATA_DIR: database.dataDir, LOG_LEVEL: 'error', PORT: '0', SECOND_FACTOR: 'optional' }
  const config = readConfig({ ...settings, ...options.env }, '/')
  const own = openServices(config, { clock, storage: database.storage } satisfies ServiceOptions)
  const opened = options.newId ? { ...own, newId: options.newId } : own
  const services = options.wrap?.(opened) ?? opened
  const app = await buildApp(config, services)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  return {
    url,
    dataDir: database.dataDir,
    databaseUrl: database.databaseUrl,
    services,
    world,
    setClock: (instant) => {
      fixed = instant
    },
    async asRole(role, place, nth = 0) {
      const personId = world.people[place][nth]
      if (!personId) throw new Error(`There is no person ${nth} in ${place}`)
      const token = await signInDirectly(opened, personId, role, place, world)
      const headers = { cookie: `${SESSION_COOKIE}=${token}`, 'x-dangjian': '1' }
      return { api: clientFor(url, headers), personId, headers }
    },
    anonymous: clientFor(url, { 'x-dangjian': '1' }),
    deliver: () => deliverOutbox(services),
    async stop() {
      await app.close()
      await database.close()
    },
  }
}

function clientFor(url: string, headers: Record<string, string>): Client {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/trpc`,
        headers: ({ op }) => (op.type === 'mutation' ? { ...headers, 'idempotency-key': randomUUID() } : headers),
      }),
    ],
  })
}

/** A session without the cost of a password: what is tested is what follows sign-in. */
async function signInDirectly(
  services: Services,
  personId: PersonId,
  role: Role | null,
  place: Place,
  world: World,
): Promise<string> {
  const now = services.clock()
  const token = randomBytes(32).toString('base64url')
  await services.storage.transact(async (tx) => {
    const found = await tx.selectFrom('account').select('id').where('personId', '=', personId).executeTakeFirst()
    const accountId = found?.id ?? (services.newId() as AccountId)
    if (!found) {
      await insertAccount(tx, {
        id: accountId,
        personId,
        username: accountId,
        passwordHash: '!',
        passwordChangedAt: now,
        passwordGivenAt: null,
        disabledAt: null,
        createdAt: now,
      })
    }
    let actingGrantId: RoleGrantId | null = null
    if (role) {
      actingGrantId = services.newId() as RoleGrantId
      const unitId = world.units[place]
      await insertRoleGrant(tx, { id: actingGrantId, personId, role, unitId, fromOn: '2020-03-01', toOn: null })
    }
    await insertSession(tx, {
      id: services.newId() as SessionId,
      tokenHash: tokenHashOf(token),
      accountId,
      device: 'test',
      actingGrantId,
      createdAt: now,
      expiresAt: now + 12 * 3_600_000,
      revokedAt: null,
    })
  })
  return token
}
