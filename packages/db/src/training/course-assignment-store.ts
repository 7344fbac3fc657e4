import type { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import { AskingClause, type CourseAssignment, type CourseId } from '@dangjian/domain/training'
import { z } from 'zod'
import type { Db } from '../database.ts'
import { isHeldOn } from '../organisation/holding-rule.ts'

const Clauses = z.array(AskingClause)

/** Enters rules that give courses to posts; one that a task has made already stays as it is. */
export async function insertCourseAssignments(db: Db, all: readonly CourseAssignment[]): Promise<void> {
  for (let at = 0; at < all.length; at += 400) {
    await db
      .insertInto('courseAssignment')
      .values(all.slice(at, at + 400).map((each) => ({ ...each, clauses: JSON.stringify(each.clauses) })))
      .onConflict((oc) => oc.columns(['taskId', 'societyId', 'post']).doNothing())
      .execute()
  }
}

export async function saveCourseAssignmentsDue(db: Db, taskId: string, dueOn: LocalDate): Promise<void> {
  await db.updateTable('courseAssignment').set({ dueOn }).where('taskId', '=', taskId).execute()
}

/** Takes back the rules of a task, in all societies or in some. */
export async function saveCourseAssignmentsWithdrawn(
  db: Db,
  taskId: string,
  societyIds: readonly UnitId[] | null,
  at: number,
): Promise<void> {
  let update = db
    .updateTable('courseAssignment')
    .set({ withdrawnAt: at })
    .where('taskId', '=', taskId)
    .where('withdrawnAt', 'is', null)
  if (societyIds) update = update.where('societyId', 'in', societyIds.length > 0 ? societyIds : ['' as UnitId])
  await update.execute()
}

/** Every reason why a person has courses (为什么有这门课): the tasks that ask them of a post they hold on the day. */
export async function listReasonsOf(db: Db, personId: PersonId, day: LocalDate, courseId?: CourseId) {
  let query = db
    .selectFrom('courseAssignment')
    .innerJoin('unitClosure', 'unitClosure.ancestorId', 'courseAssignment.societyId')
    .innerJoin('postHolding', (join) =>
      join
        .onRef('postHolding.unitId', '=', 'unitClosure.descendantId')
        .onRef('postHolding.post', '=', 'courseAssignment.post'),
    )
    .innerJoin('unit as society', 'society.id', 'courseAssignment.societyId')
    .where('postHolding.personId', '=', personId)
    .where(isHeldOn(day))
    .where('courseAssignment.withdrawnAt', 'is', null)
  if (courseId) query = query.where('courseAssignment.courseId', '=', courseId)
  const rows = await query
    .select(['courseAssignment.id', 'courseAssignment.courseId', 'courseAssignment.taskId'])
    .select(['courseAssignment.taskTitle', 'courseAssignment.clauses', 'courseAssignment.dueOn'])
    .select(['courseAssignment.post', 'society.name as societyName'])
    .distinct()
    .orderBy('courseAssignment.dueOn')
    .orderBy('courseAssignment.id')
    .execute()
  return rows.map(({ clauses, ...row }) => ({ ...row, clauses: Clauses.parse(JSON.parse(clauses)) }))
}
