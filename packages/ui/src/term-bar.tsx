import classes from './term-bar.module.css'
import { daysUntil, formatDate } from './date-format.tsx'
import { useToday } from './date-text.tsx'
import { useUi } from './ui-context.tsx'

export interface TermBarProps {
  readonly fromOn: string
  /** The last day; null while it is open. */
  readonly toOn: string | null
  /** In words, with the name: `张某，书记`. */
  readonly label: string
  readonly today?: string
}

/** A term as a bar, with a mark at today; the part past its end is striped. */
export function TermBar({ fromOn, toOn, label, today }: TermBarProps) {
  const { language } = useUi()
  const present = useToday()
  const now = today ?? present
  const passed = Math.max(0, daysUntil(now, fromOn))
  const length = toOn ? Math.max(1, daysUntil(toOn, fromOn)) : Math.max(1, passed)
  const whole = Math.max(length, passed)
  const over = toOn !== null && passed > length
  const dates = `${formatDate(fromOn, language)} – ${toOn ? formatDate(toOn, language) : ''}`
  return (
    <div className={classes.term}>
      <div className={classes.bar} role="img" aria-label={`${label} ${dates}`}>
        <span className={classes.done} style={{ width: `${(Math.min(passed, length) / whole) * 100}%` }} />
        {over ? <span className={classes.over} style={{ width: `${((passed - length) / whole) * 100}%` }} /> : null}
      </div>
      <span className={classes.dates} aria-hidden>
        {dates}
      </span>
    </div>
  )
}
