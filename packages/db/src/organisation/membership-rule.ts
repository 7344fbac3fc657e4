import type { LocalDate } from '@dangjian/domain/access'
import type { ExpressionBuilder } from 'kysely'
import type { Database } from '../database.ts'

/** Whether a membership holds on a day, its first and its last one included. */
export function isMemberOn(day: LocalDate) {
  return (eb: ExpressionBuilder<Database, 'membership'>) =>
    eb.and([
      eb('membership.fromOn', '<=', day),
      eb.or([eb('membership.toOn', 'is', null), eb('membership.toOn', '>=', day)]),
    ])
}
