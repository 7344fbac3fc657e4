import { z } from 'zod'
import { QuestionId } from '@dangjian/domain/training'
import { findQuestion, saveQuestion } from '@dangjian/db/training/question-store'
import { command, notFound } from '../trpc.ts'
import { questionTarget } from './course-scope.ts'
import { refuseQuestionConflict } from './draft-conflict.ts'

/** The procedure that takes a question out of use, or puts it back: each has its own name and permission. */
export function questionState(permission: 'training.retire-question' | 'training.reinstate-question') {
  const state = permission === 'training.retire-question' ? ('retired' as const) : ('active' as const)
  return command({
    permission,
    input: z.strictObject({ questionId: QuestionId }),
    output: z.strictObject({ state: z.enum(['active', 'retired']) }),
    target: questionTarget,
    run: async ({ db, input, actor, now, note }) => {
      const { question, version } = (await findQuestion(db, input.questionId)) ?? notFound()
      if (question.state !== state) {
        const saved = await saveQuestion(db, { ...question, state, rev: question.rev + 1 }, version, {
          by: actor.personId,
          at: now,
        })
        if (!saved) return refuseQuestionConflict(db, question.id)
      }
      note({ questionId: question.id, state })
      return { state }
    },
  })
}
