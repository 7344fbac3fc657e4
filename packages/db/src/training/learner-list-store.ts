import type { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { CourseId, LearnerStanding } from '@dangjian/domain/training'
import type { Db } from '../database.ts'
import { isHeldOn } from '../organisation/holding-rule.ts'
import { holds, wordsOf } from '../organisation/pinyin.ts'
import { inOrder, keyOf, wayTo, type Way } from '../organisation/way-to-people.ts'

export interface LearnersAsked {
  /** The unit whose people, and those of units beneath it, are looked at. */
  readonly beneath: UnitId
  readonly day: LocalDate
  readonly courseId?: CourseId | undefined
  readonly standing?: LearnerStanding | 'behind' | undefined
  readonly search?: string | undefined
}

export interface LearnerListFilter extends LearnersAsked {
  /** Pinyin, person and course of the last row seen. */
  readonly cursor?:
    | { readonly namePinyin: string; readonly personId: PersonId; readonly courseId: CourseId }
    | undefined
  readonly limit: number
}

/** A row for each post that somebody holds in the unit or beneath it and each assignment that asks a course of it. */
function asked(db: Db, way: Way, { beneath, day, courseId, standing, search }: LearnersAsked) {
  let query = along(db, way)
    .whereRef('person.id', '=', 'postHolding.personId')
    .whereRef('scope.descendantId', '=', 'postHolding.unitId')
    .whereRef('within.descendantId', '=', 'postHolding.unitId')
    .whereRef('courseAssignment.societyId', '=', 'within.ancestorId')
    .whereRef('courseAssignment.post', '=', 'postHolding.post')
    .leftJoin('enrolment', (join) =>
      join
        .onRef('enrolment.personId', '=', 'postHolding.personId')
        .onRef('enrolment.courseId', '=', 'courseAssignment.courseId'),
    )
    .where('scope.ancestorId', '=', beneath)
    .where('courseAssignment.withdrawnAt', 'is', null)
    .where(isHeldOn(day))
  if (courseId) query = query.where('courseAssignment.courseId', '=', courseId)
  if (standing === 'passed') query = query.where('enrolment.passedAt', 'is not', null)
  else if (standing) query = query.where('enrolment.passedAt', 'is', null)
  if (standing === 'overdue') query = query.where('courseAssignment.dueOn', '<', day)
  if (standing === 'not-begun') query = query.where('enrolment.id', 'is', null)
  if (standing === 'learning') query = query.where('enrolment.id', 'is not', null)
  const words = wordsOf(search ?? '')
  if (words) query = query.where((eb) => holds(eb, keyOf(way) as 'person.namePinyin', words))
  return query
}

/** SQLite goes through a cross join as it is written. */
function along(db: Db, way: Way) {
  if (way === 'members') {
    return db
      .selectFrom('unitClosure as scope')
      .crossJoin('postHolding')
      .crossJoin('unitClosure as within')
      .crossJoin('courseAssignment')
      .crossJoin('person')
  }
  return inOrder(db, way)
    .crossJoin('postHolding')
    .crossJoin('unitClosure as within')
    .crossJoin('courseAssignment')
    .crossJoin('unitClosure as scope')
}

/** How a page of those who are asked to learn stand: once for each course, due by the earliest day. */
export async function listCourseLearners(db: Db, filter: LearnerListFilter) {
  const way = await wayTo(db, filter)
  const key = keyOf(way) as 'person.namePinyin'
  let page = asked(db, way, filter)
  const { cursor } = filter
  if (cursor) {
    page = page
      .where(key, '>=', cursor.namePinyin)
      .where((eb) =>
        eb(
          eb.refTuple(key, 'person.id', 'courseAssignment.courseId'),
          '>',
          eb.tuple(cursor.namePinyin, cursor.personId, cursor.courseId),
        ),
      )
  }
  const pairs = await page
    .select(['person.id as personId', 'courseAssignment.courseId'])
    .select(`${key} as namePinyin`)
    .distinct()
    .orderBy(key)
    .orderBy('person.id')
    .orderBy('courseAssignment.courseId')
    .limit(filter.limit)
    .execute()
  const earliest = await findEarliestAsked(db, filter, [...new Set(pairs.map(({ personId }) => personId))])
  return pairs.flatMap((pair) => earliest.get(`${pair.personId} ${pair.courseId}`) ?? [])
}

/** What is asked of some people: by person and course that assignment which is due first. */
async function findEarliestAsked(db: Db, { beneath, day, courseId }: LearnersAsked, personIds: readonly PersonId[]) {
  if (personIds.length === 0) return new Map<string, never>()
  const rows = await asked(db, 'all', { beneath, day, courseId })
    .innerJoin('course', 'course.id', 'courseAssignment.courseId')
    .innerJoin('unit', 'unit.id', 'courseAssignment.societyId')
    .where('person.id', 'in', personIds)
    .select(['person.id as personId', 'courseAssignment.courseId', 'courseAssignment.dueOn'])
    .select(['person.name as personName', 'person.namePinyin'])
    .select(['course.title as courseTitle', 'unit.name as societyName', 'enrolment.id as enrolmentId'])
    .select(['enrolment.startedAt', 'enrolment.movedAt', 'enrolment.passedAt'])
    .orderBy('courseAssignment.dueOn', 'desc')
    .orderBy('courseAssignment.id', 'desc')
    .execute()
  return new Map(rows.map((row) => [`${row.personId} ${row.courseId}`, row]))
}

/** How many rows `listCourseLearners` lists in all. */
export async function countCourseLearners(db: Db, filter: LearnersAsked): Promise<number> {
  const way = await wayTo(db, filter)
  const pairs = asked(db, way === 'all' ? 'members' : way, filter)
    .select(['postHolding.personId', 'courseAssignment.courseId'])
    .distinct()
  const { total } = await db
    .selectFrom(pairs.as('pair'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** Courses asked of people in a unit or beneath it, each with how many are asked, have begun, are overdue and have passed. */
export async function listAskedCourses(db: Db, { beneath, day }: Pick<LearnersAsked, 'beneath' | 'day'>) {
  const pairs = asked(db, 'members', { beneath, day })
    .select(['courseAssignment.courseId', 'enrolment.startedAt', 'enrolment.passedAt'])
    .select((eb) => eb.fn.min('courseAssignment.dueOn').as('dueOn'))
    .groupBy(['postHolding.personId', 'courseAssignment.courseId', 'enrolment.startedAt', 'enrolment.passedAt'])
  return db
    .selectFrom(pairs.as('pair'))
    .innerJoin('course', 'course.id', 'pair.courseId')
    .select(['pair.courseId', 'course.title as courseTitle'])
    .select((eb) => [
      eb.fn.countAll<number>().as('asked'),
      eb.fn.count<number>('pair.startedAt').as('begun'),
      eb.fn.count<number>('pair.passedAt').as('passed'),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when(eb.and([eb('pair.dueOn', '<', day), eb('pair.passedAt', 'is', null)]))
            .then(1)
            .else(0)
            .end(),
        )
        .as('overdue'),
    ])
    .groupBy(['pair.courseId', 'course.title'])
    .orderBy('course.title')
    .execute()
}
