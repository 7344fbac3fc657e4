import { Link } from '@tanstack/react-router'
import { useLanguage } from '@dangjian/door/language'
import { useMay } from '@dangjian/door/session'
import { useToday } from '@dangjian/ui/date-text'
import { VisuallyHidden } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { Desk } from './assignment-data.ts'
import classes from './desk.module.css'

/** The year in one strip: each month with what is due in it and how much of that is done. */
export function DeskYear({ months }: { months: Desk['months'] }) {
  const t = useTexts('desk')
  const may = useMay()
  const { language } = useLanguage()
  const nameOf = (month: string) =>
    new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(Date.parse(`${month}-01T00:00:00Z`))
  const present = useToday().slice(0, 7)
  const [due, closed] = months.reduce(([all, done], month) => [all + month.due, done + month.closed], [0, 0])
  return (
    <section aria-labelledby="year-title" className={classes.year}>
      <h2 id="year-title" className={classes.yearTitle}>
        {t('year', { year: present.slice(0, 4), due, closed })}
      </h2>
      <ol className={classes.strip}>
        {months.map((month) => {
          const words = t('month', {
            due: month.due,
            closed: month.closed,
            overdue: month.overdue,
          })
          const face = (
            <>
              <span className={classes.bar} aria-hidden>
                <span style={{ flexGrow: month.closed, background: 'var(--tone-good-mark)' }} />
                <span style={{ flexGrow: month.submitted, background: 'var(--tone-attention-mark)' }} />
                <span style={{ flexGrow: month.overdue, background: 'var(--tone-bad-mark)' }} />
                <span style={{ flexGrow: month.due - month.closed - month.submitted - month.overdue }} />
              </span>
              <span className={classes.monthName}>{nameOf(month.month)}</span>
              <span className={classes.monthCount}>{month.due === 0 ? '–' : `${month.closed}/${month.due}`}</span>
              <VisuallyHidden>{words}</VisuallyHidden>
            </>
          )
          const current = month.month === present ? ('date' as const) : undefined
          return (
            <li key={month.month} className={classes.month} aria-current={current}>
              {month.due > 0 && may('tasks.list-assignments') ? (
                <Link
                  to="/tasks/assignments"
                  search={{ dueFrom: `${month.month}-01`, dueTo: lastDayOf(month.month), all: true }}
                  title={words}
                >
                  {face}
                </Link>
              ) : (
                <span>{face}</span>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10)
}
