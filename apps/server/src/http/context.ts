import type { FastifyReply, FastifyRequest } from 'fastify'
import { tokenHashOf } from '@dangjian/api/access/sign-in'
import type { Actor, Context, Services } from '@dangjian/api/context'
import { KeptAnswers } from '@dangjian/api/kept-answers'
import { storageTroubleOf } from '@dangjian/db/connection/storage-trouble'
import { findHeldSession, findSessionSeen, saveSessionSeen, type HeldSession } from '@dangjian/db/access/session-store'
import { localDateOf, openDuty, type Instant } from '@dangjian/domain/access'

/** Host-only, HTTPS-only (browsers count the loopback as secure), out of scripts' reach. */
export const SESSION_COOKIE = '__Host-dangjian'
const SEEN_EVERY_MS = 60_000

const sessions = new KeptAnswers(5000)
/** When a session that is kept was last used. */
const seen = new WeakMap<HeldSession, Instant>()

/** Who asks, from the session's cookie, wearing the role that the page names. */
export async function authenticate(services: Services, request: FastifyRequest): Promise<Actor | null> {
  const token = request.cookies[SESSION_COOKIE]
  if (!token) return null
  const { storage, sessionPolicy } = services
  const now = services.clock()
  const today = localDateOf(now)
  const hash = tokenHashOf(token)
  const session = await sessions.answer(storage.versions, `${hash} ${today}`, () =>
    findHeldSession(storage.read, hash, today),
  )
  if (!session || session.expiresAt <= now) return null
  const seenAt = seen.get(session) ?? (await findSessionSeen(storage.read, session))
  if (seenAt <= now - sessionPolicy.idleMs) return null
  seen.set(session, seenAt)
  if (seenAt < now - SEEN_EVERY_MS) {
    seen.set(session, now)
    await storage
      .transact((tx) => saveSessionSeen(tx, session.id, now))
      .catch((error: unknown) => {
        // Reading goes on without room; that somebody was here is told again at a later request.
        if (storageTroubleOf(error) !== 'storage-full') throw error
      })
  }
  const asked = request.headers['x-acting-grant']
  const wears = (id: unknown) => session.grants.find((grant) => grant.id === id)
  return {
    accountId: session.accountId,
    personId: session.personId,
    personName: session.personName,
    sessionId: session.id,
    grants: session.grants,
    duty: openDuty(
      session,
      session.grants.map(({ role }) => role),
      services.secondFactorRequired,
    ),
    grant: wears(asked) ?? wears(session.actingGrantId) ?? session.grants[0] ?? null,
  }
}

export async function contextFor(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const key = request.headers['idempotency-key']
  const actor = await authenticate(services, request)
  return {
    ...services,
    actor,
    sessionEnded: !actor && request.cookies[SESSION_COOKIE] !== undefined,
    idempotencyKey: typeof key === 'string' && /^[\w-]{8,100}$/.test(key) ? key : null,
    address: request.ip,
    device: deviceOf(request.headers['user-agent'] ?? ''),
    setSessionToken: (token, maxAgeMs) => {
      const options = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' as const }
      if (token) void reply.setCookie(SESSION_COOKIE, token, { ...options, maxAge: Math.floor(maxAgeMs / 1000) })
      else void reply.clearCookie(SESSION_COOKIE, options)
    },
    setHeader: (name, value) => void reply.header(name, value),
  }
}

/** Browser and system in two words: enough to know one's own devices again, too little to follow anybody. */
function deviceOf(userAgent: string): string {
  const browser = ['MicroMessenger', 'Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => userAgent.includes(name))
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'].find((name) => userAgent.includes(name))
  return [browser === 'Edg' ? 'Edge' : browser === 'MicroMessenger' ? 'WeChat' : browser, system]
    .filter(Boolean)
    .join(' · ')
}
