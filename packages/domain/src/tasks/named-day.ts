import { addDays, addMonths, LocalDate } from '../access/time.ts'

/** The day that words name, such as `12月10日前` or `6月底`; of a plan's year where they name none. Null for none or several. */
export function namedDay(words: string, planYear: number): LocalDate | null {
  const named = [
    ...words.matchAll(/(?:(\d{4})\s*年\s*)?(?<!\d)(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日|底)(\s*(?:至|到|[-–—~～]))?/gu),
  ].map(([, year, month = '', day, range]) => {
    const first = `${year ?? planYear}-${month.padStart(2, '0')}-01`
    if (range || !LocalDate.safeParse(first).success) return null
    return day ? `${first.slice(0, 8)}${day.padStart(2, '0')}` : addDays(addMonths(first, 1), -1)
  })
  const days = [...new Set(named)]
  return days.length === 1 ? (LocalDate.safeParse(days[0]).data ?? null) : null
}
