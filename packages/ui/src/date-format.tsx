import { fill, uiWords, type UiLanguage } from './ui-words.tsx'

/** China's civil time, in which the field's days are counted. */
const ZONE = 'Asia/Shanghai'
const DAY_MS = 24 * 60 * 60 * 1000

/** The day it is in China, `YYYY-MM-DD`. */
export function chinaDayOf(instant: number): string {
  return new Date(instant + 8 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

function utcOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}

/** `2026年11月23日`, or without the year where it is the year of `today`. */
export function formatDate(date: string, language: UiLanguage, today?: string): string {
  const short = today !== undefined && today.slice(0, 4) === date.slice(0, 4)
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    ...(short ? {} : { year: 'numeric' }),
  }).format(utcOf(date))
}

/** `10:32`, in China. */
export function formatTime(instant: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(instant)
}

/** `2026年11月23日 10:32`, in China. */
export function formatInstant(instant: number, language: UiLanguage, today?: string): string {
  return `${formatDate(chinaDayOf(instant), language, today)} ${formatTime(instant)}`
}

/** Whole days from `today` to `date`; negative when it has passed. */
export function daysUntil(date: string, today: string): number {
  return Math.round((utcOf(date) - utcOf(today)) / DAY_MS)
}

/** `还有 7 天`, `今天`, `3 天前`; for something due, `今天到期` and `已逾期 3 天`. */
export function relativeDay(date: string, today: string, language: UiLanguage, due: boolean): string {
  const words = uiWords[language]
  const days = daysUntil(date, today)
  if (days === 0) return due ? words.dueToday : words.today
  if (days > 0) return days === 1 ? words.tomorrow : fill(words.daysLeft, { n: days })
  if (due) return fill(words.overdueBy, { n: -days })
  return days === -1 ? words.yesterday : fill(words.daysAgo, { n: -days })
}

/** `1:02:05` or `2:05`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
