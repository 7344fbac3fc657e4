import { Link } from '@tanstack/react-router'
import { Anchor } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { ShownUnit } from './organisation-data.ts'
import classes from './organisation.module.css'
import { listSeenLast } from './organisation-search.ts'
import { UnitLink } from './unit-link.tsx'

/** Where a unit stands: from the list of societies as it was left, with its filters, down to the unit above. */
export function UnitTrail({ path, asOn }: { path: ShownUnit['path']; asOn: string | undefined }) {
  const t = useTexts('unit')
  const list = listSeenLast()
  if (path.length === 0 && !list) return null
  return (
    <nav aria-label={t('trail')}>
      <ol className={classes.trail}>
        {list ? (
          <li>
            <Anchor size="sm" renderRoot={(props) => <Link to="/organisation/societies" search={list} {...props} />}>
              {t('backToList')}
            </Anchor>
          </li>
        ) : null}
        {path.map((each) => (
          <li key={each.id}>
            <UnitLink unit={each} asOn={asOn} small />
          </li>
        ))}
      </ol>
    </nav>
  )
}
