import type { LocalDate } from '@dangjian/domain/access'
import { yearShown } from '@dangjian/domain/tasks'

/** The year whose work desk and list show: the plan's that is shown, or the present one where no plan is published. */
export function yearOfWork(publishedYears: readonly number[], today: LocalDate): number {
  const thisYear = Number(today.slice(0, 4))
  return yearShown(publishedYears, thisYear) ?? thisYear
}
