import { z } from 'zod'
import { UnitId } from '@dangjian/domain/access'
import { BankId, QuestionBank } from '@dangjian/domain/training'
import { findBankByTitle, insertBank } from '@dangjian/db/training/bank-store'
import { command, refuseWith } from '../trpc.ts'

/** Begins an empty question bank. */
export const createBank = command({
  permission: 'training.create-bank',
  input: z.strictObject({ unitId: UnitId, title: QuestionBank.shape.title }),
  output: z.strictObject({ bankId: BankId }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, now, newId, note }) => {
    if (await findBankByTitle(db, input.unitId, input.title)) refuseWith('bank-title-taken')
    const bankId = newId<BankId>()
    await insertBank(db, { id: bankId, ...input, createdAt: now })
    note({ bankId })
    return { bankId }
  },
})
