import { randomUUID } from 'node:crypto'
import type { LessonId, SectionId } from '@dangjian/domain/training'
import { signInClient } from '../kill/client.ts'
import type { Line } from './drive.ts'

const QUESTIONS = 5
const DEVICE = 'bench-of-quizzes'

export interface Quiz {
  readonly courseId: string
  readonly lessonId: string
}

/** Publishes a course whose quiz asks five questions and may be tried a hundred times. */
export async function publishQuiz(url: string): Promise<Quiz> {
  const { api } = await signInClient(url, 'trainer')
  const session = await api.access.session.query()
  const unitId = session.signedIn ? session.grants[0]?.unitId : undefined
  if (!unitId) throw new Error('The demo account "trainer" acts for no unit.')
  const { bankId } = await api.training.createBank.mutate({ unitId, title: `题库 ${randomUUID()}` })
  for (let n = 0; n < QUESTIONS; n += 1) {
    const draft = {
      kind: 'blank',
      stem: `第 ${n + 1} 个数是多少？`,
      options: [],
      right: [String(n)],
      tolerance: '',
      pairs: [],
      category: '',
      explanation: '',
      difficulty: '',
    }
    await api.training.addQuestion.mutate({ bankId, draft })
  }
  const { courseId } = await api.training.createCourse.mutate({ unitId, title: '快与准' })
  const lessonId = randomUUID() as LessonId
  const quiz = {
    slots: [{ kind: 'drawn' as const, bankId, category: null, count: QUESTIONS, marks: 1 }],
    passShare: 60,
    minutes: 60,
    attempts: 100,
    shuffled: true,
    explained: false,
  }
  const lessons = [{ id: lessonId, kind: 'quiz' as const, title: '测验', required: true, quiz }]
  const saved = await api.training.saveCourseDraft.mutate({
    courseId,
    rev: 1,
    title: '快与准',
    summary: '一门用来量快慢的课。',
    audience: '党务干部',
    hours: 1,
    content: { sections: [{ id: randomUUID() as SectionId, title: '第一章', lessons }] },
  })
  await api.training.publishCourse.mutate({ courseId, rev: saved.rev })
  return { courseId, lessonId }
}

export async function enrol(line: Line, quiz: Quiz, cookie: string): Promise<string> {
  const { courseId } = quiz
  return (await line.call<{ enrolmentId: string }>('training.enrol', { courseId }, cookie, randomUUID())).enrolmentId
}

export async function startAttempt(line: Line, quiz: Quiz, enrolmentId: string, cookie: string): Promise<string> {
  const input = { enrolmentId, lessonId: quiz.lessonId, device: DEVICE }
  return (await line.call<{ attemptId: string }>('training.startAttempt', input, cookie, randomUUID())).attemptId
}

/** Saves one answer; a later `seq` overwrites an earlier one. */
export async function saveAnswer(line: Line, attemptId: string, slot: number, seq: number, cookie: string) {
  const input = { attemptId, device: DEVICE, slot, response: { written: '9' }, seq }
  await line.call('training.saveAnswer', input, cookie, randomUUID())
}

/** A whole attempt: started, its paper read, five answers each saved, handed in, its result read. The answers are wrong: nobody passes twice. */
export async function sitQuiz(line: Line, quiz: Quiz, enrolmentId: string, cookie: string): Promise<void> {
  const attemptId = await startAttempt(line, quiz, enrolmentId, cookie)
  await line.call('training.showAttempt', { attemptId, device: DEVICE }, cookie)
  for (let slot = 0; slot < QUESTIONS; slot += 1) await saveAnswer(line, attemptId, slot, 1, cookie)
  await line.call('training.closeAttempt', { attemptId, device: DEVICE, answers: [] }, cookie, randomUUID())
  await line.call('training.showResult', { attemptId }, cookie)
}
