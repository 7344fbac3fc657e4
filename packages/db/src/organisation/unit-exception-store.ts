import type { UnitId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'
import type { UnitExceptionTable } from './tables.ts'

export async function insertUnitException(db: Db, exception: UnitExceptionTable): Promise<void> {
  await db.insertInto('unitException').values(exception).execute()
}

/** What the superior approved for a unit, with the name of the paper. */
export async function listUnitExceptions(db: Db, unitId: UnitId) {
  return db
    .selectFrom('unitException')
    .leftJoin('file', 'file.id', 'unitException.documentFileId')
    .selectAll('unitException')
    .select('file.name as documentFileName')
    .where('unitException.unitId', '=', unitId)
    .orderBy('unitException.approvedOn', 'desc')
    .execute()
}

/** Approvals with a last day, of every unit beneath a unit: those of elections say when these are due. */
export async function listExceptionsWithEnd(db: Db, beneath: UnitId) {
  return db
    .selectFrom('unitException')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'unitException.unitId')
    .selectAll('unitException')
    .where('unitClosure.ancestorId', '=', beneath)
    .where('unitException.untilOn', 'is not', null)
    .execute()
}
