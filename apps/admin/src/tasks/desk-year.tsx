import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { useLanguage } from '@dangjian/door/language'
import { useMay } from '@dangjian/door/session'
import { useToday } from '@dangjian/ui/date-text'
import { Anchor, VisuallyHidden } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { Desk } from './assignment-data.ts'
import classes from './desk.module.css'

/** The year's work in one strip: each month with what is due in it and how much of that is done. */
export function DeskYear({ year: { year, months } }: { year: Desk['year'] }) {
  const t = useTexts('desk')
  const may = useMay()
  const { language } = useLanguage()
  const nameOf = (month: string) =>
    new Intl.DateTimeFormat(language, {
      month: 'short',
      timeZone: 'UTC',
      ...(month.startsWith(String(year)) ? {} : { year: '2-digit' }),
    }).format(Date.parse(`${month}-01T00:00:00Z`))
  const present = useToday().slice(0, 7)
  const sum = (key: 'due' | 'closed' | 'overdue') => months.reduce((all, month) => all + month[key], 0)
  const figures = [
    { key: 'due', search: { year, all: true } },
    { key: 'closed', search: { year, state: 'closed' } },
    { key: 'overdue', search: { year, overdue: true } },
  ] as const
  return (
    <section aria-labelledby="year-title" className={classes.year}>
      <h2 id="year-title" className={classes.yearTitle}>
        {t('year', { year })}
        {figures.map(({ key, search }) => {
          const words = t(key, { n: sum(key) })
          return (
            <span key={key} className={classes.yearFigure} data-bad={(key === 'overdue' && sum(key) > 0) || undefined}>
              {may('tasks.list-assignments') ? (
                <Anchor
                  inherit
                  renderRoot={(props) => <Link to="/tasks/assignments" search={search} {...props} />}
                  c="inherit"
                >
                  {words}
                </Anchor>
              ) : (
                words
              )}
            </span>
          )
        })}
      </h2>
      <ol className={classes.strip} style={{ '--months': months.length } as CSSProperties}>
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
                  search={{ year, dueFrom: `${month.month}-01`, dueTo: lastDayOf(month.month), all: true }}
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
