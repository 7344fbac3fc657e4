import type { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { LearningStanding } from '@dangjian/domain/panorama'
import type { CourseId } from '@dangjian/domain/training'
import type { Db } from '../database.ts'
import { isHeldOn } from '../organisation/holding-rule.ts'
import { isSmallPart } from '../organisation/way-to-people.ts'
import type { WorkScope } from './work-store.ts'

/** Which learning a panorama looks at: the courses that some tasks ask of people, by the day that they are due. */
export interface LearningScope extends WorkScope {
  readonly day: LocalDate
}

/**
 * One row for each person and course that a task asks of them: holders, on the day, of a post that a course was
 * given to in their society. Somebody who holds two such posts stands once. They are found from what the societies were
 * given, or from person to person, by which order a page ends with its last row. SQLite goes through a cross join as it
 * is written.
 */
function asked(db: Db, scope: LearningScope, from: 'society' | 'person') {
  const given = db
    .selectFrom('unitClosure as scope')
    .crossJoin('courseAssignment')
    .crossJoin('unitClosure as within')
    .crossJoin('postHolding')
  const held = db
    .selectFrom('postHolding')
    .crossJoin('unitClosure as within')
    .crossJoin('courseAssignment')
    .crossJoin('unitClosure as scope')
  let query = (from === 'society' ? given : held)
    .innerJoin('unit as society', 'society.id', 'courseAssignment.societyId')
    .whereRef('scope.descendantId', '=', 'courseAssignment.societyId')
    .whereRef('within.ancestorId', '=', 'courseAssignment.societyId')
    .whereRef('within.descendantId', '=', 'postHolding.unitId')
    .whereRef('postHolding.post', '=', 'courseAssignment.post')
    .leftJoin('enrolment', (join) =>
      join
        .onRef('enrolment.personId', '=', 'postHolding.personId')
        .onRef('enrolment.courseId', '=', 'courseAssignment.courseId'),
    )
    .where('scope.ancestorId', '=', scope.beneath)
    .where('courseAssignment.withdrawnAt', 'is', null)
    .where('courseAssignment.taskId', 'in', scope.taskIds.length > 0 ? [...scope.taskIds] : [''])
    .where(isHeldOn(scope.day))
  if (scope.category) query = query.where('society.category', '=', scope.category)
  if (scope.dueFromOn) query = query.where('courseAssignment.dueOn', '>=', scope.dueFromOn)
  if (scope.dueBeforeOn) query = query.where('courseAssignment.dueOn', '<', scope.dueBeforeOn)
  return query
    .select(['postHolding.personId', 'courseAssignment.courseId', 'courseAssignment.societyId', 'society.category'])
    .select(['enrolment.passedAt', 'enrolment.startedAt'])
    .distinct()
}

/** By society category: how many courses are asked of people, begun, and passed. */
export async function countLearning(db: Db, scope: LearningScope) {
  return db
    .selectFrom(asked(db, scope, 'society').as('asked'))
    .select('asked.category')
    .select((eb) => [
      eb.fn.countAll<number>().as('concerned'),
      eb.fn.count<number>('asked.startedAt').as('begun'),
      eb.fn.count<number>('asked.passedAt').as('passed'),
    ])
    .groupBy('asked.category')
    .execute()
}

export interface LearnerListFilter extends LearningScope {
  readonly standing?: LearningStanding | undefined
  /** Person, course and society of the last row seen. */
  readonly cursor?: { readonly personId: PersonId; readonly courseId: CourseId; readonly societyId: UnitId } | undefined
  readonly limit: number
}

type LearnerFilter = Omit<LearnerListFilter, 'cursor' | 'limit'>

function standing(db: Db, filter: LearnerFilter, from: 'society' | 'person') {
  let query = asked(db, filter, from)
  if (filter.standing === 'passed') query = query.where('enrolment.passedAt', 'is not', null)
  else if (filter.standing) query = query.where('enrolment.passedAt', 'is', null)
  if (filter.standing === 'learning') query = query.where('enrolment.startedAt', 'is not', null)
  if (filter.standing === 'notBegun') query = query.where('enrolment.startedAt', 'is', null)
  return query
}

/** The people behind a figure of learning. */
export async function listLearners(db: Db, filter: LearnerListFilter) {
  let page = standing(db, filter, (await isSmallPart(db, filter)) ? 'society' : 'person')
  const { cursor } = filter
  if (cursor) {
    page = page
      .where('postHolding.personId', '>=', cursor.personId)
      .where((eb) =>
        eb(
          eb.refTuple('postHolding.personId', 'courseAssignment.courseId', 'courseAssignment.societyId'),
          '>',
          eb.tuple(cursor.personId, cursor.courseId, cursor.societyId),
        ),
      )
  }
  const ordered = page
    .orderBy('postHolding.personId')
    .orderBy('courseAssignment.courseId')
    .orderBy('courseAssignment.societyId')
    .limit(filter.limit)
  return db
    .selectFrom(ordered.as('asked'))
    .innerJoin('person', 'person.id', 'asked.personId')
    .innerJoin('course', 'course.id', 'asked.courseId')
    .innerJoin('unit', 'unit.id', 'asked.societyId')
    .select(['asked.personId', 'asked.courseId', 'asked.societyId', 'asked.passedAt', 'asked.startedAt'])
    .select(['person.name as personName', 'course.title as courseTitle', 'unit.name as societyName'])
    .orderBy('asked.personId')
    .orderBy('asked.courseId')
    .orderBy('asked.societyId')
    .execute()
}

/** How many of them there are. */
export async function countLearners(db: Db, filter: LearnerFilter): Promise<number> {
  const { total } = await db
    .selectFrom(standing(db, filter, 'society').as('asked'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}
