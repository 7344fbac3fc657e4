import { z } from 'zod'
import { PersonId, UnitId } from '@dangjian/domain/access'
import { findPeopleWithoutAccount as find } from '@dangjian/db/access/account-store'
import { query } from '../trpc.ts'

const MOST = 20

/**
 * People who have no account yet, by name or pinyin: to choose whom to give one. Only what tells two people of the
 * same name apart is shown, and nobody without being asked for: the operator sees no business data.
 */
export const findPeopleWithoutAccount = query({
  permission: 'access.find-people-without-account',
  input: z.strictObject({ unitId: UnitId, words: z.string().trim().min(1).max(50) }),
  output: z.strictObject({
    rows: z.array(z.strictObject({ personId: PersonId, name: z.string(), unitName: z.string() })),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => ({ rows: await find(db, { ...input, day: today, most: MOST }) }),
})
