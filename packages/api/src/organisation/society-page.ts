import type { LocalDate, UnitId } from '@dangjian/domain/access'
import { isStanding, type SocietyCategory, type Tier, type Unit, type UnitState } from '@dangjian/domain/organisation'
import type { Db } from '@dangjian/db/database'
import { pinyinOf } from '@dangjian/db/organisation/pinyin'
import { listSocieties } from '@dangjian/db/organisation/society-store'
import { listUnitsAsOf } from '@dangjian/db/organisation/unit-history-store'

export interface SocietyPageFilter {
  readonly unitId: UnitId
  readonly asOn?: LocalDate | undefined
  readonly search?: string | undefined
  readonly category?: SocietyCategory | undefined
  readonly state?: UnitState | undefined
  readonly lackingTier?: Tier | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

type SocietyWithTiers = Unit & { tier1: number; tier2: number; tier3: number }

/** Societies by code, each with how many standing units of each tier it has: today's from the tables, a past day's from the history. */
export async function pageOfSocieties(
  db: Db,
  filter: SocietyPageFilter,
  today: LocalDate,
): Promise<{ rows: SocietyWithTiers[]; total: number }> {
  const { unitId, asOn, ...rest } = filter
  if (!asOn || asOn === today) return listSocieties(db, { beneath: unitId, ...rest })

  const units = await listUnitsAsOf(db, unitId, asOn)
  const found = units
    .filter((unit) => unit.kind === 'society')
    .map((unit) => ({ ...unit, ...tiersOf(unit, units) }))
    .filter((unit) => passes(unit, filter))
    .toSorted((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1))
  const after = filter.cursor ? found.filter((unit) => (unit.code ?? '') > (filter.cursor ?? '')) : found
  return { rows: after.slice(0, filter.limit), total: found.length }
}

function tiersOf(society: Unit, units: readonly Unit[]) {
  const own = units.filter((unit) => unit.societyId === society.id && isStanding(unit))
  const count = (tier: Tier): number => own.filter((unit) => unit.tier === tier).length
  return { tier1: count(1), tier2: count(2), tier3: count(3) }
}

function passes(unit: SocietyWithTiers, filter: SocietyPageFilter): boolean {
  if (filter.category && unit.category !== filter.category) return false
  if (filter.state && unit.state !== filter.state) return false
  if (filter.lackingTier && unit[`tier${filter.lackingTier}`] > 0) return false
  if (!filter.search) return true
  const words = filter.search.toLowerCase().replace(/\s+/g, '')
  return [unit.name, unit.code ?? '', pinyinOf(unit.name)].some((text) => text.toLowerCase().includes(words))
}
