import { z } from 'zod'
import { UnitId } from '@dangjian/domain/access'
import { BankId } from '@dangjian/domain/training'
import { listBanks as list } from '@dangjian/db/training/bank-store'
import { countByCategory } from '@dangjian/db/training/question-store'
import { query } from '../trpc.ts'

/** Question banks of a unit and of those beneath it, each with what can be drawn from it. */
export const listBanks = query({
  permission: 'training.list-banks',
  input: z.strictObject({ unitId: UnitId, cursor: BankId.optional(), limit: z.int().min(1).max(100).default(50) }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: BankId,
        title: z.string(),
        unitName: z.string(),
        active: z.int(),
        retired: z.int(),
        categories: z.array(z.strictObject({ category: z.string(), count: z.int() })),
      }),
    ),
    nextCursor: BankId.nullable(),
    total: z.int(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input }) => {
    const { rows, total } = await list(db, { beneath: input.unitId, cursor: input.cursor, limit: input.limit })
    const counts = await countByCategory(
      db,
      rows.map(({ id }) => id),
    )
    return {
      rows: rows.map(({ id, title, unitName, active, retired }) => ({
        id,
        title,
        unitName,
        active: active ?? 0,
        retired: retired ?? 0,
        categories: counts.filter(({ bankId }) => bankId === id).map(({ category, count }) => ({ category, count })),
      })),
      nextCursor: rows.length === input.limit ? (rows.at(-1)?.id ?? null) : null,
      total,
    }
  },
})
