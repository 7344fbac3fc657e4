import { z } from 'zod'
import { askedOf, CourseId, LessonId, lessonsOf, QuestionAsked, type QuestionBody } from '@dangjian/domain/training'
import { findCourse } from '@dangjian/db/training/course-store'
import { listQuestions, listQuestionVersions } from '@dangjian/db/training/question-store'
import { notFound, query } from '../trpc.ts'
import { courseTarget } from './course-scope.ts'

/** A paper as a learner might get it, for the preview: drawn places show questions that could be drawn. */
export const previewQuiz = query({
  permission: 'training.preview-quiz',
  input: z.strictObject({ courseId: CourseId, lessonId: LessonId }),
  output: z.strictObject({ questions: z.array(z.strictObject({ asked: QuestionAsked, marks: z.number() })) }),
  target: courseTarget,
  run: async ({ db, input }) => {
    const course = (await findCourse(db, input.courseId)) ?? notFound()
    const found = lessonsOf(course.content).find(({ lesson }) => lesson.id === input.lessonId)?.lesson
    if (found?.kind !== 'quiz') notFound()
    const questions = []
    for (const slot of found.quiz.slots) {
      const ids =
        slot.kind === 'fixed'
          ? [slot.questionVersionId]
          : (
              await listQuestions(db, {
                bankId: slot.bankId,
                state: 'active',
                limit: Math.min(slot.count, 20),
                ...(slot.category === null ? {} : { category: slot.category }),
              })
            ).rows.map(({ versionId }) => versionId)
      const versions = await listQuestionVersions(db, ids)
      questions.push(...versions.map(({ body }) => ({ asked: askedOf(body, keysOf(body)), marks: slot.marks })))
    }
    return { questions }
  },
})

/** Options in the order in which they were written; choices to be matched out of the order of their premises. */
function keysOf(body: QuestionBody): string[] {
  if (body.kind === 'matching') return body.choices.map(({ key }) => key).toSorted()
  return 'options' in body ? body.options.map(({ key }) => key) : []
}
