import { TRPCError } from '@trpc/server'
import { storageTroubleOf } from '@dangjian/db/connection/storage-trouble'
import type { Decision, Detail } from '@dangjian/domain/access'

/** When a client may try again that met a database out of reach, in seconds. */
export const RETRY_AFTER = '5'

/** A rule said no. Carries the refusal's name and figures to the client, which has the words. */
export class Refusal extends Error {
  readonly refusal: string
  readonly detail: Detail | undefined

  constructor(refusal: string, detail?: Detail) {
    super(refusal)
    this.name = 'Refusal'
    this.refusal = refusal
    this.detail = detail
  }
}

/** Refusals that are not a rule's 'no' but the state of things around it have their own status. */
const statusOf: Readonly<Record<string, TRPCError['code']>> = {
  'edited-meanwhile': 'CONFLICT',
  'too-many-tries': 'TOO_MANY_REQUESTS',
  'too-busy': 'TOO_MANY_REQUESTS',
  'sign-in-failed': 'UNAUTHORIZED',
  'password-must-change': 'FORBIDDEN',
  'second-factor-must-enrol': 'FORBIDDEN',
  'second-factor-needed': 'UNAUTHORIZED',
  'idempotency-key-missing': 'BAD_REQUEST',
  'storage-away': 'SERVICE_UNAVAILABLE',
  'storage-full': 'SERVICE_UNAVAILABLE',
}

export function refuseWith(refusal: string, detail?: Detail): never {
  const cause = new Refusal(refusal, detail)
  throw new TRPCError({ code: statusOf[refusal] ?? 'UNPROCESSABLE_CONTENT', message: refusal, cause })
}

/** The value a rule decided on; its refusal ends the procedure and undoes what it wrote. */
export function accept<T, R extends string>(decision: Decision<T, R>): T {
  return decision.ok ? decision.value : refuseWith(decision.refusal, decision.detail)
}

/** Nobody is signed in, or no longer. */
export function signInNeeded(): never {
  throw new TRPCError({ code: 'UNAUTHORIZED', message: 'sign-in-needed' })
}

/** There is no such thing, or it is not the caller's to see: the answer is the same. */
export function notFound(): never {
  throw new TRPCError({ code: 'NOT_FOUND', message: 'not-found' })
}

/** Ends the request in words where the database is out of reach or full; any other failure goes on as what it is. */
export function refuseStorageTrouble(error: unknown, setHeader: (name: string, value: string) => void): void {
  const trouble = storageTroubleOf(error)
  if (!trouble) return
  setHeader('retry-after', RETRY_AFTER)
  refuseWith(trouble)
}

/** Refuses to save before it is tried: what room there is left is for signing in. */
export function refuseFullStorage(setHeader: (name: string, value: string) => void): never {
  setHeader('retry-after', RETRY_AFTER)
  refuseWith('storage-full')
}
