import type { LocalDate, UnitId } from '@dangjian/domain/access'
import type { Post } from '@dangjian/domain/organisation'
import type { Db } from '../database.ts'
import { isHeldOn } from '../organisation/holding-rule.ts'

const standing = ['active', 'suspended'] as const

/** What an audience is chosen from: the societies in the order of their codes, and the units of the three tiers. */
export async function listAudienceUnits(db: Db) {
  return db
    .selectFrom('unit')
    .select(['id', 'kind', 'tier', 'societyId', 'code', 'name', 'category', 'state'])
    .where((eb) => eb.or([eb('kind', '=', 'society'), eb('tier', 'is not', null)]))
    .where('state', 'in', standing)
    .orderBy('code')
    .orderBy('id')
    .execute()
}

/** How many people hold one of the posts at or beneath the units on a day: each person once. */
export async function countHolders(
  db: Db,
  unitIds: readonly UnitId[],
  posts: readonly Post[],
  day: LocalDate,
): Promise<number> {
  if (unitIds.length === 0 || posts.length === 0) return 0
  const { count } = await db
    .selectFrom('postHolding')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'postHolding.unitId')
    .select((eb) => eb.fn.count<number>('postHolding.personId').distinct().as('count'))
    .where('unitClosure.ancestorId', 'in', unitIds)
    .where('postHolding.post', 'in', posts)
    .where(isHeldOn(day))
    .executeTakeFirstOrThrow()
  return count
}
