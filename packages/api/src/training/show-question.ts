import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import {
  BankId,
  CourseId,
  QuestionDraft,
  questionDraftOf,
  QuestionId,
  QuestionVersion,
  QuestionVersionId,
} from '@dangjian/domain/training'
import { findQuestion, listCoursesNaming, listVersionsOf } from '@dangjian/db/training/question-store'
import { notFound, query } from '../trpc.ts'
import { questionTarget } from './course-scope.ts'

/** A question with its key, its versions and where it is used: for those who keep the bank alone. */
export const showQuestion = query({
  permission: 'training.show-question',
  input: z.strictObject({ questionId: QuestionId }),
  output: z.strictObject({
    id: QuestionId,
    bankId: BankId,
    versionId: QuestionVersionId,
    state: z.enum(['active', 'retired']),
    rev: z.int(),
    draft: QuestionDraft,
    body: QuestionVersion.shape.body,
    versions: z.array(z.strictObject({ number: z.int(), stem: z.string(), createdAt: Instant })),
    courses: z.array(z.strictObject({ id: CourseId, title: z.string() })),
  }),
  target: questionTarget,
  run: async ({ db, input }) => {
    const { question, version } = (await findQuestion(db, input.questionId)) ?? notFound()
    const versions = await listVersionsOf(db, question.id)
    return {
      id: question.id,
      bankId: question.bankId,
      versionId: version.id,
      state: question.state,
      rev: question.rev,
      draft: questionDraftOf(version, question.category),
      body: version.body,
      versions: versions.map(({ number, body, createdAt }) => ({ number, stem: body.stem, createdAt })),
      courses: await listCoursesNaming(db, question.id),
    }
  },
})
