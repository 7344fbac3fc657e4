import { useTexts } from '../app/texts.ts'
import classes from './organisation.module.css'

/** Whether a society has a tier: a filled mark with the number, or the gap, which weighs more. */
export function TierMark({ count, tier }: { count: number; tier: 1 | 2 | 3 }) {
  const t = useTexts('organisation')
  return count > 0 ? (
    <span className={classes.tierThere}>
      <span className={classes.tierDot} aria-hidden />
      {tier === 3 || count > 1 ? <span className="tabular">{count}</span> : t('present')}
    </span>
  ) : (
    <span className={classes.tierGap}>{t('lacking')}</span>
  )
}
