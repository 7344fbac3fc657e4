import { z } from 'zod'
import { deleteSecondFactor, findSecondFactor } from '@dangjian/db/access/second-factor-store'
import { command, refuseWith } from '../trpc.ts'
import { demandPassword } from './demand-password.ts'
import { throttleCodes, spendCode } from './second-factor.ts'

/** Turns two-step sign-in off, e.g. to change the telephone. A role that needs it asks for it again at once. */
export const removeSecondFactor = command({
  permission: 'access.remove-second-factor',
  input: z.strictObject({ code: z.string().min(1).max(40), password: z.string().min(1).max(1000) }),
  output: z.strictObject({ enrolled: z.literal(false) }),
  prepare: async (args) => {
    await demandPassword(args, args.input.password)
    throttleCodes(args.context, args.actor.accountId)
  },
  run: async ({ db, input, actor, context, now }) => {
    if (!(await findSecondFactor(db, actor.accountId))) refuseWith('second-factor-missing')
    const right = await spendCode(db, context.secrets, actor.accountId, input.code, now)
    if (!right) refuseWith('second-factor-wrong')
    await deleteSecondFactor(db, actor.accountId)
    return { enrolled: false as const }
  },
})
