import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import { BankId, QuestionId, QuestionKind, QuestionVersionId } from '@dangjian/domain/training'
import { listQuestions as list } from '@dangjian/db/training/question-store'
import { query } from '../trpc.ts'
import { bankTarget } from './course-scope.ts'

/** Questions of a bank, newest first. */
export const listQuestions = query({
  permission: 'training.list-questions',
  input: z.strictObject({
    bankId: BankId,
    kind: QuestionKind.optional(),
    category: z.string().max(100).optional(),
    difficulty: z.int().min(1).max(5).optional(),
    state: z.enum(['active', 'retired']).optional(),
    search: z.string().trim().max(100).optional(),
    cursor: QuestionId.optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: QuestionId,
        versionId: QuestionVersionId,
        kind: QuestionKind,
        category: z.string(),
        difficulty: z.int(),
        state: z.enum(['active', 'retired']),
        stem: z.string(),
        /** Courses that name it in a published version. */
        courses: z.int(),
        versions: z.int(),
        createdAt: Instant,
      }),
    ),
    nextCursor: QuestionId.nullable(),
    total: z.int(),
  }),
  target: bankTarget,
  run: async ({ db, input }) => {
    const { rows, total } = await list(db, { ...input, search: input.search || undefined })
    return {
      rows: rows.map(({ rev: _, ...row }) => ({ ...row, courses: row.courses ?? 0, versions: row.versions ?? 1 })),
      nextCursor: rows.length === input.limit ? (rows.at(-1)?.id ?? null) : null,
      total,
    }
  },
})
