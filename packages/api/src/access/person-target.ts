import type { LocalDate, PersonId } from '@dangjian/domain/access'
import type { Db } from '@dangjian/db/database'
import { isPersonBeneath } from '@dangjian/db/organisation/unit-scope'
import type { Actor } from '../context.ts'
import type { Target } from '../trpc.ts'

/** A person for whom a role's holder acts within the unit of that role; whoever belongs elsewhere does not exist for them. */
export async function personTarget(db: Db, actor: Actor, personId: PersonId, today: LocalDate): Promise<Target | null> {
  const unitId = actor.grant?.unitId
  return unitId && (await isPersonBeneath(db, personId, unitId, today)) ? { unitId, personId } : null
}
