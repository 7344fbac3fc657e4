import { z } from 'zod'
import { allow, refuse, type Decision } from '../access/decision.ts'
import type { FileId, UnitId } from '../access/id.ts'
import type { LocalDate } from '../access/time.ts'
import type { Unit, UnitState } from './unit.ts'

export const UnitAction = z.enum([
  'apply',
  'approve',
  'reject',
  'decide',
  'activate',
  'suspend',
  'resume',
  'merge',
  'dissolve',
])
export type UnitAction = z.infer<typeof UnitAction>

type Lifecycle = Readonly<Record<UnitState, Readonly<Partial<Record<UnitAction, UnitState>>>>>

const onceFounded = {
  active: { suspend: 'suspended', merge: 'merged', dissolve: 'dissolved' },
  suspended: { resume: 'active', merge: 'merged', dissolve: 'dissolved' },
  merged: {},
  dissolved: {},
} as const

/**
 * The life of a unit: which act leads from which state to which. Read by code, tests, documents and screens.
 * A society Party committee and an office's Party organisation apply to their superior and are approved in writing;
 * a working group of a branch institution is set up by decision of the society Party committee and reported upward.
 */
export const unitLifecycles: Readonly<Record<'byApproval' | 'byDecision', Lifecycle>> = {
  byApproval: {
    planned: { apply: 'applied', dissolve: 'dissolved' },
    applied: { approve: 'approved', reject: 'planned' },
    approved: { activate: 'active', dissolve: 'dissolved' },
    decided: {},
    ...onceFounded,
  },
  byDecision: {
    planned: { decide: 'decided', dissolve: 'dissolved' },
    decided: { activate: 'active', dissolve: 'dissolved' },
    // From before working groups were founded by decision: they go on without asking the superior.
    applied: { decide: 'decided', dissolve: 'dissolved' },
    approved: { activate: 'active', dissolve: 'dissolved' },
    ...onceFounded,
  },
}

type Founded = Pick<Unit, 'kind' | 'affiliation'>

/**
 * Who decides that a unit is founded: the association over a society Party committee; over an office's Party
 * organisation whoever it belongs to; over a working group the society Party committee.
 */
export type Founder = 'association' | 'supportingUnit' | 'other' | 'societyPartyCommittee'

export function founderOf(unit: Founded): Founder {
  if (unit.kind === 'branchWorkingGroup') return 'societyPartyCommittee'
  return unit.kind === 'officePartyOrganisation' ? (unit.affiliation ?? 'association') : 'association'
}

export function lifecycleOf(unit: Founded): Lifecycle {
  return unitLifecycles[founderOf(unit) === 'societyPartyCommittee' ? 'byDecision' : 'byApproval']
}

/** Whether an act needs a document: the approval, the decision, or, for a working group, the report upward. */
export function needsDocument(unit: Founded, action: UnitAction): boolean {
  if (action === 'activate') return founderOf(unit) === 'societyPartyCommittee'
  return action === 'approve' || action === 'decide' || action === 'merge' || action === 'dissolve'
}

export interface UnitStep {
  readonly action: UnitAction
  /** The day it happened, not the day it was entered. */
  readonly on: LocalDate
  readonly documentNo: string | null
  readonly documentFileId: FileId | null
  readonly intoId: UnitId | null
}

export type UnitStepRefusal =
  | 'unit-step-not-possible'
  | 'unit-step-before-last'
  | 'unit-step-in-future'
  | 'unit-document-missing'
  | 'unit-has-active-children'
  | 'unit-merges-into-stranger'

/** Takes a unit one step further in its life. Dates keep their order; what must be on paper names the paper. */
export function stepUnit(
  unit: Unit,
  step: UnitStep,
  around: { readonly today: LocalDate; readonly activeChildren: number; readonly into: Unit | null },
): Decision<Unit, UnitStepRefusal> {
  const next = lifecycleOf(unit)[unit.state][step.action]
  if (!next) return refuse('unit-step-not-possible', { name: unit.name })
  if (step.on < unit.stateOn) return refuse('unit-step-before-last', { date: unit.stateOn })
  if (step.on > around.today) return refuse('unit-step-in-future', { date: step.on })
  if (needsDocument(unit, step.action) && !step.documentNo && !step.documentFileId)
    return refuse('unit-document-missing')
  const ends = next === 'merged' || next === 'dissolved'
  if (ends && around.activeChildren > 0) return refuse('unit-has-active-children', { count: around.activeChildren })
  if (step.action === 'merge' && !mayMergeInto(unit, around.into)) return refuse('unit-merges-into-stranger')
  return allow({
    ...unit,
    state: next,
    stateOn: step.on,
    foundedOn: step.action === 'activate' ? step.on : unit.foundedOn,
    endedOn: ends ? step.on : null,
    mergedIntoId: step.action === 'merge' ? step.intoId : null,
    rev: unit.rev + 1,
  })
}

/** A unit merges into another of its kind: within its society, or, for a society, within the association. */
function mayMergeInto(unit: Unit, into: Unit | null): boolean {
  if (!into || into.id === unit.id || into.kind !== unit.kind || into.state !== 'active') return false
  return unit.kind === 'society' || into.societyId === unit.societyId
}
