import type { LocalDate, UnitId } from '@dangjian/domain/access'
import {
  movedElection,
  termStanding,
  type ApprovableWarning,
  type Term,
  type UnitException,
} from '@dangjian/domain/organisation'
import type { Db } from '@dangjian/db/database'
import { listElectionStepsBeneath } from '@dangjian/db/organisation/election-step-store'
import { listUnitsWithElection } from '@dangjian/db/organisation/election-store'
import { countFullMembers } from '@dangjian/db/organisation/person-store'
import { listExceptionsWithEnd } from '@dangjian/db/organisation/unit-exception-store'
import { courseStanding } from './election-course.ts'

type ElectingUnit = Awaited<ReturnType<typeof listUnitsWithElection>>[number]

/** A unit that holds elections: its term, and how far the election that runs is. */
export type ElectionBeneath = ElectingUnit & { readonly term: Term } & ReturnType<typeof courseStanding>

/** Every active unit beneath a unit that holds elections. */
export async function electionsBeneath(db: Db, beneath: UnitId, today: LocalDate): Promise<ElectionBeneath[]> {
  const units = await listUnitsWithElection(db, beneath)
  const exceptions = groupByUnit(await listExceptionsWithEnd(db, beneath))
  const steps = groupByUnit(await listElectionStepsBeneath(db, beneath))
  const found: ElectionBeneath[] = []
  for (const unit of units) {
    const known = (exceptions.get(unit.id) ?? []).map(approvable)
    const moved = movedElection(known, unit.electedOn)
    const term = termStanding(unit, unit.electedOn, today, moved?.untilOn)
    if (!term) continue
    const taken = steps.get(unit.id) ?? []
    // Only after the meeting does it matter whether there is a committee.
    const fullMembers = taken.at(-1)?.step === 'meet' ? await countFullMembers(db, unit.id, today) : 0
    found.push({ ...unit, term, ...courseStanding(unit, taken, fullMembers) })
  }
  return found
}

/** An exception as the rules know it: only what may be approved was ever taken down. */
export function approvable<T extends Omit<UnitException, 'warning'> & { readonly warning: string }>(row: T) {
  return { ...row, warning: row.warning as ApprovableWarning }
}

function groupByUnit<T extends { readonly unitId: UnitId }>(rows: readonly T[]): ReadonlyMap<UnitId, readonly T[]> {
  const groups = new Map<UnitId, T[]>()
  for (const row of rows) {
    const group = groups.get(row.unitId)
    if (group) group.push(row)
    else groups.set(row.unitId, [row])
  }
  return groups
}
