import { permissionOf, permits, type Action, type UnitId } from '@dangjian/domain/access'
import type { BankId, CourseId, QuestionId } from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import { ancestorsOf } from '@dangjian/db/organisation/unit-scope'
import { findBank, findBankOfQuestion } from '@dangjian/db/training/bank-store'
import { findCourseUnit } from '@dangjian/db/training/course-store'
import type { Actor } from '../context.ts'
import { notFound, type Target } from '../trpc.ts'

/** A course is reached through the unit that it belongs to. */
export async function courseTarget({ db, input }: { db: Db; input: { courseId: CourseId } }): Promise<Target | null> {
  const unitId = await findCourseUnit(db, input.courseId)
  return unitId ? { unitId } : null
}

/** A bank is reached through the unit that it belongs to. */
export async function bankTarget({ db, input }: { db: Db; input: { bankId: BankId } }): Promise<Target | null> {
  const bank = await findBank(db, input.bankId)
  return bank ? { unitId: bank.unitId } : null
}

/** A question is reached through its bank. */
export async function questionTarget({
  db,
  input,
}: {
  db: Db
  input: { questionId: QuestionId }
}): Promise<Target | null> {
  const bank = await findBankOfQuestion(db, input.questionId)
  return bank ? { unitId: bank.unitId } : null
}

/** Whether whoever asks may do something at a further unit, in the role worn. */
export async function mayAt(db: Db, actor: Actor, action: Action, unitId: UnitId): Promise<boolean> {
  return permits(permissionOf(action), actor, { unitId, ancestors: await ancestorsOf(db, unitId) }) === 'permitted'
}

/** A course named beside another target must be in the scope of the role worn as well; else it does not exist. */
export async function demandCourse(db: Db, actor: Actor, action: Action, courseId: CourseId): Promise<void> {
  const unitId = await findCourseUnit(db, courseId)
  if (!unitId || !(await mayAt(db, actor, action, unitId))) notFound()
}
