import type { Instant, LocalDate, PersonId } from '@dangjian/domain/access'
import type { CourseId, CourseVersionId, Enrolment, EnrolmentId } from '@dangjian/domain/training'
import type { ExpressionBuilder } from 'kysely'
import { statement } from '../connection/statement.ts'
import { holding } from '../connection/holding.ts'
import type { Database, Db } from '../database.ts'
import { isHeldOn } from '../organisation/holding-rule.ts'
import { isMemberOn } from '../organisation/membership-rule.ts'
import { holds, wordsOf } from '../organisation/pinyin.ts'

export async function insertEnrolment(db: Db, enrolment: Enrolment): Promise<void> {
  await db.insertInto('enrolment').values(enrolment).execute()
}

export async function findEnrolment(db: Db, id: EnrolmentId): Promise<Enrolment | undefined> {
  return (await enrolmentById(db, { id })).rows[0]
}

const enrolmentById = statement((db, { id }: { id: EnrolmentId }) =>
  db.selectFrom('enrolment').selectAll().where('id', '=', id),
)

export async function findEnrolmentOf(db: Db, personId: PersonId, courseId: CourseId): Promise<Enrolment | undefined> {
  return db
    .selectFrom('enrolment')
    .selectAll()
    .where('personId', '=', personId)
    .where('courseId', '=', courseId)
    .executeTakeFirst()
}

/** What a person studies or has studied, what they last worked on first. */
export async function listEnrolmentsOf(db: Db, personId: PersonId) {
  return db
    .selectFrom('enrolment')
    .innerJoin('courseVersion', 'courseVersion.id', 'enrolment.versionId')
    .selectAll('enrolment')
    .select(['courseVersion.title', 'courseVersion.hours', 'courseVersion.number as versionNumber'])
    .where('enrolment.personId', '=', personId)
    .orderBy('enrolment.movedAt', 'desc')
    .orderBy('enrolment.id', 'desc')
    .execute()
}

export async function saveEnrolmentMoved(db: Db, id: EnrolmentId, at: Instant): Promise<void> {
  await move(db, { id, movedAt: at })
}

const move = statement((db, { id, movedAt }: Pick<Enrolment, 'id' | 'movedAt'>) =>
  db.updateTable('enrolment').set({ movedAt }).where('id', '=', id),
)

/** Marks an enrolment passed; false when it was already, so that what follows from passing follows once. */
export async function saveEnrolmentPassed(db: Db, id: EnrolmentId, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('enrolment')
    .set({ passedAt: at, movedAt: at })
    .where('id', '=', id)
    .where('passedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Published courses that a person may begin: offered by a unit at or above one of theirs, or asked of them by a task. */
function isOpenTo(personId: PersonId, day: LocalDate) {
  return (eb: ExpressionBuilder<Database, 'course'>) =>
    eb.or([
      eb.exists(
        eb
          .selectFrom('membership')
          .innerJoin('unitClosure', 'unitClosure.descendantId', 'membership.unitId')
          .select('membership.id')
          .where('membership.personId', '=', personId)
          .where(isMemberOn(day))
          .whereRef('unitClosure.ancestorId', '=', 'course.unitId'),
      ),
      eb.exists(
        eb
          .selectFrom('courseAssignment')
          .innerJoin('unitClosure as within', 'within.ancestorId', 'courseAssignment.societyId')
          .innerJoin('postHolding', (join) =>
            join
              .onRef('postHolding.unitId', '=', 'within.descendantId')
              .onRef('postHolding.post', '=', 'courseAssignment.post'),
          )
          .select('courseAssignment.id')
          .whereRef('courseAssignment.courseId', '=', 'course.id')
          .where('courseAssignment.withdrawnAt', 'is', null)
          .where('postHolding.personId', '=', personId)
          .where(isHeldOn(day)),
      ),
    ])
}

export interface OpenCourse {
  readonly courseId: CourseId
  readonly versionId: CourseVersionId
}

/** The latest version of a course that a person may begin. */
export async function findOpenCourse(
  db: Db,
  personId: PersonId,
  courseId: CourseId,
  day: LocalDate,
): Promise<OpenCourse | undefined> {
  const row = await db
    .selectFrom('course')
    .select(['course.id', 'course.latestVersionId'])
    .where('course.id', '=', courseId)
    .where('course.state', '=', 'published')
    .where(isOpenTo(personId, day))
    .executeTakeFirst()
  return row?.latestVersionId ? { courseId: row.id, versionId: row.latestVersionId } : undefined
}

export interface OpenCourseFilter {
  readonly personId: PersonId
  readonly day: LocalDate
  readonly search?: string | undefined
  readonly cursor?: CourseId | undefined
  readonly limit: number
}

/** The catalogue of a person: courses they may begin, the newest first, each with how far they are. */
export async function listOpenCourses(db: Db, filter: OpenCourseFilter) {
  let query = db
    .selectFrom('course')
    .innerJoin('courseVersion', 'courseVersion.id', 'course.latestVersionId')
    .innerJoin('unit', 'unit.id', 'course.unitId')
    .leftJoin('enrolment', (join) =>
      join.onRef('enrolment.courseId', '=', 'course.id').on('enrolment.personId', '=', filter.personId),
    )
    .where('course.state', '=', 'published')
    .where(isOpenTo(filter.personId, filter.day))
  const { search } = filter
  if (search) {
    query = query.where((eb) =>
      eb.or([
        holding(eb.ref('courseVersion.title'), search),
        holds(eb, 'course.titlePinyin', wordsOf(search)),
        holding(eb.ref('courseVersion.summary'), search),
      ]),
    )
  }
  if (filter.cursor) query = query.where('course.id', '<', filter.cursor)
  return query
    .select(['course.id as courseId', 'courseVersion.title', 'courseVersion.summary', 'courseVersion.audience'])
    .select(['courseVersion.hours', 'unit.name as unitName', 'enrolment.startedAt', 'enrolment.passedAt'])
    .orderBy('course.id', 'desc')
    .limit(filter.limit)
    .execute()
}
