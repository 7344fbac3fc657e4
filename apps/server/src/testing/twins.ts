import type { PersonId } from '@dangjian/domain/access'
import type { SocietyImportId } from '@dangjian/domain/organisation'
import type { Db } from '@dangjian/db/database'
import type { Storage } from '@dangjian/db/connection/storage'
import { newTwinId, type Twin, type TwinSite } from './twin.ts'
import { addAccessTwins, addFileTwin } from './twins-access.ts'
import { addPlanTwins, addTaskTwins } from './twins-tasks.ts'
import { addTrainingTwins } from './twins-training.ts'
import { canaryOf, places, societyOf, type Place, type World } from './world.ts'

/** By place and brand. What a society alone has (an assignment) is the same for each of its units. */
export type Twins = Readonly<Record<Place, Readonly<Record<string, Twin>>>>

/** Gives every place one of everything, so that whatever a procedure names by an id can be tried with another's. */
export async function buildTwins(storage: Storage, world: World): Promise<Twins> {
  const twins = {} as Record<Place, Record<string, Twin>>
  const associationId = world.units.association
  await storage.transact(async (tx) => {
    const shared = await addPlanTwins(tx, associationId, world.people.association[1] as PersonId)
    for (const place of places) {
      const society = societyOf(place)
      const unitId = world.units[place]
      const personId = world.people[place][1] as PersonId
      const site: TwinSite = {
        place,
        unitId,
        societyId: society ? world.units[society] : associationId,
        associationId,
        personId,
        canary: society ? canaryOf(society) : '',
      }
      const above = society && society !== place ? twins[society] : {}
      const found = await tx
        .selectFrom('postHolding')
        .select(['id', 'personId'])
        .where('unitId', '=', unitId)
        .executeTakeFirstOrThrow()
      twins[place] = {
        ...shared,
        ...above,
        UnitId: { id: unitId, unitId },
        PersonId: { id: personId, unitId, personId },
        PostHoldingId: { id: found.id, unitId },
        ...(await addAccessTwins(tx, site)),
        ...(await addFileTwin(tx, site)),
        ...(await addTaskTwins(tx, site, shared, above ?? {})),
        ...(await addTrainingTwins(tx, site)),
        ...(await addImportTwin(tx, site)),
      }
    }
  })
  return twins
}

async function addImportTwin(tx: Db, { unitId, personId, canary }: TwinSite): Promise<Record<string, Twin>> {
  const id = newTwinId<SocietyImportId>()
  await tx
    .insertInto('societyImport')
    .values({
      id,
      unitId,
      confirmedAt: 0,
      confirmedBy: personId,
      fileName: `${canary}名录.csv`,
      undo: JSON.stringify({ made: [], changed: [] }),
      newCount: 0,
      changedCount: 0,
      wrongCount: 0,
      undoneAt: null,
    })
    .execute()
  return { SocietyImportId: { id, unitId } }
}
