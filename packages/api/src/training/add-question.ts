import { z } from 'zod'
import { BankId, QuestionDraft, QuestionId } from '@dangjian/domain/training'
import { insertQuestions } from '@dangjian/db/training/question-store'
import { command } from '../trpc.ts'
import { bankTarget } from './course-scope.ts'
import { decided, newQuestion } from './question-made.ts'

/** Writes a new question into a bank. */
export const addQuestion = command({
  permission: 'training.add-question',
  input: z.strictObject({ bankId: BankId, draft: QuestionDraft }),
  output: z.strictObject({ questionId: QuestionId }),
  target: bankTarget,
  run: async ({ db, input, actor, now, newId, note }) => {
    const made = newQuestion(decided(input.draft, newId), input.bankId, now, newId)
    await insertQuestions(db, [made], { by: actor.personId, at: now })
    note({ questionId: made.question.id, kind: made.version.body.kind })
    return { questionId: made.question.id }
  },
})
