import type { LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'

/** Ids of a unit and of every unit above it, itself first; empty when there is no such unit. */
export async function ancestorsOf(db: Db, unitId: UnitId): Promise<UnitId[]> {
  const rows = await db
    .selectFrom('unitClosure')
    .select('ancestorId')
    .where('descendantId', '=', unitId)
    .orderBy('depth')
    .execute()
  return rows.map((row) => row.ancestorId)
}

/** Adds a unit's rows to the closure: itself, and one for each unit above its parent. */
export async function insertUnitClosure(db: Db, unitId: UnitId, parentId: UnitId | null): Promise<void> {
  const above = parentId
    ? await db.selectFrom('unitClosure').selectAll().where('descendantId', '=', parentId).execute()
    : []
  await db
    .insertInto('unitClosure')
    .values([
      { ancestorId: unitId, descendantId: unitId, depth: 0 },
      ...above.map((row) => ({ ancestorId: row.ancestorId, descendantId: unitId, depth: row.depth + 1 })),
    ])
    .execute()
}

/** Takes a unit with all beneath it from its place and puts it under another parent. */
export async function moveUnitClosure(db: Db, unitId: UnitId, parentId: UnitId): Promise<void> {
  const subtree = await db
    .selectFrom('unitClosure')
    .select(['descendantId', 'depth'])
    .where('ancestorId', '=', unitId)
    .execute()
  const formerly = (await ancestorsOf(db, unitId)).filter((id) => id !== unitId)
  const moved = subtree.map((row) => row.descendantId)
  await db.deleteFrom('unitClosure').where('ancestorId', 'in', formerly).where('descendantId', 'in', moved).execute()
  const above = await ancestorsOf(db, parentId)
  const rows = above.flatMap((ancestorId, steps) =>
    subtree.map((row) => ({ ancestorId, descendantId: row.descendantId, depth: row.depth + steps + 1 })),
  )
  await db.insertInto('unitClosure').values(rows).execute()
}

/**
 * Whether a person is in the scope of a role held for a unit: belongs on that day to the unit or to one beneath it.
 * Who left is out of it from the day after the last. Somebody who belongs nowhere any more stays in the scope of where
 * they belonged last, or nobody could close their account or let them join again.
 */
export async function isPersonBeneath(db: Db, personId: PersonId, unitId: UnitId, day: LocalDate): Promise<boolean> {
  const memberships = await db
    .selectFrom('membership')
    .select(['unitId', 'toOn'])
    .where('personId', '=', personId)
    .orderBy('toOn', 'desc')
    .execute()
  const present = memberships.filter(({ toOn }) => toOn === null || toOn >= day)
  const last = memberships[0]?.toOn
  const answering = present.length > 0 ? present : memberships.filter(({ toOn }) => toOn === last)
  if (answering.length === 0) return false
  const row = await db
    .selectFrom('unitClosure')
    .select('descendantId')
    .where('ancestorId', '=', unitId)
    .where(
      'descendantId',
      'in',
      answering.map((each) => each.unitId),
    )
    .limit(1)
    .executeTakeFirst()
  return Boolean(row)
}

export async function findPersonName(db: Db, personId: PersonId): Promise<string | undefined> {
  const row = await db.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirst()
  return row?.name
}
