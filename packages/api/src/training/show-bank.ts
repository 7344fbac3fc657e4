import { z } from 'zod'
import { UnitId } from '@dangjian/domain/access'
import { BankId } from '@dangjian/domain/training'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { findBank } from '@dangjian/db/training/bank-store'
import { countByCategory } from '@dangjian/db/training/question-store'
import { notFound, query } from '../trpc.ts'
import { bankTarget } from './course-scope.ts'

/** A question bank with the categories that its active questions have. */
export const showBank = query({
  permission: 'training.show-bank',
  input: z.strictObject({ bankId: BankId }),
  output: z.strictObject({
    id: BankId,
    unitId: UnitId,
    unitName: z.string(),
    title: z.string(),
    categories: z.array(z.strictObject({ category: z.string(), count: z.int() })),
  }),
  target: bankTarget,
  run: async ({ db, input }) => {
    const { id, unitId, title } = (await findBank(db, input.bankId)) ?? notFound()
    const categories = await countByCategory(db, [id])
    return {
      id,
      unitId,
      title,
      unitName: (await findUnit(db, unitId))?.name ?? '',
      categories: categories.map(({ category, count }) => ({ category, count })),
    }
  },
})
