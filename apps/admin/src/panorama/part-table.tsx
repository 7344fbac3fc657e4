import { Link } from '@tanstack/react-router'
import { useTexts } from '../app/texts.ts'
import classes from './panorama.module.css'
import type { Panorama } from './panorama-data.ts'
import { sharedSearch, type PanoramaSearch, type PartListSearch } from './panorama-search.ts'

/** What societies gave to their offices and working groups, and what came of it. */
export function PartTable({ panorama, search }: { panorama: Panorama; search: PanoramaSearch }) {
  const t = useTexts('panorama')
  const figure = (count: number, which: Pick<PartListSearch, 'tier' | 'parts'>) =>
    count > 0 ? (
      <Link to="/panorama/parts" search={{ ...sharedSearch(search), ...which }} className={classes.figure}>
        {count}
      </Link>
    ) : (
      count
    )
  return (
    <section aria-labelledby="panorama-parts" className={classes.block}>
      <h2 id="panorama-parts" className={classes.title}>
        {t('parts.title')}
      </h2>
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">{t('parts.tier')}</th>
            <th scope="col">{t('parts.total')}</th>
            <th scope="col">{t('parts.accepted')}</th>
            <th scope="col">{t('parts.returned')}</th>
          </tr>
        </thead>
        <tbody>
          {panorama.parts.map(({ tier, total, accepted, returned }) => (
            <tr key={tier}>
              <th scope="row">{t(tier === 2 ? 'coverage.tier.2' : 'coverage.tier.3')}</th>
              <td className="tabular">{figure(total, { tier })}</td>
              <td className="tabular">{figure(accepted, { tier, parts: 'accepted' })}</td>
              <td className="tabular">{figure(returned, { tier, parts: 'returned' })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
