import type { MemberStatus } from '../organisation/person.ts'
import type { Post } from '../organisation/post.ts'
import type { HourSum } from './hours.ts'

/** Who a yearly requirement is for. */
export type RequirementGroup = 'member' | 'committee'

/** Hours that a year asks of a group, with where the figure comes from. */
export interface YearlyRequirement {
  readonly group: RequirementGroup
  readonly hours: number
  /** Whether at least one class must be among them. */
  readonly classNeeded: boolean
  readonly fromYear: number
  /** The last year that the source speaks of. */
  readonly toYear: number
  readonly source: Readonly<Record<'zh-CN' | 'en', string>>
}

const planOf2019 = {
  fromYear: 2019,
  toYear: 2023,
  source: {
    'zh-CN': '《2019—2023年全国党员教育培训工作规划》',
    en: "Plan of members' education and training 2019–2023",
  },
} as const

/**
 * The yearly requirement (r): members 32 hours; secretaries and committee members of grass-roots organisations 56,
 * with at least one class. Figures for later years are unverified: data, carried on and marked so.
 */
export const yearlyRequirements: readonly YearlyRequirement[] = [
  { group: 'member', hours: 32, classNeeded: false, ...planOf2019 },
  { group: 'committee', hours: 56, classNeeded: true, ...planOf2019 },
]

/** Posts of a grass-roots organisation's secretary and committee. A cadre (党务干部) without one of them is a member. */
const committeePosts: ReadonlySet<Post> = new Set([
  'secretary',
  'deputySecretary',
  'member',
  'disciplineCommissioner',
  'organisationCommissioner',
  'publicityCommissioner',
])

export interface Requirement extends YearlyRequirement {
  /** False where the year lies outside what the source speaks of. */
  readonly verified: boolean
}

/** What a cycle asks of a person, by their posts and membership: the highest of what applies, null for who is neither. */
export function requirementOf(
  person: { readonly posts: readonly Post[]; readonly memberStatus: MemberStatus },
  cycle: number,
  figures: readonly YearlyRequirement[] = yearlyRequirements,
): Requirement | null {
  const groups: RequirementGroup[] = []
  if (person.memberStatus === 'full' || person.memberStatus === 'probationary' || person.posts.length > 0)
    groups.push('member')
  if (person.posts.some((post) => committeePosts.has(post))) groups.push('committee')
  const latest = (group: RequirementGroup): YearlyRequirement | undefined =>
    figures
      .filter((each) => each.group === group && each.fromYear <= cycle)
      .toSorted((a, b) => a.fromYear - b.fromYear)
      .at(-1)
  const [most] = groups.flatMap((group) => latest(group) ?? []).toSorted((a, b) => b.hours - a.hours)
  return most ? { ...most, verified: cycle <= most.toYear } : null
}

export interface RequirementStanding {
  readonly missingHours: number
  readonly missingClass: boolean
  readonly met: boolean
}

/** What is missing to a requirement. */
export function requirementStanding(
  requirement: Pick<Requirement, 'hours' | 'classNeeded'>,
  sum: HourSum,
): RequirementStanding {
  const missingHours = Math.max(0, requirement.hours - sum.total)
  const missingClass = requirement.classNeeded && sum.byMode.class <= 0
  return { missingHours, missingClass, met: missingHours === 0 && !missingClass }
}
