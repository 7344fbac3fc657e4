import type { LocalDate } from '@dangjian/domain/access'
import type { ExpressionBuilder } from 'kysely'
import type { Database } from '../database.ts'

/** Whether a post is held on a day, the first and the last one included. */
export function isHeldOn(day: LocalDate) {
  return (eb: ExpressionBuilder<Database, 'postHolding'>) =>
    eb.and([
      eb('postHolding.fromOn', '<=', day),
      eb.or([eb('postHolding.toOn', 'is', null), eb('postHolding.toOn', '>=', day)]),
    ])
}
