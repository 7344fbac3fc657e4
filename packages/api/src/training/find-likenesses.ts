import { z } from 'zod'
import { BankId, findAlike, QuestionId, QuestionKind } from '@dangjian/domain/training'
import { listLikenesses } from '@dangjian/db/training/question-store'
import { query } from '../trpc.ts'
import { bankTarget } from './course-scope.ts'

/** Comparing takes longer than a glance beyond this. */
const COMPARED = 5000

const Half = z.strictObject({ id: QuestionId, kind: QuestionKind, category: z.string(), stem: z.string() })

/** Pairs of active questions of a bank that ask nearly the same, the most alike first. */
export const findLikenesses = query({
  permission: 'training.find-likenesses',
  input: z.strictObject({ bankId: BankId }),
  output: z.strictObject({
    pairs: z.array(z.strictObject({ share: z.number(), first: Half, second: Half })),
    /** Whether the bank is so large that only its oldest questions were compared. */
    partly: z.boolean(),
  }),
  target: bankTarget,
  run: async ({ db, input }) => {
    const rows = await listLikenesses(db, input.bankId, COMPARED)
    const byId = new Map(rows.map(({ likeness: _, ...row }) => [row.id, row]))
    const pairs = findAlike(rows).flatMap(({ first, second, share }) => {
      const [one, other] = [byId.get(first), byId.get(second)]
      return one && other ? [{ share: Math.round(share * 100) / 100, first: one, second: other }] : []
    })
    return { pairs, partly: rows.length === COMPARED }
  },
})
