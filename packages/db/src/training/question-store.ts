import type { Instant, PersonId } from '@dangjian/domain/access'
import {
  likenessOf,
  QuestionBody,
  type BankId,
  type CourseContent,
  lessonsOf,
  type Question,
  type QuestionId,
  type QuestionKind,
  type QuestionSupply,
  type QuestionVersion,
  type QuestionVersionId,
} from '@dangjian/domain/training'
import { textsIn } from '../connection/json-list.ts'
import { statement } from '../connection/statement.ts'
import type { Db } from '../database.ts'
import { parsedText } from '../parsed-text.ts'
import type { QuestionTable, QuestionVersionTable } from './tables.ts'

/** Rows written in one statement, within what both databases take as parameters. */
const AT_ONCE = 400

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) => all.slice(n * AT_ONCE, (n + 1) * AT_ONCE))
}

export const readQuestion = parsedText(QuestionBody, 2000)

function versionOf({ body, ...row }: QuestionVersionTable): QuestionVersion {
  return { ...row, body: readQuestion(body) }
}

/** Who saves, and when. */
export interface Saver {
  readonly by: PersonId
  readonly at: Instant
}

function columnsOf(question: Question, version: QuestionVersion, { by, at }: Saver): QuestionTable {
  const { kind, stem } = version.body
  const found = { kind, stem, likeness: likenessOf(stem), difficulty: version.difficulty }
  return { ...question, ...found, updatedAt: at, updatedBy: by }
}

/** Writes questions with their first versions. */
export async function insertQuestions(
  db: Db,
  all: readonly { question: Question; version: QuestionVersion }[],
  saver: Saver,
): Promise<void> {
  for (const some of chunks(all)) {
    await db
      .insertInto('question')
      .values(some.map(({ question, version }) => columnsOf(question, version, saver)))
      .execute()
    await db
      .insertInto('questionVersion')
      .values(some.map(({ version }) => ({ ...version, body: JSON.stringify(version.body) })))
      .execute()
  }
}

export async function findQuestion(
  db: Db,
  id: QuestionId,
): Promise<{ question: Question; version: QuestionVersion } | undefined> {
  const row = await db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { id: _, bankId, category, state, latestVersionId, rev, createdAt } = row
  const question: Question = { id, bankId, category, state, latestVersionId, rev, createdAt }
  const version = await db
    .selectFrom('questionVersion')
    .selectAll()
    .where('id', '=', question.latestVersionId)
    .executeTakeFirstOrThrow()
  return { question, version: versionOf(version) }
}

/** Who saved a question last, for telling a second trainer. */
export async function findQuestionEditor(db: Db, id: QuestionId): Promise<{ name: string; at: Instant } | undefined> {
  return db
    .selectFrom('question')
    .innerJoin('person', 'person.id', 'question.updatedBy')
    .select(['person.name', 'question.updatedAt as at'])
    .where('question.id', '=', id)
    .executeTakeFirst()
}

/** Saves a question whose `rev` was one less, with a new version where there is one; false when somebody else saved it meanwhile. */
export async function saveQuestion(
  db: Db,
  question: Question,
  version: QuestionVersion,
  saver: Saver,
): Promise<boolean> {
  const { id, bankId: _, createdAt: __, ...values } = columnsOf(question, version, saver)
  const { numUpdatedRows } = await db
    .updateTable('question')
    .set(values)
    .where('id', '=', id)
    .where('rev', '=', question.rev - 1)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  const known = await db.selectFrom('questionVersion').select('id').where('id', '=', version.id).executeTakeFirst()
  if (!known)
    await db
      .insertInto('questionVersion')
      .values({ ...version, body: JSON.stringify(version.body) })
      .execute()
  return true
}

/** Versions of questions by their ids, each with its question's place and state. */
export async function listQuestionVersions(db: Db, ids: readonly QuestionVersionId[]) {
  if (ids.length === 0) return []
  const { rows } = await versionsByIds(db, { ids: JSON.stringify(ids) })
  return rows.map(({ body, ...row }) => ({ ...row, body: readQuestion(body) }))
}

const versionsByIds = statement((db, { ids }: { ids: string }) =>
  db
    .selectFrom('questionVersion')
    .innerJoin('question', 'question.id', 'questionVersion.questionId')
    .selectAll('questionVersion')
    .select(['question.bankId', 'question.category', 'question.state', 'question.latestVersionId'])
    .where('questionVersion.id', 'in', textsIn<QuestionVersionId>(db, ids)),
)

/** Every version of a question, the latest first. */
export async function listVersionsOf(db: Db, questionId: QuestionId): Promise<QuestionVersion[]> {
  const rows = await db
    .selectFrom('questionVersion')
    .selectAll()
    .where('questionId', '=', questionId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(versionOf)
}

export interface QuestionFilter {
  readonly bankId: BankId
  readonly kind?: QuestionKind | undefined
  readonly category?: string | undefined
  readonly difficulty?: number | undefined
  readonly state?: 'active' | 'retired' | undefined
  readonly search?: string | undefined
  readonly cursor?: QuestionId | undefined
  readonly limit: number
}

/** Questions of a bank, newest first, each with how many courses name it in a published version. */
export async function listQuestions(db: Db, filter: QuestionFilter) {
  let query = db.selectFrom('question').where('bankId', '=', filter.bankId)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.category !== undefined) query = query.where('category', '=', filter.category)
  if (filter.difficulty) query = query.where('difficulty', '=', filter.difficulty)
  if (filter.state) query = query.where('state', '=', filter.state)
  if (filter.search) query = query.where('likeness', 'like', `%${likenessOf(filter.search).replace(/[%_\\]/g, '')}%`)
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  if (filter.cursor) query = query.where('id', '<', filter.cursor)
  const rows = await query
    .select([
      'id',
      'latestVersionId as versionId',
      'category',
      'state',
      'kind',
      'stem',
      'difficulty',
      'rev',
      'createdAt',
    ])
    .select((eb) => [
      eb
        .selectFrom('courseVersionQuestion')
        .select((each) => each.fn.count<number>('courseVersionQuestion.courseId').distinct().as('count'))
        .whereRef('courseVersionQuestion.questionId', '=', 'question.id')
        .as('courses'),
      eb
        .selectFrom('questionVersion')
        .select((each) => each.fn.countAll<number>().as('count'))
        .whereRef('questionVersion.questionId', '=', 'question.id')
        .as('versions'),
    ])
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

/** Questions of a bank that ask what one of these stems asks, by likeness. */
export async function findByLikeness(db: Db, bankId: BankId, likenesses: readonly string[]) {
  const found = new Map<string, { questionId: QuestionId; stem: string }>()
  for (const some of chunks([...new Set(likenesses)])) {
    const rows = await db
      .selectFrom('question')
      .select(['id', 'stem', 'likeness'])
      .where('bankId', '=', bankId)
      .where('state', '=', 'active')
      .where('likeness', 'in', some)
      .orderBy('id')
      .execute()
    for (const { id, stem, likeness } of rows) if (!found.has(likeness)) found.set(likeness, { questionId: id, stem })
  }
  return found
}

/** What every active question of a bank is known by. */
export async function listLikenesses(db: Db, bankId: BankId, limit: number) {
  return db
    .selectFrom('question')
    .select(['id', 'stem', 'likeness', 'kind', 'category'])
    .where('bankId', '=', bankId)
    .where('state', '=', 'active')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Courses that name a question in a published version. */
export async function listCoursesNaming(db: Db, questionId: QuestionId) {
  return db
    .selectFrom('course')
    .select(['course.id', 'course.title'])
    .where('course.id', 'in', (eb) =>
      eb.selectFrom('courseVersionQuestion').select('courseId').where('questionId', '=', questionId),
    )
    .orderBy('course.titlePinyin')
    .execute()
}

/** What the quizzes of a course can draw on. */
export async function questionSupplyOf(db: Db, content: CourseContent): Promise<QuestionSupply> {
  const slots = lessonsOf(content).flatMap(({ lesson }) => (lesson.kind === 'quiz' ? lesson.quiz.slots : []))
  const versions = await listQuestionVersions(
    db,
    slots.flatMap((slot) => (slot.kind === 'fixed' ? [slot.questionVersionId] : [])),
  )
  const bankIds = [...new Set(slots.flatMap((slot) => (slot.kind === 'drawn' ? [slot.bankId] : [])))]
  const counts = await countByCategory(db, bankIds)
  const banks = new Map<BankId, Map<string, number>>()
  for (const { bankId, category, count } of counts)
    banks.set(bankId, (banks.get(bankId) ?? new Map()).set(category, count))
  return {
    questions: new Map(
      versions.map(({ id, questionId, bankId, category, state }) => [
        id,
        { questionId, bankId, category, retired: state === 'retired' },
      ]),
    ),
    banks,
  }
}

/** How many active questions banks have in each category. */
export async function countByCategory(db: Db, bankIds: readonly BankId[]) {
  if (bankIds.length === 0) return []
  return db
    .selectFrom('question')
    .select(['bankId', 'category'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('bankId', 'in', bankIds)
    .where('state', '=', 'active')
    .groupBy(['bankId', 'category'])
    .orderBy('category')
    .execute()
}
