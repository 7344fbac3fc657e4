import { addMonths, addYears, type LocalDate } from '../access/time.ts'
import type { Unit, UnitForm } from './unit.ts'

/** Years of a term (r): 《中国共产党基层组织选举工作条例》 — branch and general branch three, committee five. */
export const TERM_YEARS: Readonly<Partial<Record<UnitForm, number>>> = {
  committee: 5,
  generalBranch: 3,
  branch: 3,
  jointBranch: 3,
}

/**
 * When an election is reminded of. Six months before is a rule (r, 《中国共产党基层组织选举工作条例》); those at twelve and
 * three are ours (d).
 */
export const ELECTION_REMINDERS = [
  { months: 12, standing: 'due12', basis: 'default' },
  { months: 6, standing: 'due6', basis: 'rule' },
  { months: 3, standing: 'due3', basis: 'default' },
] as const

export type TermStanding = 'running' | (typeof ELECTION_REMINDERS)[number]['standing'] | 'overdue'

export interface Term {
  /** The last day of its years. */
  readonly endsOn: LocalDate
  /** The day by which the election is due: the term's end, or the day to which the superior moved it. */
  readonly dueOn: LocalDate
  readonly standing: TermStanding
}

/** How a unit's term stands on a day: counted from its last election, else from its founding. */
export function termStanding(
  unit: Pick<Unit, 'form' | 'foundedOn'>,
  electedOn: LocalDate | null,
  today: LocalDate,
  movedTo: LocalDate | null = null,
): Term | null {
  const years = unit.form ? TERM_YEARS[unit.form] : undefined
  const from = electedOn ?? unit.foundedOn
  if (!years || !from) return null
  const endsOn = addYears(from, years)
  const dueOn = movedTo ?? endsOn
  if (dueOn < today) return { endsOn, dueOn, standing: 'overdue' }
  const nearest = ELECTION_REMINDERS.findLast(({ months }) => dueOn <= addMonths(today, months))
  return { endsOn, dueOn, standing: nearest?.standing ?? 'running' }
}

/** The days on which an election is reminded of, the earliest first. */
export function remindersOf(dueOn: LocalDate) {
  return ELECTION_REMINDERS.map(({ months, basis }) => ({ months, basis, on: addMonths(dueOn, -months) }))
}
