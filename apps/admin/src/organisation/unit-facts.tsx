import type { ReactNode } from 'react'
import { affiliationWords, societyCategoryWords, termStandingWords, unitFormWords } from '@dangjian/domain/organisation'
import { DateText } from '@dangjian/ui/date-text'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { toneOfStanding, type ShownUnit } from './organisation-data.ts'
import classes from './organisation.module.css'
import { UnitLink } from './unit-link.tsx'

/** What a unit is, in a few words: only what is known stands there. */
export function UnitFacts({ shown }: { shown: ShownUnit }) {
  const t = useTexts('unit')
  const word = useWord()
  const { unit, term, mergedInto, fullMembers } = shown
  const facts: readonly (readonly [string, ReactNode])[] = [
    ...(unit.code ? [[t('code'), <span className="tabular">{unit.code}</span>] as const] : []),
    ...(unit.category ? [[t('category'), word(societyCategoryWords, unit.category)] as const] : []),
    ...(unit.form ? [[t('form'), word(unitFormWords, unit.form)] as const] : []),
    ...(unit.affiliation ? [[t('affiliation'), word(affiliationWords, unit.affiliation)] as const] : []),
    ...(unit.tier === 2 && fullMembers !== null
      ? [[t('members'), t('memberCount', { count: fullMembers })] as const]
      : []),
    ...(unit.foundedOn
      ? [
          [
            unit.kind === 'society' ? t('admittedOn') : t('foundedOn'),
            <DateText date={unit.foundedOn} settled />,
          ] as const,
        ]
      : []),
    ...(unit.endedOn ? [[t('endedOn'), <DateText date={unit.endedOn} settled />] as const] : []),
    ...(term
      ? [
          [
            t('termDue'),
            <>
              <DateText date={term.dueOn} due />{' '}
              {term.standing === 'running' ? null : (
                <StateBadge tone={toneOfStanding[term.standing]}>{word(termStandingWords, term.standing)}</StateBadge>
              )}
            </>,
          ] as const,
        ]
      : []),
    ...(mergedInto ? [[t('mergedInto'), <UnitLink unit={mergedInto} />] as const] : []),
  ]
  if (facts.length === 0) return <span />
  return (
    <dl className={classes.facts} style={{ flex: '1 1 20rem' }}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
