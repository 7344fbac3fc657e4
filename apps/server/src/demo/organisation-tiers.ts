import type { PersonId } from '@dangjian/domain/access'
import { addDays, addYears, type LocalDate } from '@dangjian/domain/access'
import { TERM_YEARS, type Post, type UnitForm, type UnitState } from '@dangjian/domain/organisation'
import type { UnitTable } from '@dangjian/db/organisation/tables'
import type { OrganisationDraft } from './organisation-draft.ts'
import { branchInstitutions, inventedName } from './organisation-names.ts'
import type { SeededRandom } from './random.ts'

/** What drawing up one society's tiers needs. */
export interface TierDrawing {
  readonly draft: OrganisationDraft
  readonly random: SeededRandom
  readonly today: LocalDate
}

/** When a unit with terms was founded, and when its present term began. */
interface TermPlan {
  readonly foundedOn: LocalDate
  readonly electedOn: LocalDate | null
}

/** Most terms run; some end within twelve, six or three months, and some are overdue. `fresh` units are of the last year. */
function termPlan({ random, today }: TierDrawing, years: number, fresh: boolean): TermPlan {
  if (fresh) return { foundedOn: addDays(today, -random.int(20, 350)), electedOn: null }
  const draw = random.next()
  const inDays =
    draw < 0.04
      ? -random.int(3, 300)
      : draw < 0.08
        ? random.int(1, 88)
        : draw < 0.13
          ? random.int(95, 178)
          : draw < 0.22
            ? random.int(190, 360)
            : random.int(370, years * 365 - 40)
  const began = addDays(addYears(today, -years), inDays)
  const earlierTerms = random.int(began > addYears(today, -1) ? 1 : 0, 2)
  return earlierTerms === 0
    ? { foundedOn: began, electedOn: null }
    : { foundedOn: addYears(began, -years * earlierTerms), electedOn: began }
}

const documentNo = (random: SeededRandom, on: LocalDate): string => `华科党〔${on.slice(0, 4)}〕${random.int(1, 160)}号`

/** The steps that led to a unit's founding, each with its day, the approval or the committee’s decision with its document. */
function foundingEvents({ draft, random }: TierDrawing, unit: UnitTable, foundedOn: LocalDate): void {
  const approvedOn = addDays(foundedOn, -random.int(10, 30))
  const appliedOn = addDays(approvedOn, -random.int(14, 40))
  const on = { plan: addDays(appliedOn, -random.int(20, 60)), apply: appliedOn, approve: approvedOn }
  draft.event(unit.id, {
    action: 'plan',
    toState: 'planned',
    happenedOn: on.plan,
    name: unit.name,
    affiliation: unit.affiliation,
  })
  const paper = { happenedOn: on.approve, documentNo: documentNo(random, on.approve) }
  if (unit.kind === 'branchWorkingGroup') {
    draft.event(unit.id, { action: 'decide', toState: 'decided', ...paper })
    const report = { happenedOn: foundedOn, documentNo: documentNo(random, foundedOn) }
    draft.event(unit.id, { action: 'activate', toState: 'active', ...report })
    return
  }
  draft.event(unit.id, { action: 'apply', toState: 'applied', happenedOn: on.apply })
  draft.event(unit.id, { action: 'approve', toState: 'approved', ...paper })
  draft.event(unit.id, { action: 'activate', toState: 'active', happenedOn: foundedOn })
}

interface TierPlan {
  readonly society: UnitTable
  readonly state: UnitState
  readonly fresh: boolean
}

const tierNames = {
  societyPartyCommittee: { tier: 1, suffix: '党委' },
  officePartyOrganisation: { tier: 2, suffix: '办事机构党支部' },
} as const

/** A society Party committee or its office's Party organisation, with its history up to today; people come after. */
export function drawTier(
  drawing: TierDrawing,
  kind: keyof typeof tierNames,
  plan: TierPlan & { readonly form?: UnitForm },
): UnitTable {
  const { draft, random, today } = drawing
  const form =
    plan.form ?? (kind === 'societyPartyCommittee' ? 'committee' : random.chance(0.08) ? 'jointBranch' : 'branch')
  const years = TERM_YEARS[form] ?? 3
  const { foundedOn, electedOn } = termPlan(drawing, years, plan.fresh)
  const standing = plan.state === 'active' || plan.state === 'suspended'
  const stateOn = standing && plan.state === 'active' ? foundedOn : addDays(today, -random.int(10, 90))
  const unit = draft.unit({
    kind,
    tier: tierNames[kind].tier,
    name: `${plan.society.name}${form === 'jointBranch' ? '办事机构联合党支部' : tierNames[kind].suffix}`,
    form,
    affiliation: kind === 'officePartyOrganisation' ? (random.chance(0.55) ? 'association' : 'supportingUnit') : null,
    parentId: plan.society.id,
    societyId: plan.society.id,
    state: plan.state,
    stateOn,
    foundedOn: standing ? foundedOn : null,
    seq: 1,
  })
  if (standing) {
    foundingEvents(drawing, unit, foundedOn)
    if (electedOn) {
      for (let held = addYears(foundedOn, years); held <= electedOn; held = addYears(held, years)) {
        draft.election(unit.id, held, random.int(12, 30), 5, documentNo(random, held))
      }
    }
    if (plan.state === 'suspended')
      draft.event(unit.id, { action: 'suspend', toState: 'suspended', happenedOn: stateOn })
    return unit
  }
  const steps = ['planned', 'applied', 'approved'] as const
  for (const [index, state] of steps.entries()) {
    if (index > steps.indexOf(plan.state as (typeof steps)[number])) break
    const action = (['plan', 'apply', 'approve'] as const)[index] ?? 'plan'
    const on = state === plan.state ? stateOn : addDays(stateOn, -30 * (3 - index))
    const first = index === 0 ? { name: unit.name, affiliation: unit.affiliation } : {}
    draft.event(unit.id, {
      action,
      toState: state,
      happenedOn: on,
      ...first,
      ...(action === 'approve' ? { documentNo: documentNo(random, on) } : {}),
    })
  }
  return unit
}

/** Working groups of a society's branch institutions, each with a few people; a few have ended or merged. */
export function drawGroups(drawing: TierDrawing, society: UnitTable, count: number, fresh: boolean): UnitTable[] {
  const { draft, random, today } = drawing
  const groups: UnitTable[] = []
  for (const [index, institution] of random.shuffled(branchInstitutions).slice(0, count).entries()) {
    const foundedOn = addDays(today, fresh ? -random.int(15, 340) : -random.int(400, 2700))
    const form: UnitForm = random.chance(0.12) ? 'liaison' : random.chance(0.1) ? 'jointGroup' : 'group'
    const first = groups.find((group) => group.state === 'active')
    const state: UnitState =
      first && random.chance(0.03) ? random.pick(['dissolved', 'merged', 'suspended'] as const) : 'active'
    const stateOn = state === 'active' ? foundedOn : addDays(today, -random.int(5, 300))
    const ended = state === 'dissolved' || state === 'merged'
    const unit = draft.unit({
      kind: 'branchWorkingGroup',
      tier: 3,
      name: `${society.name}${institution}党的工作小组`,
      form,
      parentId: society.id,
      societyId: society.id,
      state,
      stateOn: stateOn < foundedOn ? foundedOn : stateOn,
      foundedOn,
      endedOn: ended ? stateOn : null,
      mergedIntoId: state === 'merged' ? (first?.id ?? null) : null,
      seq: index + 1,
    })
    foundingEvents(drawing, unit, foundedOn)
    if (state !== 'active') {
      const action = ({ dissolved: 'dissolve', merged: 'merge', suspended: 'suspend' } as const)[state as 'dissolved']
      draft.event(unit.id, {
        action,
        toState: state,
        happenedOn: unit.stateOn,
        documentNo: documentNo(random, stateOn),
      })
    }
    if (!ended)
      staffUnit(drawing, unit, {
        size: form === 'liaison' ? 1 : random.int(2, 4),
        posts: form === 'liaison' ? [] : ['secretary'],
      })
    groups.push(unit)
  }
  return groups
}

/** Lets people join a unit and take its posts in order; a post may be vacant. */
export function staffUnit(
  { draft, random, today }: TierDrawing,
  unit: UnitTable,
  plan: { readonly size: number; readonly posts: readonly (Post | null)[]; readonly also?: readonly PersonId[] },
): PersonId[] {
  const since = unit.foundedOn && unit.foundedOn < today ? unit.foundedOn : addDays(today, -30)
  const made = Array.from({ length: Math.max(0, plan.size - (plan.also?.length ?? 0)) }, () => {
    const status = unit.tier === 2 && random.chance(0.14) ? (random.chance(0.4) ? 'probationary' : 'none') : 'full'
    return draft.person(inventedName(random), status, 0)
  })
  const people = [...(plan.also ?? []), ...made]
  for (const personId of people) draft.join(unit.id, personId, since)
  for (const [index, post] of plan.posts.entries()) {
    const personId = people[index]
    if (post && personId) draft.post(unit.id, personId, post, laterOf(since, addDays(today, -random.int(60, 1400))))
  }
  return people
}

export function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}
