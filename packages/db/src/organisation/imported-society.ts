import type { UnitId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'

/** Whether anything hangs on a society besides the import that made it: units, people, roles. */
export async function isBuiltUpon(db: Db, societyId: UnitId): Promise<boolean> {
  const child = await db.selectFrom('unit').select('id').where('parentId', '=', societyId).limit(1).executeTakeFirst()
  const member = await db
    .selectFrom('membership')
    .select('id')
    .where('unitId', '=', societyId)
    .limit(1)
    .executeTakeFirst()
  const grant = await db
    .selectFrom('roleGrant')
    .select('id')
    .where('unitId', '=', societyId)
    .limit(1)
    .executeTakeFirst()
  const assignment = await db
    .selectFrom('assignment')
    .select('id')
    .where('unitId', '=', societyId)
    .limit(1)
    .executeTakeFirst()
  return Boolean(child ?? member ?? grant ?? assignment)
}

/** Removes a society that nothing was built on: the one case in which a unit goes, since it was never really there. */
export async function deleteImportedSociety(db: Db, societyId: UnitId): Promise<void> {
  await db.deleteFrom('unitEvent').where('unitId', '=', societyId).execute()
  await db.deleteFrom('unitClosure').where('descendantId', '=', societyId).execute()
  await db.deleteFrom('unit').where('id', '=', societyId).execute()
}
