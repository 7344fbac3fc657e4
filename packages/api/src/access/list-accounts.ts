import { z } from 'zod'
import { AccountId, PersonId, UnitId } from '@dangjian/domain/access'
import { listAccounts as list } from '@dangjian/db/access/account-store'
import { query } from '../trpc.ts'

/** People with an account in a unit and beneath it: for giving them a role, and for keeping their accounts. */
export const listAccounts = query({
  permission: 'access.list-accounts',
  kept: 'report',
  input: z.strictObject({
    unitId: UnitId,
    search: z.string().trim().max(100).optional(),
    cursor: z.string().max(100).optional(),
    limit: z.int().min(1).max(100).default(20),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: AccountId,
        personId: PersonId,
        username: z.string(),
        name: z.string(),
        disabled: z.boolean(),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input }) => {
    const rows = await list(db, input)
    return {
      rows: rows.map(({ disabledAt, ...row }) => ({ ...row, disabled: disabledAt !== null })),
      nextCursor: rows.length === input.limit ? (rows.at(-1)?.username ?? null) : null,
    }
  },
})
