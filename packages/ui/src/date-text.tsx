import { useEffect, useState } from 'react'
import classes from './date-text.module.css'
import { chinaDayOf, formatDate, formatInstant, formatTime, relativeDay } from './date-format.tsx'
import { useUi } from './ui-context.tsx'

/** The day it is in China, and the next one when it begins. */
export function useToday(): string {
  const [today, setToday] = useState(() => chinaDayOf(Date.now()))
  useEffect(() => {
    const timer = setInterval(() => setToday(chinaDayOf(Date.now())), 60_000)
    return () => clearInterval(timer)
  }, [])
  return today
}

export interface DateTextProps {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** Something must be done by then: past days are overdue. */
  readonly due?: boolean
  /** Done: how far off it is no longer matters. */
  readonly settled?: boolean
  /** Stories and tests hold the day fast. */
  readonly today?: string
}

/** A date, both ways: `12月1日（还有 7 天）`. Far-off days go without the second. */
export function DateText({ date, due = false, settled = false, today }: DateTextProps) {
  const { language } = useUi()
  const present = useToday()
  const now = today ?? present
  const days = (Date.parse(date) - Date.parse(now)) / 86_400_000
  const plain = settled || Math.abs(days) > (due ? 400 : 30)
  const tone = due && !settled ? (days < 0 ? 'bad' : days <= 7 ? 'attention' : undefined) : undefined
  const relative = relativeDay(date, now, language, due)
  return (
    <time dateTime={date} className={classes.date} data-tone={tone}>
      {formatDate(date, language, now)}
      {plain ? null : (
        <span className={classes.relative}>{language === 'en' ? ` (${relative})` : `（${relative}）`}</span>
      )}
    </time>
  )
}

/** An instant: `11月23日 10:32`; today's, `今天 10:32`. */
export function InstantText({ at }: { readonly at: number }) {
  const { language, words } = useUi()
  const today = useToday()
  const full = formatInstant(at, language)
  return (
    <time dateTime={new Date(at).toISOString()} title={full}>
      {chinaDayOf(at) === today ? `${words.today} ${formatTime(at)}` : formatInstant(at, language, today)}
    </time>
  )
}
