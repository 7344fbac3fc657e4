import { z } from 'zod'
import type { UnitId } from '../access/id.ts'
import type { LocalDate } from '../access/time.ts'
import { UnitAction } from './unit-lifecycle.ts'
import type { Affiliation, Unit, UnitState } from './unit.ts'

/** Whatever happened to a unit and stands in its history: the steps of its life, and what changed beside them. */
export const UnitEventAction = z.enum([
  ...UnitAction.options,
  'plan',
  'admit',
  'import',
  'undo-import',
  'rename',
  'change-affiliation',
  'move',
  'elect',
  'withdraw-election',
  'approve-exception',
])
export type UnitEventAction = z.infer<typeof UnitEventAction>

/** One entry of a unit's history, as far as the tree of a day needs it. What did not change is null. */
export interface UnitChange {
  readonly unitId: UnitId
  readonly toState: UnitState
  readonly happenedOn: LocalDate
  readonly name: string | null
  readonly affiliation: Affiliation | null
  readonly parentId: UnitId | null
}

type Changing = Pick<Unit, 'id' | 'state' | 'stateOn' | 'name' | 'affiliation' | 'parentId' | 'foundedOn' | 'endedOn'>

/**
 * Units as they were on a day: those that were there, in the state, under the name and in the place of that day.
 * `changes` come in the order in which they happened. A unit without any history yet is left as it is from its
 * founding on, so that what was entered before histories were kept does not vanish.
 */
export function unitsAsOf<T extends Changing>(
  units: readonly T[],
  changes: readonly UnitChange[],
  day: LocalDate,
): T[] {
  const of = new Map<UnitId, UnitChange[]>()
  for (const change of changes) {
    const list = of.get(change.unitId)
    if (list) list.push(change)
    else of.set(change.unitId, [change])
  }
  return units.flatMap((unit) => {
    const history = of.get(unit.id)
    if (!history) return (unit.foundedOn ?? unit.stateOn) <= day ? [unit] : []
    const then = history.filter((change) => change.happenedOn <= day)
    const last = then.at(-1)
    // Founded before its history begins: it was there, and nothing more is known.
    if (!last)
      return unit.foundedOn !== null && unit.foundedOn <= day
        ? [{ ...unit, state: 'active' as const, stateOn: unit.foundedOn, endedOn: null }]
        : []
    // Entries that change a name, an affiliation or a place hold the new value; before the first there is the earliest.
    const value = <K extends 'name' | 'affiliation' | 'parentId'>(key: K): T[K] =>
      (then.findLast((change) => change[key] !== null)?.[key] ?? unit[key]) as T[K]
    return [
      {
        ...unit,
        state: last.toState,
        stateOn:
          then.findLast((change, index) => index === 0 || then[index - 1]?.toState !== change.toState)?.happenedOn ??
          last.happenedOn,
        name: value('name'),
        affiliation: value('affiliation'),
        parentId: value('parentId'),
        endedOn: last.toState === 'merged' || last.toState === 'dissolved' ? unit.endedOn : null,
      },
    ]
  })
}
