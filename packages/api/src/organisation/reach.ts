import type { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { Db } from '@dangjian/db/database'
import { ancestorsOf, isPersonBeneath } from '@dangjian/db/organisation/unit-scope'
import type { Actor } from '../context.ts'
import { notFound } from '../refusal.ts'

/** A person named in a command must belong where the role worn reaches; others do not exist for the caller. */
export async function demandPersonInReach(db: Db, actor: Actor, personId: PersonId, today: LocalDate): Promise<void> {
  if (!actor.grant || !(await isPersonBeneath(db, personId, actor.grant.unitId, today))) notFound()
}

/** A second unit named in a command must lie where the role worn reaches. */
export async function demandUnitInReach(db: Db, actor: Actor, unitId: UnitId): Promise<void> {
  if (!actor.grant || !(await ancestorsOf(db, unitId)).includes(actor.grant.unitId)) notFound()
}
