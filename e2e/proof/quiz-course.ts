import { randomUUID } from 'node:crypto'
import type { BankId, CourseId, LessonId, SectionId } from '@dangjian/domain/training'
import type { Client } from '../harness/client.ts'

export interface QuizCourseShape {
  readonly title: string
  readonly texts: number
  readonly questions: number
  /** For how long an attempt stays open. */
  readonly minutes: number
  readonly shuffled: boolean
}

export interface QuizCourse {
  readonly courseId: CourseId
  readonly textIds: readonly LessonId[]
  readonly quizId: LessonId
}

/** Publishes a course of texts and one quiz that may be tried a hundred times, by the trainer's own hand. */
export async function publishQuizCourse({ api }: Client, shape: QuizCourseShape): Promise<QuizCourse> {
  const session = await api.access.session.query()
  const unitId = session.signedIn ? session.grants[0]?.unitId : undefined
  if (!unitId) throw new Error('The demo account "trainer" acts for no unit.')
  const { bankId } = await api.training.createBank.mutate({ unitId, title: `题库 ${randomUUID()}` })
  for (let n = 0; n < shape.questions; n += 1) {
    await api.training.addQuestion.mutate({ bankId, draft: blankQuestion(n) })
  }
  const { title } = shape
  const { courseId } = await api.training.createCourse.mutate({ unitId, title })
  const textIds = Array.from({ length: shape.texts }, () => randomUUID() as LessonId)
  const quizId = randomUUID() as LessonId
  const lessons = [...textIds.map(textLesson), quizLesson(quizId, bankId, shape)]
  const { rev } = await api.training.saveCourseDraft.mutate({
    courseId,
    rev: 1,
    title,
    summary: '一门用来检验的课。',
    audience: '党务干部',
    hours: 1,
    content: { sections: [{ id: randomUUID() as SectionId, title: '第一章', lessons }] },
  })
  await api.training.publishCourse.mutate({ courseId, rev })
  return { courseId, textIds, quizId }
}

const blankQuestion = (n: number) => ({
  kind: 'blank',
  stem: `第 ${n + 1} 个数是多少？`,
  options: [],
  right: [String(n)],
  tolerance: '',
  pairs: [],
  category: '',
  explanation: '',
  difficulty: '',
})

const textLesson = (id: LessonId, n: number) => ({
  id,
  kind: 'text' as const,
  title: `第 ${n + 1} 课`,
  required: false,
  body: { type: 'doc' as const, content: [{ type: 'paragraph', content: [{ type: 'text', text: '按时学习。' }] }] },
})

const quizLesson = (id: LessonId, bankId: BankId, { questions, minutes, shuffled }: QuizCourseShape) => ({
  id,
  kind: 'quiz' as const,
  title: '测验',
  required: true,
  quiz: {
    slots: [{ kind: 'drawn' as const, bankId, category: null, count: questions, marks: 1 }],
    passShare: 60,
    minutes,
    attempts: 100,
    shuffled,
    explained: false,
  },
})
