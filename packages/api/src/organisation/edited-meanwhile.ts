import type { Unit } from '@dangjian/domain/organisation'
import type { Db } from '@dangjian/db/database'
import { findLastUnitChange } from '@dangjian/db/organisation/unit-history-store'
import { refuseWith } from '../refusal.ts'

/** Somebody else saved the unit since it was read: says who and when. */
export async function refuseEditedMeanwhile(db: Db, unit: Pick<Unit, 'id' | 'createdAt'>): Promise<never> {
  const last = await findLastUnitChange(db, unit.id)
  return refuseWith('edited-meanwhile', { by: last?.by ?? '', at: last?.at ?? unit.createdAt })
}
