import { z } from 'zod'
import type { Warning } from '../access/decision.ts'
import type { LocalDate } from '../access/time.ts'
import { holdingsOn, type PostHolding } from './post.ts'
import { termStanding } from './term.ts'
import type { Unit, UnitForm } from './unit.ts'

/** Figures of regulations (r), by name; overridable where an installation's superior has approved otherwise. */
export const SIZES = {
  /** 《中国共产党支部工作条例（试行）》: three full members or more make a branch, up to fifty. */
  branchAtLeast: 3,
  branchAtMost: 50,
  /** 《中国共产党章程》 and the regulations on grass-roots organisations: fifty for a general branch, a hundred for a committee. */
  generalBranchAtLeast: 50,
  committeeAtLeast: 100,
  /** 《中国共产党支部工作条例（试行）》: a branch of seven full members or more has a branch committee of three to five, at most seven. */
  branchCommitteeFrom: 7,
  branchCommitteeSize: { least: 3, most: 7 },
  /** Ours (d): a society Party committee. */
  societyCommitteeSize: { least: 3, most: 15 },
} as const

export const UnitWarning = z.enum([
  'no-secretary',
  /** The same of a branch, for which a regulation says it. */
  'branch-no-secretary',
  'no-discipline-commissioner',
  'too-few-members-for-form',
  'too-many-members-for-form',
  'committee-below-size',
  'committee-above-size',
  'election-due',
  'election-overdue',
  /** Of a society Party committee, whose size and term are our defaults (d) and no rule. */
  'society-committee-below-size',
  'society-committee-above-size',
  'society-term-due',
  'society-term-over',
])
export type UnitWarning = z.infer<typeof UnitWarning>

const COMMITTEE_POSTS = [
  'secretary',
  'deputySecretary',
  'member',
  'disciplineCommissioner',
  'organisationCommissioner',
  'publicityCommissioner',
]

/** What a unit lacks, each with the rule's name. A warning never blocks what the superior has approved. */
export function warningsOf(
  unit: Unit,
  facts: {
    readonly holdings: readonly PostHolding[]
    readonly fullMembers: number
    readonly electedOn: LocalDate | null
    /** The day to which the superior moved the election. */
    readonly electionMovedTo?: LocalDate | null | undefined
    readonly today: LocalDate
  },
): Warning<UnitWarning>[] {
  if (unit.state !== 'active' || unit.tier === null || unit.form === 'liaison') return []
  const warnings: Warning<UnitWarning>[] = []
  const current = holdingsOn(facts.holdings, facts.today)
  const branch = unit.form === 'branch' || unit.form === 'jointBranch'
  if (!current.some((each) => each.post === 'secretary'))
    warnings.push({ warning: branch ? 'branch-no-secretary' : 'no-secretary' })
  if (unit.tier === 1 && !current.some((each) => each.post === 'disciplineCommissioner')) {
    warnings.push({ warning: 'no-discipline-commissioner' })
  }
  warnings.push(...sizeWarnings(unit, facts.fullMembers))
  const committee = new Set(current.filter((each) => COMMITTEE_POSTS.includes(each.post)).map((each) => each.personId))
    .size
  const size = committeeSizeOf(unit, facts.fullMembers)
  const tier1 = unit.tier === 1
  const detail = { ...size, have: committee }
  if (size && committee < size.least)
    warnings.push({ warning: tier1 ? 'society-committee-below-size' : 'committee-below-size', detail })
  if (size && committee > size.most)
    warnings.push({ warning: tier1 ? 'society-committee-above-size' : 'committee-above-size', detail })
  const term = termStanding(unit, facts.electedOn, facts.today, facts.electionMovedTo)
  if (term?.standing === 'overdue')
    warnings.push({ warning: tier1 ? 'society-term-over' : 'election-overdue', detail: { date: term.dueOn } })
  else if (term && term.standing !== 'running')
    warnings.push({ warning: tier1 ? 'society-term-due' : 'election-due', detail: { date: term.dueOn } })
  return warnings
}

/** Form by number of full members: the texts differ at exactly fifty and a hundred, so both forms pass there. */
function sizeWarnings(unit: Unit, fullMembers: number): Warning<UnitWarning>[] {
  if (unit.tier !== 2) return []
  const limits: Partial<Record<UnitForm, { least: number; most: number }>> = {
    branch: { least: SIZES.branchAtLeast, most: SIZES.branchAtMost },
    generalBranch: { least: SIZES.generalBranchAtLeast, most: SIZES.committeeAtLeast },
    committee: { least: SIZES.committeeAtLeast, most: Infinity },
  }
  const limit = unit.form ? limits[unit.form] : undefined
  if (!limit) return []
  const detail = { have: fullMembers, least: limit.least, most: limit.most }
  if (fullMembers < limit.least) return [{ warning: 'too-few-members-for-form', detail }]
  return fullMembers > limit.most ? [{ warning: 'too-many-members-for-form', detail }] : []
}

function committeeSizeOf(unit: Unit, fullMembers: number): { least: number; most: number } | null {
  if (unit.tier === 1) return SIZES.societyCommitteeSize
  const branch = unit.form === 'branch' || unit.form === 'jointBranch'
  return branch && fullMembers >= SIZES.branchCommitteeFrom ? SIZES.branchCommitteeSize : null
}
