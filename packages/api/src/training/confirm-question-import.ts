import { z } from 'zod'
import { FileId } from '@dangjian/domain/access'
import { BankId } from '@dangjian/domain/training'
import { insertQuestions } from '@dangjian/db/training/question-store'
import { command, refuseWith } from '../trpc.ts'
import { bankTarget } from './course-scope.ts'
import { planImport, readQuestionFile } from './question-import.ts'
import { newQuestion } from './question-made.ts'

/** Writes what the preview showed: new questions, and those alike that are wanted all the same. Wrong rows stay out. */
export const confirmQuestionImport = command({
  permission: 'training.confirm-question-import',
  input: z.strictObject({
    bankId: BankId,
    fileId: FileId,
    /** Lines that are alike and are to come in nevertheless. */
    alsoLines: z.array(z.int().min(1)).max(5000).default([]),
  }),
  output: z.strictObject({ added: z.int(), like: z.int(), wrong: z.int() }),
  target: bankTarget,
  prepare: ({ db, input, actor, files }) => readQuestionFile(db, files, actor, input.fileId),
  run: async ({ db, input, prepared: file, actor, now, newId, note }) => {
    // Planned again inside the transaction: what others imported since the preview counts.
    const plan = await planImport(db, input.bankId, file.rows, newId)
    const also = new Set(input.alsoLines)
    const wanted = plan.flatMap((line) =>
      line.outcome === 'new' || (line.outcome === 'like' && also.has(line.line)) ? [line.question] : [],
    )
    if (wanted.length === 0) refuseWith('question-import-nothing-to-do')
    // Newest first is how banks are listed, so the first row gets the latest id.
    const made = wanted.toReversed().map((question) => newQuestion(question, input.bankId, now, newId))
    await insertQuestions(db, made, { by: actor.personId, at: now })
    const like = plan.filter(({ outcome }) => outcome === 'like').length
    const wrong = plan.filter(({ outcome }) => outcome === 'wrong').length
    note({ bankId: input.bankId, added: made.length, wrong })
    return {
      added: made.length,
      like: like - (made.length - plan.filter(({ outcome }) => outcome === 'new').length),
      wrong,
    }
  },
})
