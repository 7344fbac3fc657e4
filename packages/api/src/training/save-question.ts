import { z } from 'zod'
import { QuestionDraft, QuestionId, QuestionVersionId } from '@dangjian/domain/training'
import { findQuestion, saveQuestion as save } from '@dangjian/db/training/question-store'
import { command, notFound, refuseWith } from '../trpc.ts'
import { questionTarget } from './course-scope.ts'
import { refuseQuestionConflict } from './draft-conflict.ts'
import { decided } from './question-made.ts'

/** Saves a question as a new version. Papers that were drawn, and courses that were published, keep the version they have. */
export const saveQuestion = command({
  permission: 'training.save-question',
  input: z.strictObject({ questionId: QuestionId, rev: z.int(), draft: QuestionDraft }),
  output: z.strictObject({ versionId: QuestionVersionId, number: z.int(), rev: z.int() }),
  target: questionTarget,
  run: async ({ db, input, actor, now, newId, note }) => {
    const { question, version } = (await findQuestion(db, input.questionId)) ?? notFound()
    if (question.rev !== input.rev) return refuseQuestionConflict(db, question.id)
    const { category, ...content } = decided(input.draft, newId)
    const kept = { body: version.body, explanation: version.explanation, difficulty: version.difficulty }
    const same = JSON.stringify(content) === JSON.stringify({ ...kept })
    if (same && category === question.category) refuseWith('question-unchanged')
    const next = same
      ? version
      : { ...version, ...content, id: newId<QuestionVersionId>(), number: version.number + 1, createdAt: now }
    const saved = { ...question, category, latestVersionId: next.id, rev: question.rev + 1 }
    if (!(await save(db, saved, next, { by: actor.personId, at: now }))) return refuseQuestionConflict(db, question.id)
    note({ questionId: question.id, versionId: next.id })
    return { versionId: next.id, number: next.number, rev: saved.rev }
  },
})
