import { Link } from '@tanstack/react-router'
import { SocietyCategory, societyCategoryWords } from '@dangjian/domain/organisation'
import { SocietyStanding, societyStandingWords } from '@dangjian/domain/panorama'
import { useWord } from '@dangjian/door/word'
import { MarkField } from '@dangjian/ui/mark-field'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useTexts } from '../app/texts.ts'
import classes from './panorama.module.css'
import type { Panorama } from './panorama-data.ts'
import { standingTone } from './standing-tone.ts'

/** Every society as a small mark, grouped by category, each a link with its name and how it stands. */
export function SocietyField({ panorama, large = false }: { panorama: Panorama; large?: boolean }) {
  const t = useTexts('panorama')
  const word = useWord()
  const { societies } = panorama
  const groups = SocietyCategory.options.map((category) => ({
    key: category,
    label: word(societyCategoryWords, category),
    marks: societies
      .filter((society) => society.category === category)
      .map(({ id, name, standing }) => ({
        key: id,
        label: t('field.mark', { name, standing: word(societyStandingWords, standing) }),
        tone: standingTone[standing],
      })),
  }))
  return (
    <section aria-labelledby="panorama-field" className={classes.block}>
      <h2 id="panorama-field" className={classes.title}>
        {t('field.title')}
      </h2>
      <p className={classes.lead}>{t('field.lead')}</p>
      <ul className={classes.legend} aria-label={t('field.legend')}>
        {SocietyStanding.options.map((standing) => {
          const count = societies.filter((society) => society.standing === standing).length
          return count > 0 ? (
            <li key={standing}>
              <StateBadge tone={standingTone[standing]}>{word(societyStandingWords, standing)}</StateBadge>{' '}
              <b className="tabular">{count}</b>
            </li>
          ) : null
        })}
      </ul>
      {societies.length === 0 ? <p>{t('field.none')}</p> : null}
      <div className={large ? classes.largeField : undefined}>
        <MarkField
          groups={groups.filter(({ marks }) => marks.length > 0)}
          renderLink={(mark, props) => (
            <Link to="/organisation/units/$unitId" params={{ unitId: mark.key }} {...props} />
          )}
        />
      </div>
    </section>
  )
}
