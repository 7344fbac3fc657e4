import { SocietyCategory, type Unit } from './unit.ts'

export type Tier = 1 | 2 | 3

/** One cell of the coverage: how many societies of a category have a unit of a tier, and which lack one. */
export interface CoverageCell {
  readonly category: SocietyCategory
  readonly tier: Tier
  readonly societies: number
  readonly covered: number
  readonly lacking: readonly string[]
}

type CoverageUnit = Pick<Unit, 'id' | 'kind' | 'tier' | 'societyId' | 'category' | 'state'>

/**
 * Which society lacks what, by category and tier (组织覆盖). A society counts as covered by a tier when a unit of that
 * tier is active or suspended. Societies that have ended do not count.
 */
export function coverage(units: readonly CoverageUnit[]): CoverageCell[] {
  const standing = (unit: CoverageUnit): boolean => unit.state === 'active' || unit.state === 'suspended'
  const tiersOf = new Map<string, Set<number>>()
  for (const unit of units) {
    if (unit.tier === null || unit.societyId === null || !standing(unit)) continue
    tiersOf.set(unit.societyId, (tiersOf.get(unit.societyId) ?? new Set()).add(unit.tier))
  }
  const societies = units.filter((unit) => unit.kind === 'society' && standing(unit))
  return SocietyCategory.options.flatMap((category) => {
    const own = societies.filter((society) => society.category === category)
    return ([1, 2, 3] as const).map((tier) => {
      const lacking = own.filter((society) => !tiersOf.get(society.id)?.has(tier)).map((society) => society.id)
      return { category, tier, societies: own.length, covered: own.length - lacking.length, lacking }
    })
  })
}
