import type { Instant } from '@dangjian/domain/access'
import {
  closeAttempt,
  markResponse,
  type Answer,
  type Attempt,
  type AttemptId,
  type Certificate,
  type QuestionVersionId,
  type QuizLesson,
} from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import {
  findAttempt,
  listAnswers,
  saveAnswerMarks,
  saveAttemptClosed,
  type HeldAttempt,
} from '@dangjian/db/training/attempt-store'
import { findEnrolment } from '@dangjian/db/training/enrolment-store'
import { listQuestionVersions } from '@dangjian/db/training/question-store'
import { notFound, type Target } from '../trpc.ts'
import { settlePassing, type SettleArgs } from './settle-passing.ts'
import { findVersionOf, lessonIn, touchStudy, type Study } from './study.ts'

/** What hangs on an attempt is done to its learner. */
export async function learnerOfAttempt({
  db,
  input,
}: {
  readonly db: Db
  readonly input: { readonly attemptId: AttemptId }
}): Promise<(Target & { readonly attempt: HeldAttempt }) | null> {
  const attempt = await findAttempt(db, input.attemptId)
  return attempt ? { personId: attempt.personId, attempt } : null
}

/** An attempt with the enrolment and the version that it belongs to, and the test that it is of. */
export interface Sitting extends Pick<Study, 'enrolment' | 'version'> {
  readonly attempt: HeldAttempt
  readonly lesson: QuizLesson
}

export async function findSitting(db: Db, attempt: HeldAttempt): Promise<Sitting> {
  const enrolment = (await findEnrolment(db, attempt.enrolmentId)) ?? notFound()
  const version = await findVersionOf(db, enrolment)
  const { lesson } = lessonIn(version, attempt.lessonId)
  return lesson.kind === 'quiz' ? { attempt, enrolment, version, lesson } : notFound()
}

/** The questions of a paper, place by place, in the versions that were pinned. */
export async function findPaperQuestions(db: Db, attempt: Pick<Attempt, 'paper'>) {
  const ids = attempt.paper.map(({ questionVersionId }) => questionVersionId)
  const versions = await listQuestionVersions(db, ids)
  const byId = new Map<QuestionVersionId, (typeof versions)[number]>(versions.map((version) => [version.id, version]))
  return attempt.paper.map(({ questionVersionId }) => {
    const version = byId.get(questionVersionId)
    if (!version) throw new Error(`Question version ${questionVersionId} is not there`)
    return version
  })
}

/**
 * Closes an attempt with what was saved, marks it, and settles what follows from passing. The learner, the clock and a
 * second request come to one result: only the first close is written.
 */
export async function closeSitting(
  args: SettleArgs,
  { attempt, enrolment, lesson }: Sitting,
  at: Instant,
): Promise<{ attempt: Attempt; certificate: Certificate | null }> {
  const { db } = args
  if (attempt.state === 'closed') return { attempt, certificate: null }
  const questions = await findPaperQuestions(db, attempt)
  const answers = new Map<number, Answer>((await listAnswers(db, attempt.id)).map((answer) => [answer.slot, answer]))
  const marks = attempt.paper.map((slot, index) => {
    const question = questions[index]
    return question ? markResponse(question.body, answers.get(index)?.response ?? null, slot.marks) : 0
  })
  const { device: _, ...open } = attempt
  const closed = closeAttempt(open, marks, lesson.quiz, at)
  if (!(await saveAttemptClosed(db, closed))) {
    return { attempt: (await findAttempt(db, attempt.id)) ?? notFound(), certificate: null }
  }
  for (const slot of answers.keys()) await saveAnswerMarks(db, attempt.id, slot, marks[slot] ?? 0)
  await touchStudy(db, { enrolment }, args.now)
  return { attempt: closed, certificate: closed.passed ? await settlePassing(args, enrolment.id) : null }
}
