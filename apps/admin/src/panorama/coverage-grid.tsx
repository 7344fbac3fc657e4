import { Link } from '@tanstack/react-router'
import { shareOf } from '@dangjian/domain/panorama'
import { SocietyCategory, societyCategoryWords } from '@dangjian/domain/organisation'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import classes from './panorama.module.css'
import type { Panorama } from './panorama-data.ts'
import { sharedSearch, type PanoramaSearch } from './panorama-search.ts'

const tiers = [1, 2, 3] as const

/** Categories x tiers: how many societies have a unit of the tier, and how many lack one; a cell opens those. */
export function CoverageGrid({ panorama, search }: { panorama: Panorama; search: PanoramaSearch }) {
  const t = useTexts('panorama')
  const word = useWord()
  const categories = SocietyCategory.options.filter((category) =>
    panorama.coverage.some((cell) => cell.category === category && cell.societies > 0),
  )
  return (
    <section aria-labelledby="panorama-coverage" className={classes.block}>
      <h2 id="panorama-coverage" className={classes.title}>
        {t('coverage.title')}
      </h2>
      <p className={classes.lead}>{t('coverage.lead')}</p>
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">{t('coverage.category')}</th>
            {tiers.map((tier) => (
              <th key={tier} scope="col">
                {t(`coverage.tier.${tier}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category) => (
            <tr key={category}>
              <th scope="row">{word(societyCategoryWords, category)}</th>
              {tiers.map((tier) => (
                <CoverageCell key={tier} panorama={panorama} search={search} category={category} tier={tier} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface CoverageCellProps {
  readonly panorama: Panorama
  readonly search: PanoramaSearch
  readonly category: SocietyCategory
  readonly tier: (typeof tiers)[number]
}

function CoverageCell({ panorama, search, category, tier }: CoverageCellProps) {
  const t = useTexts('panorama')
  const { societies, covered } = panorama.coverage.find((each) => each.category === category && each.tier === tier) ?? {
    societies: 0,
    covered: 0,
  }
  const lacking = societies - covered
  return (
    <td>
      <Link
        to="/organisation/societies"
        search={{ category, lackingTier: lacking > 0 ? tier : undefined, from: sharedSearch(search) }}
        className={classes.cell}
      >
        <span className={classes.gap} aria-hidden>
          <span style={{ width: `${shareOf(lacking, societies)}%` }} />
        </span>
        <b className="tabular">{t('coverage.cell', { covered, societies })}</b>
        <span className={classes.quiet}>
          {lacking > 0 ? t('coverage.lacking', { count: lacking }) : t('coverage.complete')}
        </span>
      </Link>
    </td>
  )
}
