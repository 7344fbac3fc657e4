import { allow, refuse, type Decision } from '../access/decision.ts'
import type { UnitId } from '../access/id.ts'
import type { Instant, LocalDate } from '../access/time.ts'
import { isStanding, tierOf, type Affiliation, type Unit, type UnitForm, type UnitKind } from './unit.ts'

export interface UnitPlan {
  readonly kind: Exclude<UnitKind, 'association' | 'society'>
  readonly name: string
  readonly form: UnitForm
  readonly affiliation: Affiliation | null
}

export type FoundUnitRefusal =
  | 'unit-under-wrong-parent'
  | 'unit-parent-not-standing'
  | 'unit-name-taken'
  | 'society-has-committee'
  | 'unit-form-not-of-kind'

/** The forms that a unit of each kind can take. */
export const formsOf: Readonly<Record<UnitPlan['kind'], readonly UnitForm[]>> = {
  societyPartyCommittee: ['committee'],
  officePartyOrganisation: ['committee', 'generalBranch', 'branch', 'jointBranch'],
  branchWorkingGroup: ['group', 'jointGroup', 'liaison'],
}

/**
 * Plans a new unit beneath a parent: the three tiers hang under their society, and a tier-2 unit may hang under
 * another of the same society (a branch under a general branch). One society has one Party committee (d).
 */
export function foundUnit(
  parent: Unit,
  siblings: readonly Unit[],
  plan: UnitPlan,
  made: { readonly id: UnitId; readonly today: LocalDate; readonly now: Instant },
): Decision<Unit, FoundUnitRefusal> {
  const nested = plan.kind === 'officePartyOrganisation' && parent.kind === 'officePartyOrganisation'
  if (parent.kind !== 'society' && !nested) return refuse('unit-under-wrong-parent', { name: parent.name })
  if (!isStanding(parent)) return refuse('unit-parent-not-standing', { name: parent.name })
  if (!formsOf[plan.kind].includes(plan.form)) return refuse('unit-form-not-of-kind')
  const living = siblings.filter((unit) => unit.state !== 'merged' && unit.state !== 'dissolved')
  if (living.some((unit) => unit.name === plan.name)) return refuse('unit-name-taken', { name: plan.name })
  const committee = living.find((unit) => unit.kind === 'societyPartyCommittee')
  if (plan.kind === 'societyPartyCommittee' && committee)
    return refuse('society-has-committee', { name: committee.name })
  return allow({
    id: made.id,
    kind: plan.kind,
    tier: tierOf[plan.kind],
    parentId: parent.id,
    societyId: parent.societyId,
    code: null,
    name: plan.name,
    category: null,
    form: plan.form,
    affiliation: plan.affiliation,
    state: 'planned',
    stateOn: made.today,
    foundedOn: null,
    endedOn: null,
    mergedIntoId: null,
    seq: living.length + 1,
    rev: 1,
    createdAt: made.now,
  })
}
