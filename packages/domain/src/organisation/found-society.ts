import { allow, refuse, type Decision } from '../access/decision.ts'
import type { UnitId } from '../access/id.ts'
import type { Instant, LocalDate } from '../access/time.ts'
import { isSocietyCode } from './import-society.ts'
import type { SocietyCategory, Unit } from './unit.ts'

export interface SocietyPlan {
  readonly code: string
  readonly name: string
  readonly category: SocietyCategory
  readonly admittedOn: LocalDate
}

export type FoundSocietyRefusal =
  | 'society-code-taken'
  | 'society-code-unknown'
  | 'unit-name-taken'
  | 'unit-step-in-future'

/** Takes a society into the association: known by its code, one of each code and name. */
export function foundSociety(
  association: Pick<Unit, 'id'>,
  societies: readonly Pick<Unit, 'code' | 'name' | 'category' | 'seq'>[],
  plan: SocietyPlan,
  made: { readonly id: UnitId; readonly today: LocalDate; readonly now: Instant },
): Decision<Unit, FoundSocietyRefusal> {
  const code = plan.code.trim().toUpperCase()
  if (!isSocietyCode(code)) return refuse('society-code-unknown', { code })
  const holder = societies.find((society) => society.code === code)
  if (holder) return refuse('society-code-taken', { code, name: holder.name })
  if (societies.some((society) => society.name === plan.name)) return refuse('unit-name-taken', { name: plan.name })
  if (plan.admittedOn > made.today) return refuse('unit-step-in-future', { date: plan.admittedOn })
  const seq = 1 + Math.max(0, ...societies.filter((each) => each.category === plan.category).map((each) => each.seq))
  return allow({
    id: made.id,
    kind: 'society',
    tier: null,
    parentId: association.id,
    societyId: made.id,
    code,
    name: plan.name,
    category: plan.category,
    form: null,
    affiliation: null,
    state: 'active',
    stateOn: plan.admittedOn,
    foundedOn: plan.admittedOn,
    endedOn: null,
    mergedIntoId: null,
    seq,
    rev: 1,
    createdAt: made.now,
  })
}
