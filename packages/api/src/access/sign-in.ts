import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { GIVEN_PASSWORD_DAYS, isGivenPasswordStale, type SessionId } from '@dangjian/domain/access'
import { insertAuditEntry } from '@dangjian/db/access/audit-store'
import { findAccount, findAccountByUsername } from '@dangjian/db/access/account-store'
import { findSecondFactor } from '@dangjian/db/access/second-factor-store'
import { insertSession } from '@dangjian/db/access/session-store'
import { command, notFound, refuseWith } from '../trpc.ts'
import { demandTries, QUARTER_HOUR_MS } from './demand-tries.ts'
import { spendCode, throttleCodes } from './second-factor.ts'

/** OWASP ASVS 5.0, 6.3.1: by account and address, by address alone, and by account alone. */
const limits = {
  accountAtAddress: { tries: 10, windowMs: QUARTER_HOUR_MS },
  address: { tries: 100, windowMs: QUARTER_HOUR_MS },
  account: { tries: 50, windowMs: QUARTER_HOUR_MS },
} as const

/** A hash of nothing anybody knows, so that an unknown user name takes as long as a wrong password. */
let decoy: Promise<string> | undefined

export function tokenHashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Begins a session: a new token in the browser's cookie, its hash in the database. */
export const signIn = command({
  permission: 'access.sign-in',
  input: z.strictObject({
    username: z.string().trim().min(1).max(100),
    password: z.string().min(1).max(1000),
    /** Of the authenticator, or a recovery code: asked for when the password was right. */
    code: z.string().min(1).max(40).optional(),
  }),
  output: z.strictObject({ signedIn: z.literal(true) }),
  // Named in the log; that a user name is unknown shows in nothing.
  target: async ({ db, input }) => {
    const account = await findAccountByUsername(db, input.username)
    return account ? { personId: account.personId } : {}
  },
  prepare: async ({ db, input, context, passwords, now, newId }) => {
    const username = input.username.toLowerCase()
    for (const [bucket, limit] of [
      [`sign-in:${username}@${context.address}`, limits.accountAtAddress],
      [`sign-in:@${context.address}`, limits.address],
      [`sign-in:${username}`, limits.account],
    ] as const) {
      demandTries(context, bucket, limit)
    }
    const account = await findAccountByUsername(db, username)
    decoy ??= passwords.hash(randomBytes(16).toString('hex'))
    const right = await passwords.verify(account?.passwordHash ?? (await decoy), input.password)
    const fail = async (refusal: 'sign-in-failed' | 'second-factor-wrong'): Promise<never> => {
      await context.storage.transact((tx) =>
        insertAuditEntry(tx, {
          id: newId(),
          at: now,
          accountId: account?.id ?? null,
          personId: account?.personId ?? null,
          role: null,
          actingUnitId: null,
          action: 'access.sign-in',
          targetUnitId: null,
          targetPersonId: null,
          detail: JSON.stringify({ refused: refusal }),
        }),
      )
      return refuseWith(refusal)
    }
    if (!account || !right || account.disabledAt !== null) return fail('sign-in-failed')
    if (isGivenPasswordStale(account, now)) refuseWith('given-password-stale', { days: GIVEN_PASSWORD_DAYS })
    if (await findSecondFactor(db, account.id)) {
      const { code } = input
      if (!code) return refuseWith('second-factor-needed')
      throttleCodes(context, account.id)
      const opens = await context.storage.transact((tx) => spendCode(tx, context.secrets, account.id, code, now))
      if (!opens) return fail('second-factor-wrong')
    }
    return account
  },
  run: async ({ db, prepared: account, context, now, newId, note, afterCommit }) => {
    // Changed while it was being checked: what ended the other sessions must not miss this one.
    const present = (await findAccount(db, account.id)) ?? notFound()
    if (present.passwordHash !== account.passwordHash || present.disabledAt !== null) refuseWith('sign-in-failed')
    const token = randomBytes(32).toString('base64url')
    const { absoluteMs } = context.sessionPolicy
    const id = newId<SessionId>()
    await insertSession(db, {
      id,
      tokenHash: tokenHashOf(token),
      accountId: account.id,
      device: context.device,
      actingGrantId: null,
      createdAt: now,
      expiresAt: now + absoluteMs,
      revokedAt: null,
    })
    note({ accountId: account.id, sessionId: id })
    afterCommit(() => context.setSessionToken(token, absoluteMs))
    return { signedIn: true as const }
  },
})
