import type { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { CourseId, LearnerStanding } from '@dangjian/domain/training'
import type { Db } from '../database.ts'
import { holds, wordsOf } from '../organisation/pinyin.ts'

export interface LearnerListFilter {
  /** The unit whose people, and those of units beneath it, are listed. */
  readonly beneath: UnitId
  readonly day: LocalDate
  readonly courseId?: CourseId | undefined
  readonly standing?: LearnerStanding | 'behind' | undefined
  readonly search?: string | undefined
  /** Pinyin, person and course of the last row seen. */
  readonly cursor?:
    | { readonly namePinyin: string; readonly personId: PersonId; readonly courseId: CourseId }
    | undefined
  readonly limit: number
}

/** A row for each person and course asked of them, by posts held in the unit or beneath it; due by the earliest day. */
function asked(db: Db, { beneath, day, courseId }: LearnerListFilter) {
  let query = db
    .selectFrom('courseAssignment')
    .innerJoin('unitClosure as within', 'within.ancestorId', 'courseAssignment.societyId')
    .innerJoin('postHolding', (join) =>
      join
        .onRef('postHolding.unitId', '=', 'within.descendantId')
        .onRef('postHolding.post', '=', 'courseAssignment.post'),
    )
    .innerJoin('unitClosure as scope', 'scope.descendantId', 'postHolding.unitId')
    .where('scope.ancestorId', '=', beneath)
    .where('courseAssignment.withdrawnAt', 'is', null)
    .where('postHolding.fromOn', '<=', day)
    .where((eb) => eb.or([eb('postHolding.toOn', 'is', null), eb('postHolding.toOn', '>=', day)]))
  if (courseId) query = query.where('courseAssignment.courseId', '=', courseId)
  return query
    .select(['postHolding.personId', 'courseAssignment.courseId'])
    .select((eb) => [
      eb.fn.min('courseAssignment.dueOn').as('dueOn'),
      eb.fn.min('courseAssignment.societyId').as('societyId'),
    ])
    .groupBy(['postHolding.personId', 'courseAssignment.courseId'])
}

function matching(db: Db, filter: LearnerListFilter) {
  let query = db
    .selectFrom(asked(db, filter).as('asked'))
    .innerJoin('person', 'person.id', 'asked.personId')
    .innerJoin('course', 'course.id', 'asked.courseId')
    .innerJoin('unit', 'unit.id', 'asked.societyId')
    .leftJoin('enrolment', (join) =>
      join.onRef('enrolment.personId', '=', 'asked.personId').onRef('enrolment.courseId', '=', 'asked.courseId'),
    )
  const { standing, search, day } = filter
  if (standing === 'passed') query = query.where('enrolment.passedAt', 'is not', null)
  else if (standing) query = query.where('enrolment.passedAt', 'is', null)
  if (standing === 'overdue') query = query.where('asked.dueOn', '<', day)
  if (standing === 'not-begun') query = query.where('enrolment.id', 'is', null)
  if (standing === 'learning') query = query.where('enrolment.id', 'is not', null)
  if (search) {
    query = query.where((eb) => holds(eb, 'person.namePinyin', wordsOf(search)))
  }
  return query
}

/** How those who are asked to learn stand, with how many there are in all. */
export async function listCourseLearners(db: Db, filter: LearnerListFilter) {
  let query = matching(db, filter)
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const { cursor } = filter
  if (cursor) {
    query = query.where((eb) =>
      eb(
        eb.refTuple('person.namePinyin', 'person.id', 'asked.courseId'),
        '>',
        eb.tuple(cursor.namePinyin, cursor.personId, cursor.courseId),
      ),
    )
  }
  const rows = await query
    .select(['asked.personId', 'asked.courseId', 'asked.dueOn', 'person.name as personName', 'person.namePinyin'])
    .select(['course.title as courseTitle', 'unit.name as societyName', 'enrolment.id as enrolmentId'])
    .select(['enrolment.startedAt', 'enrolment.movedAt', 'enrolment.passedAt'])
    .orderBy('person.namePinyin')
    .orderBy('person.id')
    .orderBy('asked.courseId')
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

/** Courses asked of people in a unit or beneath it, each with how many are asked, have begun, are overdue and have passed. */
export async function countCourseLearners(db: Db, filter: Pick<LearnerListFilter, 'beneath' | 'day'>) {
  return matching(db, { ...filter, limit: 1 })
    .select(['asked.courseId', 'course.title as courseTitle'])
    .select((eb) => [
      eb.fn.countAll<number>().as('asked'),
      eb.fn.count<number>('enrolment.startedAt').as('begun'),
      eb.fn.count<number>('enrolment.passedAt').as('passed'),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when(eb.and([eb('asked.dueOn', '<', filter.day), eb('enrolment.passedAt', 'is', null)]))
            .then(1)
            .else(0)
            .end(),
        )
        .as('overdue'),
    ])
    .groupBy(['asked.courseId', 'course.title'])
    .orderBy('course.title')
    .execute()
}
