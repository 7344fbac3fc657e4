import { z } from 'zod'
import { FileId } from '@dangjian/domain/access'
import {
  BankId,
  QuestionDraft,
  QuestionId,
  type QuestionFaultKind,
  type QuestionField,
} from '@dangjian/domain/training'
import { query } from '../trpc.ts'
import { bankTarget } from './course-scope.ts'
import { planImport, readQuestionFile } from './question-import.ts'

/** Says row by row what importing a file into a bank would do. Writes nothing. */
export const previewQuestionImport = query({
  permission: 'training.preview-question-import',
  input: z.strictObject({ bankId: BankId, fileId: FileId }),
  output: z.strictObject({
    fileName: z.string(),
    format: z.enum(['table', 'gift', 'json']),
    counts: z.strictObject({ new: z.int(), like: z.int(), wrong: z.int() }),
    lines: z.array(
      z.strictObject({
        line: z.int(),
        outcome: z.enum(['new', 'like', 'wrong']),
        draft: QuestionDraft,
        like: z
          .strictObject({ questionId: QuestionId.nullable(), line: z.int().nullable(), stem: z.string() })
          .nullable(),
        faults: z.array(
          z.strictObject({
            fault: z.string().transform((fault) => fault as QuestionFaultKind),
            field: z.string().transform((field) => field as QuestionField),
            place: z.int().optional(),
            detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
          }),
        ),
      }),
    ),
  }),
  target: bankTarget,
  run: async ({ db, input, actor, files, newId }) => {
    const file = await readQuestionFile(db, files, actor, input.fileId)
    const plan = await planImport(db, input.bankId, file.rows, newId)
    const count = (outcome: string): number => plan.filter((each) => each.outcome === outcome).length
    return {
      fileName: file.fileName,
      format: file.format,
      counts: { new: count('new'), like: count('like'), wrong: count('wrong') },
      lines: plan.map((each) => ({
        line: each.line,
        outcome: each.outcome,
        draft: shortened(each.draft),
        like: each.outcome === 'like' ? { ...each.like, questionId: each.like.questionId as QuestionId | null } : null,
        faults: each.outcome === 'wrong' ? each.faults.map((fault) => ({ ...fault })) : [],
      })),
    }
  },
})

/** A row that is far too long is shown by its beginning. */
function shortened(draft: QuestionDraft): QuestionDraft {
  return QuestionDraft.safeParse(draft).success
    ? draft
    : {
        ...draft,
        kind: draft.kind.slice(0, 100),
        stem: draft.stem.slice(0, 500),
        options: [],
        right: [],
        pairs: [],
        tolerance: '',
        category: '',
        explanation: '',
        difficulty: '',
      }
}
