import { Link } from '@tanstack/react-router'
import { Anchor } from '@dangjian/ui/kit'

interface UnitLinkProps {
  readonly unit: { readonly id: string; readonly name: string }
  /** Another day than today is looked at: the way leads to the unit of that day. */
  readonly asOn?: string | undefined
  readonly small?: boolean
}

/** A unit's name, leading to its page. */
export function UnitLink({ unit, asOn, small = false }: UnitLinkProps) {
  return (
    <Anchor
      {...(small ? { size: 'sm' } : { inherit: true })}
      renderRoot={(props) => (
        <Link to="/organisation/units/$unitId" params={{ unitId: unit.id }} search={asOn ? { asOn } : {}} {...props} />
      )}
    >
      {unit.name}
    </Anchor>
  )
}
