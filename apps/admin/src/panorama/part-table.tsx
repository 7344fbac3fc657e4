import { useTexts } from '../app/texts.ts'
import classes from './panorama.module.css'
import type { Panorama } from './panorama-data.ts'

/** What societies gave to their offices and working groups, and what came of it. */
export function PartTable({ panorama }: { panorama: Panorama }) {
  const t = useTexts('panorama')
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
              <td className="tabular">{total}</td>
              <td className="tabular">{accepted}</td>
              <td className="tabular">{returned}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
