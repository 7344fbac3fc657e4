import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import { countRecoveryCodesLeft, findSecondFactor } from '@dangjian/db/access/second-factor-store'
import { query } from '../trpc.ts'

/** Whether one's own two-step sign-in is on, and how many recovery codes are left. */
export const showSecondFactor = query({
  permission: 'access.show-second-factor',
  input: z.void(),
  output: z.strictObject({ enrolledAt: Instant.nullable(), recoveryCodesLeft: z.int() }),
  run: async ({ db, actor }) => ({
    enrolledAt: (await findSecondFactor(db, actor.accountId))?.enrolledAt ?? null,
    recoveryCodesLeft: await countRecoveryCodesLeft(db, actor.accountId),
  }),
})
