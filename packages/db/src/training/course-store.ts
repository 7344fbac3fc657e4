import type { Instant, UnitId } from '@dangjian/domain/access'
import { CourseContent, type Course, type CourseId, type CourseState } from '@dangjian/domain/training'
import type { ExpressionBuilder } from 'kysely'
import { holding } from '../connection/holding.ts'
import type { Database, Db } from '../database.ts'
import { holds, pinyinOf, wordsOf } from '../organisation/pinyin.ts'
import type { CourseTable } from './tables.ts'

function courseOf({ titlePinyin: _, content, ...row }: CourseTable): Course {
  return { ...row, content: CourseContent.parse(JSON.parse(content)) }
}

function columnsOf(course: Course): CourseTable {
  return { ...course, titlePinyin: pinyinOf(course.title), content: JSON.stringify(course.content) }
}

export async function findCourse(db: Db, id: CourseId): Promise<Course | undefined> {
  const row = await db.selectFrom('course').selectAll().where('id', '=', id).executeTakeFirst()
  return row && courseOf(row)
}

/** The unit that a course belongs to: all that permission needs to know. */
export async function findCourseUnit(db: Db, id: CourseId): Promise<UnitId | undefined> {
  const row = await db.selectFrom('course').select('unitId').where('id', '=', id).executeTakeFirst()
  return row?.unitId
}

export async function insertCourse(db: Db, course: Course): Promise<void> {
  await db.insertInto('course').values(columnsOf(course)).execute()
  await insertDraftHistory(db, course)
}

/** Saves a draft whose `rev` was one less, and keeps what was saved; false when somebody else saved it meanwhile. */
export async function saveCourseDraft(db: Db, course: Course): Promise<boolean> {
  const { title, titlePinyin, summary, audience, hours, content, rev, updatedAt, updatedBy } = columnsOf(course)
  const { numUpdatedRows } = await db
    .updateTable('course')
    .set({ title, titlePinyin, summary, audience, hours, content, rev, updatedAt, updatedBy })
    .where('id', '=', course.id)
    .where('rev', '=', rev - 1)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await thinDraftHistory(db, course)
  await insertDraftHistory(db, course)
  return true
}

/** Saves what publishing or withdrawing changed; false when the draft was saved by somebody meanwhile. */
export async function saveCourseState(db: Db, course: Course): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('course')
    .set({ state: course.state, latestVersionId: course.latestVersionId })
    .where('id', '=', course.id)
    .where('rev', '=', course.rev)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Who saved a draft last, for telling a second trainer. */
export async function findCourseEditor(db: Db, id: CourseId): Promise<{ name: string; at: Instant } | undefined> {
  return db
    .selectFrom('course')
    .innerJoin('person', 'person.id', 'course.updatedBy')
    .select(['person.name', 'course.updatedAt as at'])
    .where('course.id', '=', id)
    .executeTakeFirst()
}

/** Saves of one person in this time count as one when they lie between others: the history stays readable. */
const ONE_SITTING_MS = 5 * 60_000
/** So many saved states are kept for going back. */
export const HISTORY_KEPT = 200

async function insertDraftHistory(db: Db, course: Course): Promise<void> {
  await db
    .insertInto('courseDraftHistory')
    .values({
      courseId: course.id,
      rev: course.rev,
      title: course.title,
      content: JSON.stringify(course.content),
      savedAt: course.updatedAt,
      savedBy: course.updatedBy,
    })
    .execute()
}

async function thinDraftHistory(db: Db, course: Course): Promise<void> {
  const [last, before] = await listDraftHistory(db, course.id, 2)
  const oneSitting =
    last?.savedBy === course.updatedBy &&
    before?.savedBy === course.updatedBy &&
    last.savedAt - before.savedAt < ONE_SITTING_MS
  if (last && oneSitting) {
    await db.deleteFrom('courseDraftHistory').where('courseId', '=', course.id).where('rev', '=', last.rev).execute()
  }
  const oldest = await db
    .selectFrom('courseDraftHistory')
    .select('rev')
    .where('courseId', '=', course.id)
    .orderBy('rev', 'desc')
    .offset(HISTORY_KEPT - 1)
    .limit(1)
    .executeTakeFirst()
  if (oldest) {
    await db.deleteFrom('courseDraftHistory').where('courseId', '=', course.id).where('rev', '<=', oldest.rev).execute()
  }
}

/** Saved states of a draft, the latest first, without their content. */
export async function listDraftHistory(db: Db, courseId: CourseId, limit: number) {
  return db
    .selectFrom('courseDraftHistory')
    .leftJoin('person', 'person.id', 'courseDraftHistory.savedBy')
    .select([
      'courseDraftHistory.rev',
      'courseDraftHistory.title',
      'courseDraftHistory.savedAt',
      'courseDraftHistory.savedBy',
      'person.name as savedByName',
    ])
    .where('courseId', '=', courseId)
    .orderBy('courseDraftHistory.rev', 'desc')
    .limit(limit)
    .execute()
}

/** The latest saved states with their content, for saying what each changed. */
export async function listDraftStates(db: Db, courseId: CourseId, limit: number) {
  const rows = await db
    .selectFrom('courseDraftHistory')
    .select(['rev', 'title', 'content'])
    .where('courseId', '=', courseId)
    .orderBy('rev', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ content, ...row }) => ({ ...row, content: CourseContent.parse(JSON.parse(content)) }))
}

export async function findDraftHistory(
  db: Db,
  courseId: CourseId,
  rev: number,
): Promise<{ title: string; content: CourseContent } | undefined> {
  const row = await db
    .selectFrom('courseDraftHistory')
    .select(['title', 'content'])
    .where('courseId', '=', courseId)
    .where('rev', '=', rev)
    .executeTakeFirst()
  return row && { title: row.title, content: CourseContent.parse(JSON.parse(row.content)) }
}

export interface CourseFilter {
  readonly beneath: UnitId
  readonly state?: CourseState | undefined
  readonly search?: string | undefined
  /** The course last seen. */
  readonly cursor?: { readonly updatedAt: Instant; readonly id: CourseId } | undefined
  readonly limit: number
}

/** Courses of a unit and of those beneath it, the one last worked on first, each with its latest version and its learners. */
export async function listCourses(db: Db, filter: CourseFilter) {
  let query = db
    .selectFrom('course')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'course.unitId')
    .where('unitClosure.ancestorId', '=', filter.beneath)
  if (filter.state) query = query.where('course.state', '=', filter.state)
  if (filter.search) query = query.where(matches(filter.search))
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const { cursor } = filter
  if (cursor) {
    query = query.where((eb) =>
      eb(eb.refTuple('course.updatedAt', 'course.id'), '<', eb.tuple(cursor.updatedAt, cursor.id)),
    )
  }
  const rows = await query
    .innerJoin('unit', 'unit.id', 'course.unitId')
    .innerJoin('person', 'person.id', 'course.updatedBy')
    .leftJoin('courseVersion', 'courseVersion.id', 'course.latestVersionId')
    .select([
      'course.id',
      'course.unitId',
      'unit.name as unitName',
      'course.title',
      'course.hours',
      'course.state',
      'course.latestVersionId as versionId',
      'courseVersion.number as versionNumber',
      'courseVersion.title as publishedTitle',
      'courseVersion.hours as publishedHours',
      'course.updatedAt',
      'person.name as updatedByName',
    ])
    .select((eb) => [
      // The draft says something else than what learners read.
      eb
        .case()
        .when(
          eb.and([
            eb('course.content', '=', eb.ref('courseVersion.content')),
            eb('course.title', '=', eb.ref('courseVersion.title')),
            eb('course.summary', '=', eb.ref('courseVersion.summary')),
            eb('course.audience', '=', eb.ref('courseVersion.audience')),
            eb('course.hours', '=', eb.ref('courseVersion.hours')),
          ]),
        )
        .then(0)
        .else(1)
        .end()
        .as('ahead'),
      eb
        .selectFrom('enrolment')
        .select((each) => each.fn.countAll<number>().as('count'))
        .whereRef('enrolment.courseId', '=', 'course.id')
        .as('learners'),
      eb
        .selectFrom('enrolment')
        .select((each) => each.fn.countAll<number>().as('count'))
        .whereRef('enrolment.courseId', '=', 'course.id')
        .where('enrolment.passedAt', 'is not', null)
        .as('passed'),
    ])
    .orderBy('course.updatedAt', 'desc')
    .orderBy('course.id', 'desc')
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

function matches(search: string) {
  return (eb: ExpressionBuilder<Database, 'course'>) =>
    eb.or([holding(eb.ref('course.title'), search), holds(eb, 'course.titlePinyin', wordsOf(search))])
}
