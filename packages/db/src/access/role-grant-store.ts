import type { PersonId, RoleGrant, RoleGrantId, UnitId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'
import { holds, wordsOf } from '../organisation/pinyin.ts'

export async function findRoleGrant(db: Db, id: RoleGrantId): Promise<RoleGrant | undefined> {
  return db.selectFrom('roleGrant').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function listRoleGrantsOf(db: Db, personId: PersonId): Promise<RoleGrant[]> {
  return db.selectFrom('roleGrant').selectAll().where('personId', '=', personId).execute()
}

export async function insertRoleGrant(db: Db, grant: RoleGrant): Promise<void> {
  await db.insertInto('roleGrant').values(grant).execute()
}

export async function saveRoleGrant(db: Db, grant: RoleGrant): Promise<void> {
  await db.updateTable('roleGrant').set({ toOn: grant.toOn }).where('id', '=', grant.id).execute()
}

/** Grants for a unit and for all beneath it, newest first, with the names to show. `cursor` is the last id seen. */
export async function listRoleGrantsUnder(
  db: Db,
  filter: {
    unitId: UnitId
    currentOn?: string | undefined
    search?: string | undefined
    cursor?: RoleGrantId | undefined
    limit: number
  },
) {
  let query = db
    .selectFrom('roleGrant')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'roleGrant.unitId')
    .innerJoin('unit', 'unit.id', 'roleGrant.unitId')
    .innerJoin('person', 'person.id', 'roleGrant.personId')
    .where('unitClosure.ancestorId', '=', filter.unitId)
  const { currentOn } = filter
  if (currentOn) {
    query = query
      .where('roleGrant.fromOn', '<=', currentOn)
      .where((eb) => eb.or([eb('roleGrant.toOn', 'is', null), eb('roleGrant.toOn', '>=', currentOn)]))
  }
  if (filter.search) {
    const words = wordsOf(filter.search)
    query = query.where((eb) => eb.or([holds(eb, 'person.namePinyin', words), holds(eb, 'unit.namePinyin', words)]))
  }
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  let page = query.selectAll('roleGrant').select(['unit.name as unitName', 'person.name as personName'])
  if (filter.cursor) page = page.where('roleGrant.id', '<', filter.cursor)
  const rows = await page.orderBy('roleGrant.id', 'desc').limit(filter.limit).execute()
  return { rows, total }
}
