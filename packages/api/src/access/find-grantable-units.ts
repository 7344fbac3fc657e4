import { z } from 'zod'
import { UnitId } from '@dangjian/domain/access'
import { findUnit, searchUnits } from '@dangjian/db/organisation/unit-store'
import { query } from '../trpc.ts'

const MOST = 20

/** Units by name, pinyin or initials that a role may be granted for; without words, the unit itself. */
export const findGrantableUnits = query({
  permission: 'access.find-grantable-units',
  input: z.strictObject({ unitId: UnitId, words: z.string().trim().max(50).default('') }),
  output: z.strictObject({ rows: z.array(z.strictObject({ id: UnitId, name: z.string() })) }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input }) => {
    const own = await findUnit(db, input.unitId)
    const found = input.words ? await searchUnits(db, input.unitId, input.words, MOST) : own ? [own] : []
    return { rows: found.map(({ id, name }) => ({ id, name })) }
  },
})
