import type { UnitId } from '@dangjian/domain/access'
import type { Unit } from '@dangjian/domain/organisation'
import type { Db } from '@dangjian/db/database'
import { ancestorsOf } from '@dangjian/db/organisation/unit-scope'
import { findUnit } from '@dangjian/db/organisation/unit-store'

/** The units above a unit, from the one that the reader acts for downwards: what lies above that is not theirs to open. */
export async function pathWithin(
  db: Db,
  unit: Unit,
  topId: UnitId | undefined,
): Promise<{ id: UnitId; name: string }[]> {
  const above = await ancestorsOf(db, unit.id)
  const top = topId ? above.indexOf(topId) : -1
  const seen = above.slice(1, top < 0 ? undefined : top + 1)
  const path: { id: UnitId; name: string }[] = []
  for (const id of seen.toReversed()) {
    const each = await findUnit(db, id)
    if (each) path.push({ id: each.id, name: each.name })
  }
  return path
}
