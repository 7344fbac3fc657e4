import { Link } from '@tanstack/react-router'
import { SocietyCategory, societyCategoryWords } from '@dangjian/domain/organisation'
import { formatDate } from '@dangjian/ui/date-format'
import { VisuallyHidden } from '@dangjian/ui/kit'
import { useLanguage } from '@dangjian/door/language'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import type { CoverageCell } from './organisation-data.ts'
import classes from './organisation.module.css'

const TIERS = [1, 2, 3] as const

interface CoverageTableProps {
  readonly cells: readonly CoverageCell[]
  readonly asOn: string
  readonly yearBeforeOn: string
  /** Another day than today is looked at: the lists behind the figures keep to it. */
  readonly past: boolean
}

type Figures = Pick<CoverageCell, 'societies' | 'covered' | 'coveredYearBefore'>

/** Categories x tiers: number and share in each cell, the gap as the heavier mark; a cell opens its societies. */
export function CoverageTable({ cells, asOn, yearBeforeOn, past }: CoverageTableProps) {
  const t = useTexts('organisation')
  const { language } = useLanguage()
  const word = useWord()
  const categories = SocietyCategory.options.filter((category) =>
    cells.some((cell) => cell.category === category && cell.societies > 0),
  )
  const sum = (tier: number): Figures =>
    cells
      .filter((cell) => cell.tier === tier)
      .reduce(
        (total, cell) => ({
          societies: total.societies + cell.societies,
          covered: total.covered + cell.covered,
          coveredYearBefore: total.coveredYearBefore + cell.coveredYearBefore,
        }),
        { societies: 0, covered: 0, coveredYearBefore: 0 },
      )
  const day = past ? { asOn } : {}
  return (
    <table className={classes.coverage}>
      <caption>
        {t('coverage.caption', { date: formatDate(asOn, language), before: formatDate(yearBeforeOn, language) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('coverage.category')}</th>
          {TIERS.map((tier) => (
            <th key={tier} scope="col">
              {t(`tier.${tier}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category) => (
          <tr key={category}>
            <th scope="row">{word(societyCategoryWords, category)}</th>
            {TIERS.map((tier) => {
              const cell = cells.find((each) => each.category === category && each.tier === tier)
              if (!cell) return <td key={tier}>–</td>
              const lacking = cell.societies > cell.covered
              return (
                <td key={tier}>
                  <Link
                    to="/organisation/societies"
                    search={{ category, ...day, ...(lacking ? { lackingTier: tier } : {}) }}
                    className={classes.cell}
                  >
                    <CellFigures figures={cell} name={word(societyCategoryWords, category)} tier={tier} />
                  </Link>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('coverage.total')}</th>
          {TIERS.map((tier) => (
            <td key={tier}>
              <Link to="/organisation/societies" search={{ ...day, lackingTier: tier }} className={classes.cell}>
                <CellFigures figures={sum(tier)} name={t('coverage.total')} tier={tier} />
              </Link>
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

function CellFigures({ figures, name, tier }: { figures: Figures; name: string; tier: 1 | 2 | 3 }) {
  const t = useTexts('organisation')
  const { societies, covered, coveredYearBefore } = figures
  const lacking = societies - covered
  const share = societies === 0 ? 0 : Math.round((covered / societies) * 100)
  const difference = covered - coveredYearBefore
  const change =
    difference > 0
      ? t('coverage.more', { count: difference })
      : difference < 0
        ? t('coverage.fewer', { count: -difference })
        : t('coverage.same')
  return (
    <>
      <VisuallyHidden>
        {t('coverage.say', { category: name, tier: t(`tier.${tier}`), societies, covered, lacking, share, change })}
      </VisuallyHidden>
      <span aria-hidden>
        <span className={classes.figures}>
          <span className={classes.figure}>{t('coverage.cell', { covered, societies })}</span>
          <span className={classes.quiet}>{t('coverage.share', { share })}</span>
          {lacking > 0 ? (
            <span className={classes.gapWord}>{t('coverage.gap', { count: lacking })}</span>
          ) : (
            <span className={classes.quiet}>{t('coverage.complete')}</span>
          )}
        </span>
        <span className={classes.bar}>
          <span className={classes.barThere} style={{ flexGrow: covered }} />
          {lacking > 0 ? <span className={classes.barGap} style={{ flexGrow: lacking }} /> : null}
        </span>
        <span className={classes.quiet}>{change}</span>
      </span>
    </>
  )
}
