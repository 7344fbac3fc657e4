import type { PersonId } from '@dangjian/domain/access'
import type { CourseId, ExtraTime, ExtraTimeShare } from '@dangjian/domain/training'
import { statement } from '../connection/statement.ts'
import type { Db } from '../database.ts'

/** Grants extra time, or changes how much there is. */
export async function saveExtraTime(db: Db, extra: ExtraTime): Promise<void> {
  const { share, grantedAt } = extra
  await db
    .insertInto('extraTime')
    .values(extra)
    .onConflict((oc) => oc.columns(['personId', 'courseId']).doUpdateSet({ share, grantedAt }))
    .execute()
}

export async function deleteExtraTime(db: Db, personId: PersonId, courseId: CourseId): Promise<void> {
  await db.deleteFrom('extraTime').where('personId', '=', personId).where('courseId', '=', courseId).execute()
}

/** What extra time a person has in a course's tests; null for none. */
export async function findExtraTimeShare(
  db: Db,
  personId: PersonId,
  courseId: CourseId,
): Promise<ExtraTimeShare | null> {
  return (await shareOf(db, { personId, courseId })).rows[0]?.share ?? null
}

const shareOf = statement((db, { personId, courseId }: { personId: PersonId; courseId: CourseId }) =>
  db.selectFrom('extraTime').select('share').where('personId', '=', personId).where('courseId', '=', courseId),
)

/** Every course in whose tests a person has extra time. */
export async function listExtraTimesOf(db: Db, personId: PersonId): Promise<ExtraTime[]> {
  return db.selectFrom('extraTime').selectAll().where('personId', '=', personId).orderBy('courseId').execute()
}
