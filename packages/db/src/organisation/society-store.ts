import type { UnitId } from '@dangjian/domain/access'
import type { SocietyCategory, UnitState } from '@dangjian/domain/organisation'
import type { Db } from '../database.ts'
import { matches, unitColumns } from './unit-store.ts'

export interface SocietyFilter {
  readonly beneath: UnitId
  readonly search?: string | undefined
  readonly category?: SocietyCategory | undefined
  readonly state?: UnitState | undefined
  /** Only societies without a standing unit of this tier. */
  readonly lackingTier?: 1 | 2 | 3 | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Societies beneath a unit, in the order of their codes, each with how many standing units of each tier it has. */
export async function listSocieties(db: Db, filter: SocietyFilter) {
  let query = db
    .selectFrom('unit')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'unit.id')
    .where('unitClosure.ancestorId', '=', filter.beneath)
    .where('unit.kind', '=', 'society')
  if (filter.category) query = query.where('unit.category', '=', filter.category)
  if (filter.state) query = query.where('unit.state', '=', filter.state)
  if (filter.search) query = query.where(matches(filter.search))
  const { lackingTier } = filter
  if (lackingTier) {
    query = query.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('unit as part')
            .select('part.id')
            .whereRef('part.societyId', '=', 'unit.id')
            .where('part.tier', '=', lackingTier)
            .where('part.state', 'in', ['active', 'suspended']),
        ),
      ),
    )
  }
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  if (filter.cursor) query = query.where('unit.code', '>', filter.cursor)
  const rows = await query
    .select(unitColumns)
    .select((eb) =>
      ([1, 2, 3] as const).map((tier) =>
        eb
          .selectFrom('unit as part')
          .select((part) => part.fn.countAll<number>().as('count'))
          .whereRef('part.societyId', '=', 'unit.id')
          .where('part.tier', '=', tier)
          .where('part.state', 'in', ['active', 'suspended'])
          .as(`tier${tier}` as const),
      ),
    )
    .orderBy('unit.code')
    .limit(filter.limit)
    .execute()
  return {
    rows: rows.map((row) => ({ ...row, tier1: row.tier1 ?? 0, tier2: row.tier2 ?? 0, tier3: row.tier3 ?? 0 })),
    total,
  }
}
