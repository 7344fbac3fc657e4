import { z } from 'zod'

/** An instant: milliseconds since 1970-01-01T00:00:00Z, an integer. */
export const Instant = z.int().nonnegative()
export type Instant = z.infer<typeof Instant>

/** A calendar day as people in China write it down: `YYYY-MM-DD`, without a time or a zone. */
export const LocalDate = z.iso.date()
export type LocalDate = z.infer<typeof LocalDate>

/** China has one civil time, UTC+8, and has kept no summer time since 1991. */
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** The day it is in China at that instant. */
export function localDateOf(instant: Instant): LocalDate {
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}

/** The day and time it is in China, as a spreadsheet reads it: `2026-11-24 12:00:00`. */
export function localTimeOf(instant: Instant): string {
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')
}

/** The instant at which that day begins in China. */
export function startOfDay(date: LocalDate): Instant {
  return Date.parse(`${date}T00:00:00Z`) - CHINA_OFFSET_MS
}

/** A date has four digits for its year: what would lie beyond the first or the last day is that day. */
function shift(date: LocalDate, change: (utc: Date) => void): LocalDate {
  const utc = new Date(`${date}T00:00:00Z`)
  change(utc)
  const year = utc.getUTCFullYear()
  if (year < 0) return '0000-01-01'
  return year > 9999 ? '9999-12-31' : utc.toISOString().slice(0, 10)
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return shift(date, (utc) => utc.setUTCDate(utc.getUTCDate() + days))
}

/** The same day of the month, or the month's last day where there is none: 31 January + 1 month is 28 or 29 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return shift(date, (utc) => {
    const day = utc.getUTCDate()
    utc.setUTCDate(1)
    utc.setUTCMonth(utc.getUTCMonth() + months)
    const last = new Date(Date.UTC(utc.getUTCFullYear(), utc.getUTCMonth() + 1, 0)).getUTCDate()
    utc.setUTCDate(Math.min(day, last))
  })
}

export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12)
}

/** Whole days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** Whether a day lies in a span whose end, when there is one, is its last day. */
export function isWithin(date: LocalDate, span: { fromOn: LocalDate; toOn: LocalDate | null }): boolean {
  return span.fromOn <= date && (span.toOn === null || date <= span.toOn)
}
