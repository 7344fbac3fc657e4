import type { LocalDate, UnitId } from '@dangjian/domain/access'
import { duePosts, type Post } from '@dangjian/domain/organisation'
import type { Db } from '../database.ts'
import { isHeldOn } from './holding-rule.ts'

/** Active units beneath a unit with the posts that each must have and nobody holds on a day. */
export async function listVacancies(db: Db, beneath: UnitId, day: LocalDate) {
  const units = await db
    .selectFrom('unit')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'unit.id')
    .select(['unit.id', 'unit.name', 'unit.kind', 'unit.tier', 'unit.form', 'unit.societyId'])
    .where('unitClosure.ancestorId', '=', beneath)
    .where('unit.state', '=', 'active')
    .where('unit.tier', 'is not', null)
    .orderBy('unit.tier')
    .orderBy('unit.namePinyin')
    .orderBy('unit.id')
    .execute()
  const held = await db
    .selectFrom('postHolding')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'postHolding.unitId')
    .select(['postHolding.unitId', 'postHolding.post'])
    .where('unitClosure.ancestorId', '=', beneath)
    .where('postHolding.post', 'in', ['secretary', 'disciplineCommissioner'] satisfies Post[])
    .where(isHeldOn(day))
    .execute()
  const filled = new Set(held.map(({ unitId, post }) => `${unitId} ${post}`))
  return units.flatMap((unit) => {
    const posts = duePosts(unit).filter((post) => !filled.has(`${unit.id} ${post}`))
    return posts.length > 0 ? [{ ...unit, posts }] : []
  })
}
