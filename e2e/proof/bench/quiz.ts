import { randomUUID } from 'node:crypto'
import { signInClient } from '../../harness/client.ts'
import { publishQuizCourse, type QuizCourse } from '../quiz-course.ts'
import type { Line } from './drive.ts'

const QUESTIONS = 5
const DEVICE = 'bench-of-quizzes'

/** Publishes a course whose quiz asks five questions. */
export async function publishQuiz(url: string): Promise<QuizCourse> {
  const shape = { title: '快与准', texts: 0, questions: QUESTIONS, minutes: 60, shuffled: true }
  return publishQuizCourse(await signInClient(url, 'trainer'), shape)
}

export async function enrol(line: Line, quiz: QuizCourse, cookie: string): Promise<string> {
  const { courseId } = quiz
  return (await line.call<{ enrolmentId: string }>('training.enrol', { courseId }, cookie, randomUUID())).enrolmentId
}

export async function startAttempt(line: Line, quiz: QuizCourse, enrolmentId: string, cookie: string): Promise<string> {
  const input = { enrolmentId, lessonId: quiz.quizId, device: DEVICE }
  return (await line.call<{ attemptId: string }>('training.startAttempt', input, cookie, randomUUID())).attemptId
}

/** The paper as it is asked. */
export function showAttempt(line: Line, attemptId: string, cookie: string) {
  const asked = { attemptId, device: DEVICE }
  return line.call<{ questions: { asked: { stem: string } }[] }>('training.showAttempt', asked, cookie)
}

/** Saves one answer, a wrong one where none is given; a later `seq` overwrites an earlier one. */
export async function saveAnswer(
  line: Line,
  attemptId: string,
  slot: number,
  seq: number,
  cookie: string,
  written = '9',
): Promise<void> {
  const input = { attemptId, device: DEVICE, slot, response: { written }, seq }
  await line.call('training.saveAnswer', input, cookie, randomUUID())
}

/** A whole attempt: started, its paper read, five answers each saved, handed in, its result read. The answers are wrong: nobody passes twice. */
export async function sitQuiz(line: Line, quiz: QuizCourse, enrolmentId: string, cookie: string): Promise<void> {
  const attemptId = await startAttempt(line, quiz, enrolmentId, cookie)
  await showAttempt(line, attemptId, cookie)
  for (let slot = 0; slot < QUESTIONS; slot += 1) await saveAnswer(line, attemptId, slot, 1, cookie)
  await line.call('training.closeAttempt', { attemptId, device: DEVICE, answers: [] }, cookie, randomUUID())
  await line.call('training.showResult', { attemptId }, cookie)
}
