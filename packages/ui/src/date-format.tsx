import { fill, uiWords, type UiLanguage } from './ui-words.tsx'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `YYYY-MM-DDTHH:MM` by China's civil time, in which the field's days are counted; it has had no summer since 1991. */
function chinaTimeOf(instant: number): string {
  return new Date(instant + 8 * HOUR_MS).toISOString()
}

/** The day it is in China, `YYYY-MM-DD`. */
export function chinaDayOf(instant: number): string {
  return chinaTimeOf(instant).slice(0, 10)
}

function utcOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}

/**
 * `2026年11月23日`, or without the year where it is the year of `today`. As `Intl` has it, the first of whose formats
 * costs a cheap phone a tenth of a second (docs/decisions/0021-dates-by-hand.md).
 */
export function formatDate(date: string, language: UiLanguage, today?: string): string {
  const short = today !== undefined && today.slice(0, 4) === date.slice(0, 4)
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (language === 'zh-CN') return `${short ? '' : `${year}年`}${month}月${day}日`
  return `${MONTHS[month - 1]} ${day}${short ? '' : `, ${year}`}`
}

/** `10:32`, in China. */
export function formatTime(instant: number): string {
  return chinaTimeOf(instant).slice(11, 16)
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
