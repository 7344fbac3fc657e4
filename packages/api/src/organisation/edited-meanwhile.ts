import type { UnitId } from '@dangjian/domain/access'
import type { Db } from '@dangjian/db/database'
import { findLastUnitChange } from '@dangjian/db/organisation/unit-history-store'
import { refuseWith } from '../refusal.ts'

/** Somebody else saved the unit since it was read: says who and when. */
export async function refuseEditedMeanwhile(db: Db, unitId: UnitId): Promise<never> {
  const last = await findLastUnitChange(db, unitId)
  return refuseWith('edited-meanwhile', last ? { by: last.by, at: last.at } : undefined)
}
