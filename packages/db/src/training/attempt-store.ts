import type { Instant, PersonId } from '@dangjian/domain/access'
import {
  PaperSlot,
  Response,
  type Answer,
  type Attempt,
  type AttemptId,
  type BankId,
  type EnrolmentId,
  type LessonId,
  type PaperCandidate,
} from '@dangjian/domain/training'
import { z } from 'zod'
import { statement } from '../connection/statement.ts'
import type { Db } from '../database.ts'
import { parsedText } from '../parsed-text.ts'
import { readQuestion } from './question-store.ts'
import type { AnswerTable, AttemptTable } from './tables.ts'

const readPaper = parsedText(z.array(PaperSlot), 1000)

/** An attempt with the device that may save its answers now. */
export type HeldAttempt = Attempt & { readonly device: string }

function attemptOf({ paper, passed, seed: _, device: __, ...row }: AttemptTable): Attempt {
  return { ...row, paper: readPaper(paper), passed: passed === null ? null : passed === 1 }
}

function heldOf(row: AttemptTable): HeldAttempt {
  return { ...attemptOf(row), device: row.device }
}

export async function findAttempt(db: Db, id: AttemptId): Promise<HeldAttempt | undefined> {
  const [row] = (await attemptById(db, { id })).rows
  return row && heldOf(row)
}

const attemptById = statement((db, { id }: { id: AttemptId }) =>
  db.selectFrom('attempt').selectAll().where('id', '=', id),
)

/** A learner's attempts of one quiz, in their order. */
export async function listAttempts(db: Db, enrolmentId: EnrolmentId, lessonId: LessonId): Promise<HeldAttempt[]> {
  return (await attemptsOfQuiz(db, { enrolmentId, lessonId })).rows.map(heldOf)
}

const attemptsOfQuiz = statement((db, { enrolmentId, lessonId }: { enrolmentId: EnrolmentId; lessonId: LessonId }) =>
  db
    .selectFrom('attempt')
    .selectAll()
    .where('enrolmentId', '=', enrolmentId)
    .where('lessonId', '=', lessonId)
    .orderBy('number'),
)

/** All attempts of a person, the latest first. */
export async function listAttemptsOf(db: Db, personId: PersonId): Promise<Attempt[]> {
  const rows = await db
    .selectFrom('attempt')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(attemptOf)
}

/** Quizzes of an enrolment in which an attempt was passed: read from the attempts themselves. */
export async function listPassedQuizzes(db: Db, enrolmentId: EnrolmentId): Promise<LessonId[]> {
  return (await passedQuizzes(db, { enrolmentId })).rows.map(({ lessonId }) => lessonId)
}

const passedQuizzes = statement((db, { enrolmentId }: { enrolmentId: EnrolmentId }) =>
  db.selectFrom('attempt').select('lessonId').distinct().where('enrolmentId', '=', enrolmentId).where('passed', '=', 1),
)

export async function insertAttempt(db: Db, attempt: Attempt, seed: string, device: string): Promise<void> {
  const passed = attempt.passed === null ? null : Number(attempt.passed)
  await addAttempt(db, { ...attempt, paper: JSON.stringify(attempt.paper), passed, seed, device })
}

const addAttempt = statement((db, row: AttemptTable) =>
  db.insertInto('attempt').values({
    id: row.id,
    personId: row.personId,
    enrolmentId: row.enrolmentId,
    lessonId: row.lessonId,
    number: row.number,
    paper: row.paper,
    seed: row.seed,
    state: row.state,
    startedAt: row.startedAt,
    deadlineAt: row.deadlineAt,
    closedAt: row.closedAt,
    closedBy: row.closedBy,
    score: row.score,
    outOf: row.outOf,
    passed: row.passed,
    device: row.device,
  }),
)

/** Saves the close of an open attempt; false when it was closed already. */
export async function saveAttemptClosed(db: Db, attempt: Attempt): Promise<boolean> {
  const { id, closedAt, closedBy, score, passed } = attempt
  return (await close(db, { id, closedAt, closedBy, score, passed: Number(passed) })).numAffectedRows === 1n
}

type Closed = Pick<AttemptTable, 'id' | 'closedAt' | 'closedBy' | 'score' | 'passed'>
const close = statement((db, { id, closedAt, closedBy, score, passed }: Closed) =>
  db
    .updateTable('attempt')
    .set({ state: 'closed', closedAt, closedBy, score, passed })
    .where('id', '=', id)
    .where('state', '=', 'open'),
)

export async function saveAttemptDevice(db: Db, id: AttemptId, device: string): Promise<void> {
  await db.updateTable('attempt').set({ device }).where('id', '=', id).execute()
}

/** Open attempts whose deadline lies before an instant, the oldest first. */
export async function listAttemptsDue(db: Db, before: Instant, limit: number): Promise<AttemptId[]> {
  const rows = await db
    .selectFrom('attempt')
    .select('id')
    .where('state', '=', 'open')
    .where('deadlineAt', '<', before)
    .orderBy('deadlineAt')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export async function listAnswers(db: Db, attemptId: AttemptId): Promise<(Answer & { marks: number | null })[]> {
  const { rows } = await answersOf(db, { attemptId })
  return rows.map(({ response, ...row }) => ({ ...row, response: Response.parse(JSON.parse(response)) }))
}

const answersOf = statement((db, { attemptId }: { attemptId: AttemptId }) =>
  db.selectFrom('answer').selectAll().where('attemptId', '=', attemptId).orderBy('slot'),
)

export async function findAnswer(db: Db, attemptId: AttemptId, slot: number): Promise<Answer | undefined> {
  const [row] = (await answerOf(db, { attemptId, slot })).rows
  if (!row) return undefined
  const { marks: _, response, ...answer } = row
  return { ...answer, response: Response.parse(JSON.parse(response)) }
}

const answerOf = statement((db, { attemptId, slot }: { attemptId: AttemptId; slot: number }) =>
  db.selectFrom('answer').selectAll().where('attemptId', '=', attemptId).where('slot', '=', slot),
)

/** Keeps an answer unless one with the same or a higher `seq` is kept already. */
export async function saveAnswer(db: Db, answer: Answer): Promise<void> {
  await keepAnswer(db, { ...answer, response: JSON.stringify(answer.response) })
}

const keepAnswer = statement((db, { attemptId, slot, response, seq, savedAt }: Omit<AnswerTable, 'marks'>) =>
  db
    .insertInto('answer')
    .values({ attemptId, slot, response, seq, savedAt, marks: null })
    .onConflict((oc) =>
      oc.columns(['attemptId', 'slot']).doUpdateSet({ response, seq, savedAt }).where('answer.seq', '<', seq),
    ),
)

export async function saveAnswerMarks(db: Db, attemptId: AttemptId, slot: number, marks: number): Promise<void> {
  await mark(db, { attemptId, slot, marks })
}

const mark = statement((db, { attemptId, slot, marks }: Pick<AnswerTable, 'attemptId' | 'slot' | 'marks'>) =>
  db.updateTable('answer').set({ marks }).where('attemptId', '=', attemptId).where('slot', '=', slot),
)

/** Every active question of some banks in its latest version: what a paper may be drawn from. */
export async function listPaperCandidates(db: Db, bankIds: readonly BankId[]): Promise<PaperCandidate[]> {
  if (bankIds.length === 0) return []
  const rows = await db
    .selectFrom('question')
    .innerJoin('questionVersion', 'questionVersion.id', 'question.latestVersionId')
    .select(['questionVersion.id as versionId', 'question.id as questionId', 'question.bankId', 'question.category'])
    .select('questionVersion.body')
    .where('question.bankId', 'in', bankIds)
    .where('question.state', '=', 'active')
    .execute()
  return rows.map(({ body, ...row }) => ({ ...row, body: readQuestion(body) }))
}
