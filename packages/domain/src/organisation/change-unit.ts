import { allow, refuse, type Decision } from '../access/decision.ts'
import type { UnitId } from '../access/id.ts'
import type { LocalDate } from '../access/time.ts'
import { isStanding, type Affiliation, type Unit } from './unit.ts'

export type UnitChangeRefusal =
  | 'unit-change-in-future'
  | 'unit-change-before-founding'
  | 'unit-has-ended'
  | 'unit-name-unchanged'
  | 'unit-name-taken'
  | 'unit-affiliation-unchanged'
  | 'unit-affiliation-not-of-kind'

interface Day {
  readonly on: LocalDate
  readonly today: LocalDate
}

function decideDay(unit: Unit, { on, today }: Day): Decision<LocalDate, UnitChangeRefusal> {
  if (unit.state === 'merged' || unit.state === 'dissolved') return refuse('unit-has-ended', { name: unit.name })
  if (on > today) return refuse('unit-change-in-future', { date: on })
  if (unit.foundedOn !== null && on < unit.foundedOn)
    return refuse('unit-change-before-founding', { date: unit.foundedOn })
  return allow(on)
}

/** Gives a unit another name from a day on; the former one stays in its history. */
export function renameUnit(
  unit: Unit,
  siblings: readonly Unit[],
  to: Day & { readonly name: string },
): Decision<Unit, UnitChangeRefusal> {
  const day = decideDay(unit, to)
  if (!day.ok) return day
  if (to.name === unit.name) return refuse('unit-name-unchanged')
  const living = siblings.filter((other) => other.state !== 'merged' && other.state !== 'dissolved')
  if (living.some((other) => other.id !== unit.id && other.name === to.name))
    return refuse('unit-name-taken', { name: to.name })
  return allow({ ...unit, name: to.name, rev: unit.rev + 1 })
}

/** Changes to whom an office's Party organisation belongs: approval and discipline follow it from that day on. */
export function changeAffiliation(
  unit: Unit,
  to: Day & { readonly affiliation: Affiliation },
): Decision<Unit, UnitChangeRefusal> {
  const day = decideDay(unit, to)
  if (!day.ok) return day
  if (unit.kind !== 'officePartyOrganisation') return refuse('unit-affiliation-not-of-kind')
  if (unit.affiliation === to.affiliation) return refuse('unit-affiliation-unchanged')
  return allow({ ...unit, affiliation: to.affiliation, rev: unit.rev + 1 })
}

export type MoveUnitRefusal =
  | 'unit-under-itself'
  | 'unit-under-stranger'
  | 'unit-under-wrong-parent'
  | 'unit-parent-not-standing'
  | 'unit-already-there'

/**
 * Puts a unit under another one: never under itself or what hangs on it, never under another society's,
 * and only where its kind may stand — beneath the society, or an office's branch beneath its general branch.
 */
export function moveUnit(
  unit: Unit,
  parent: Unit,
  /** The parent's ids up to the root, itself included. */
  aboveParent: readonly UnitId[],
): Decision<Unit, MoveUnitRefusal> {
  if (aboveParent.includes(unit.id)) return refuse('unit-under-itself', { name: unit.name })
  if (unit.parentId === parent.id) return refuse('unit-already-there', { name: parent.name })
  if (parent.societyId !== unit.societyId) return refuse('unit-under-stranger', { name: parent.name })
  const nested = unit.kind === 'officePartyOrganisation' && parent.kind === 'officePartyOrganisation'
  if (unit.tier === null || (parent.kind !== 'society' && !nested))
    return refuse('unit-under-wrong-parent', { name: parent.name })
  if (!isStanding(parent)) return refuse('unit-parent-not-standing', { name: parent.name })
  return allow({ ...unit, parentId: parent.id, rev: unit.rev + 1 })
}
