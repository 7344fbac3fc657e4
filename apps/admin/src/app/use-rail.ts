import { rail, type RailWing } from './rail.tsx'
import { useMay } from '@dangjian/door/session'

/** The rail as the role worn sees it. */
export function useRail(): readonly RailWing[] {
  const may = useMay()
  return rail
    .map((wing) => ({ ...wing, items: wing.items.filter(({ action }) => !action || may(action)) }))
    .filter(({ items }) => items.length > 0)
}
