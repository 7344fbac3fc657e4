import { useState } from 'react'
import { isStanding, unitFormWords, unitStateWords, type UnitKind } from '@dangjian/domain/organisation'
import { formatDate } from '@dangjian/ui/date-format'
import { Button, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useLanguage } from '@dangjian/door/language'
import { useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { FoundUnitDialog } from './found-unit-dialog.tsx'
import { toneOfState, type ShownUnit } from './organisation-data.ts'
import classes from './organisation.module.css'
import { UnitSection } from './unit-section.tsx'
import { UnitLink } from './unit-link.tsx'

/** Kinds beneath which a unit may be founded. */
const holdsOthers: readonly UnitKind[] = ['society', 'officePartyOrganisation']

/** What stands beneath a unit, by tier; what has ended comes last. */
export function UnitChildren({ shown, past }: { shown: ShownUnit; past: boolean }) {
  const t = useTexts('unit')
  const word = useWord()
  const may = useMay()
  const { language } = useLanguage()
  const [founding, setFounding] = useState(false)
  const { unit, children, asOn } = shown
  const ended = (state: typeof unit.state) => state === 'merged' || state === 'dissolved'
  const sorted = children.toSorted((a, b) => Number(ended(a.state)) - Number(ended(b.state)))
  const mayFound = !past && isStanding(unit) && holdsOthers.includes(unit.kind) && may('organisation.found-unit')
  if (sorted.length === 0 && !holdsOthers.includes(unit.kind)) return null
  if (sorted.length === 0 && unit.kind !== 'society') return null
  return (
    <UnitSection
      title={t('children.title')}
      act={
        mayFound ? (
          <Button size="compact-sm" variant="default" onClick={() => setFounding(true)}>
            {t('children.found')}
          </Button>
        ) : null
      }
    >
      {sorted.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('children.none')}
          {mayFound ? `，${t('children.noneLead')}` : ''}
        </Text>
      ) : null}
      <ul className={classes.rows}>
        {sorted.map((child) => (
          <li key={child.id} className={classes.row}>
            <div className={classes.rowWords}>
              <UnitLink unit={child} asOn={past ? asOn : undefined} />
              <Text size="sm" c="dimmed" component="div">
                {child.form ? word(unitFormWords, child.form) : null}
                {child.foundedOn
                  ? ` · ${t('children.foundedOn', { date: formatDate(child.foundedOn, language) })}`
                  : null}
              </Text>
            </div>
            <StateBadge tone={toneOfState[child.state]} plain={child.state === 'active'}>
              {word(unitStateWords, child.state)}
            </StateBadge>
          </li>
        ))}
      </ul>
      {founding ? <FoundUnitDialog shown={shown} onClose={() => setFounding(false)} /> : null}
    </UnitSection>
  )
}
