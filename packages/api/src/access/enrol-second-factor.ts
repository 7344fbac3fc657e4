import { z } from 'zod'
import { normaliseCode, RECOVERY_CODES, RecoveryCode, TotpSecret } from '@dangjian/domain/access'
import { findAccount } from '@dangjian/db/access/account-store'
import { findSecondFactor, insertSecondFactor } from '@dangjian/db/access/second-factor-store'
import { revokeSessions } from '@dangjian/db/access/session-store'
import { command, notFound, refuseWith } from '../trpc.ts'
import { demandPassword } from './demand-password.ts'
import { throttleCodes } from './second-factor.ts'
import { matchingStep } from './totp.ts'

/**
 * Turns two-step sign-in on, once a code shows that the authenticator has the secret. Secret and recovery codes were made
 * in the browser; what is kept of them is sealed. Sessions begun without a code end.
 */
export const enrolSecondFactor = command({
  permission: 'access.enrol-second-factor',
  input: z.strictObject({
    secret: TotpSecret,
    recoveryCodes: z.array(RecoveryCode).length(RECOVERY_CODES),
    code: z.string().min(1).max(40),
    password: z.string().min(1).max(1000),
  }),
  output: z.strictObject({ enrolled: z.literal(true) }),
  prepare: async (args) => {
    await demandPassword(args, args.input.password)
    throttleCodes(args.context, args.actor.accountId)
  },
  run: async ({ db, input, actor, context, now }) => {
    const account = (await findAccount(db, actor.accountId)) ?? notFound()
    if (await findSecondFactor(db, account.id)) refuseWith('second-factor-held')
    const step = matchingStep(input.secret, normaliseCode(input.code), now) ?? refuseWith('second-factor-wrong')
    await insertSecondFactor(
      db,
      {
        accountId: account.id,
        secret: context.secrets.seal(input.secret, account.id),
        lastStep: step,
        enrolledAt: now,
      },
      [...new Set(input.recoveryCodes)].map((code) => context.secrets.digest(code, account.id)),
    )
    await revokeSessions(db, account.id, now, actor.sessionId)
    return { enrolled: true as const }
  },
})
