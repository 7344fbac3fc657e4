import { addDays, daysBetween, type LocalDate } from '../access/time.ts'

/** A week from Monday on: how many assignments were due by its end, and how many were closed by then. */
export interface Week {
  readonly weekOn: LocalDate
  readonly due: number
  readonly done: number
}

/** The Monday of a day's week. 1970-01-05 was one. */
export function mondayOf(day: LocalDate): LocalDate {
  const since = daysBetween('1970-01-05', day)
  return addDays(day, -(((since % 7) + 7) % 7))
}

/**
 * Due against done, both counted up week by week, from the week of the first day to that of the last. `dueDays` holds
 * each assignment's day, `closedDays` the day on which each closed one was closed, of the work of a year: what lies further
 * off than the year before and the year after counts at their edge, so that no slip of a date makes a chart of centuries.
 */
export function weeksOf(dueDays: readonly LocalDate[], closedDays: readonly LocalDate[], year: number): Week[] {
  const [from, to] = [`${year - 1}-01-01`, `${year + 1}-12-31`] as [LocalDate, LocalDate]
  const near = (day: LocalDate): LocalDate => (day < from ? from : day > to ? to : day)
  const [dueOn, closedOn] = [dueDays.map(near), closedDays.map(near)]
  const days = [...dueOn, ...closedOn].toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const dueIn = countByWeek(dueOn)
  const doneIn = countByWeek(closedOn)
  const weeks: Week[] = []
  let [due, done] = [0, 0]
  for (let weekOn = mondayOf(first); weekOn <= last; weekOn = addDays(weekOn, 7)) {
    due += dueIn.get(weekOn) ?? 0
    done += doneIn.get(weekOn) ?? 0
    weeks.push({ weekOn, due, done })
  }
  return weeks
}

function countByWeek(days: readonly LocalDate[]): Map<LocalDate, number> {
  const counts = new Map<LocalDate, number>()
  for (const day of days) counts.set(mondayOf(day), (counts.get(mondayOf(day)) ?? 0) + 1)
  return counts
}
