import type { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { SocietyCategory } from '@dangjian/domain/organisation'
import type { LearningStanding } from '@dangjian/domain/panorama'
import type { TaskId } from '@dangjian/domain/tasks'
import type { CourseId } from '@dangjian/domain/training'
import type { Db } from '../database.ts'

/** Which learning a panorama looks at: the courses that some tasks ask of people. */
export interface LearningScope {
  readonly beneath: UnitId
  readonly taskIds: readonly TaskId[]
  readonly category?: SocietyCategory | undefined
  readonly day: LocalDate
}

/**
 * One row for each person and course that a task asks of them: holders, on the day, of a post that a course was
 * given to in their society. Somebody who holds two such posts stands once.
 */
function asked(db: Db, scope: LearningScope) {
  let query = db
    .selectFrom('courseAssignment')
    .innerJoin('unitClosure as scope', 'scope.descendantId', 'courseAssignment.societyId')
    .innerJoin('unit as society', 'society.id', 'courseAssignment.societyId')
    .innerJoin('unitClosure as within', 'within.ancestorId', 'courseAssignment.societyId')
    .innerJoin('postHolding', (join) =>
      join
        .onRef('postHolding.unitId', '=', 'within.descendantId')
        .onRef('postHolding.post', '=', 'courseAssignment.post'),
    )
    .leftJoin('enrolment', (join) =>
      join
        .onRef('enrolment.personId', '=', 'postHolding.personId')
        .onRef('enrolment.courseId', '=', 'courseAssignment.courseId'),
    )
    .where('scope.ancestorId', '=', scope.beneath)
    .where('courseAssignment.withdrawnAt', 'is', null)
    .where('courseAssignment.taskId', 'in', scope.taskIds.length > 0 ? [...scope.taskIds] : [''])
    .where('postHolding.fromOn', '<=', scope.day)
    .where((eb) => eb.or([eb('postHolding.toOn', 'is', null), eb('postHolding.toOn', '>=', scope.day)]))
  if (scope.category) query = query.where('society.category', '=', scope.category)
  return query
    .select(['postHolding.personId', 'courseAssignment.courseId', 'courseAssignment.societyId', 'society.category'])
    .select(['enrolment.passedAt', 'enrolment.startedAt'])
    .distinct()
}

/** By society category: how many courses are asked of people, begun, and passed. */
export async function countLearning(db: Db, scope: LearningScope) {
  return db
    .selectFrom(asked(db, scope).as('asked'))
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

/** The people behind a figure of learning, with how many there are in all. */
export async function listLearners(db: Db, filter: LearnerListFilter) {
  let query = db
    .selectFrom(asked(db, filter).as('asked'))
    .innerJoin('person', 'person.id', 'asked.personId')
    .innerJoin('course', 'course.id', 'asked.courseId')
    .innerJoin('unit', 'unit.id', 'asked.societyId')
  if (filter.standing === 'passed') query = query.where('asked.passedAt', 'is not', null)
  else if (filter.standing) query = query.where('asked.passedAt', 'is', null)
  if (filter.standing === 'learning') query = query.where('asked.startedAt', 'is not', null)
  if (filter.standing === 'notBegun') query = query.where('asked.startedAt', 'is', null)
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const { cursor } = filter
  if (cursor) {
    query = query.where((eb) =>
      eb(
        eb.refTuple('asked.personId', 'asked.courseId', 'asked.societyId'),
        '>',
        eb.tuple(cursor.personId, cursor.courseId, cursor.societyId),
      ),
    )
  }
  const rows = await query
    .select(['asked.personId', 'asked.courseId', 'asked.societyId', 'asked.passedAt', 'asked.startedAt'])
    .select(['person.name as personName', 'course.title as courseTitle', 'unit.name as societyName'])
    .orderBy('asked.personId')
    .orderBy('asked.courseId')
    .orderBy('asked.societyId')
    .limit(filter.limit)
    .execute()
  return { rows, total }
}
