import { randomUUID } from 'node:crypto'
import type { Actor, Context, HeldGrant, Services } from '@dangjian/api/context'
import { appRouter } from '@dangjian/api/router'
import { createCallerFactory } from '@dangjian/api/trpc'
import {
  localDateOf,
  type AccountId,
  type Instant,
  type PersonId,
  type SessionId,
  type UnitId,
} from '@dangjian/domain/access'
import { idAt } from './id-at.ts'

const createCaller = createCallerFactory(appRouter)
export type Caller = ReturnType<typeof createCaller>

/**
 * Acts as a person through the real procedures, at an instant of one's choosing, so that the demo's history lies
 * in the past. One caller is for one command: each has an idempotency key, of its own unless told.
 */
export async function act(
  services: Services,
  who: { readonly personId: PersonId; readonly wearing?: UnitId | undefined },
  at: Instant,
  idempotencyKey: string = randomUUID(),
): Promise<Caller> {
  const context: Context = {
    ...services,
    clock: () => at,
    newId: () => idAt(at),
    outboxFilled: () => undefined,
    actor: await actorOf(services, who, at),
    sessionEnded: false,
    idempotencyKey,
    address: '127.0.0.1',
    device: '',
    setSessionToken: () => undefined,
    setHeader: () => undefined,
  }
  return createCaller(context)
}

async function actorOf(
  services: Services,
  who: { readonly personId: PersonId; readonly wearing?: UnitId | undefined },
  at: Instant,
): Promise<Actor> {
  const { read } = services.storage
  const person = await read.selectFrom('person').select('name').where('id', '=', who.personId).executeTakeFirstOrThrow()
  const day = localDateOf(at)
  const grants: HeldGrant[] = await read
    .selectFrom('roleGrant')
    .innerJoin('unit', 'unit.id', 'roleGrant.unitId')
    .selectAll('roleGrant')
    .select('unit.name as unitName')
    .where('roleGrant.personId', '=', who.personId)
    .where('roleGrant.fromOn', '<=', day)
    .where((eb) => eb.or([eb('roleGrant.toOn', 'is', null), eb('roleGrant.toOn', '>=', day)]))
    .execute()
  return {
    accountId: who.personId as string as AccountId,
    personId: who.personId,
    personName: person.name,
    sessionId: who.personId as string as SessionId,
    grants,
    duty: null,
    grant: grants.find((grant) => grant.unitId === who.wearing) ?? grants[0] ?? null,
  }
}
