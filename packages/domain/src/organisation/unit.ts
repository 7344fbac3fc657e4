import { z } from 'zod'
import { UnitId } from '../access/id.ts'
import { Instant, LocalDate } from '../access/time.ts'

/** What a unit is. The association is the root, societies its children; the three tiers hang under their society. */
export const UnitKind = z.enum([
  'association',
  'society',
  'societyPartyCommittee',
  'officePartyOrganisation',
  'branchWorkingGroup',
])
export type UnitKind = z.infer<typeof UnitKind>

/** The tier of each kind: 1 society Party committee, 2 Party organisation of its office, 3 working group of a branch institution. */
export const tierOf: Readonly<Record<UnitKind, 1 | 2 | 3 | null>> = {
  association: null,
  society: null,
  societyPartyCommittee: 1,
  officePartyOrganisation: 2,
  branchWorkingGroup: 3,
}

/** Category of a society (理科、工科、农科、医科、交叉学科). */
export const SocietyCategory = z.enum(['science', 'engineering', 'agriculture', 'medicine', 'interdisciplinary'])
export type SocietyCategory = z.infer<typeof SocietyCategory>

/** Form of a Party organisation; a tier-3 unit may also be a joint group or a liaison person. */
export const UnitForm = z.enum([
  'committee',
  'generalBranch',
  'branch',
  'jointBranch',
  'group',
  'jointGroup',
  'liaison',
])
export type UnitForm = z.infer<typeof UnitForm>

/** To whom an office's Party organisation belongs: approval and discipline follow it. */
export const Affiliation = z.enum(['association', 'supportingUnit', 'other'])
export type Affiliation = z.infer<typeof Affiliation>

export const UnitState = z.enum([
  'planned',
  'applied',
  'approved',
  'decided',
  'active',
  'suspended',
  'merged',
  'dissolved',
])
export type UnitState = z.infer<typeof UnitState>

/** A unit of the organisation. It is never deleted: it ends as merged or dissolved. */
export const Unit = z.strictObject({
  id: UnitId,
  kind: UnitKind,
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  parentId: UnitId.nullable(),
  /** The society it belongs to; a society's own id for a society; null for the association. */
  societyId: UnitId.nullable(),
  /** A society's code, such as A-01. */
  code: z.string().nullable(),
  name: z.string().trim().min(2).max(100),
  category: SocietyCategory.nullable(),
  form: UnitForm.nullable(),
  affiliation: Affiliation.nullable(),
  state: UnitState,
  /** The day since which it is in that state. */
  stateOn: LocalDate,
  foundedOn: LocalDate.nullable(),
  endedOn: LocalDate.nullable(),
  mergedIntoId: UnitId.nullable(),
  seq: z.int(),
  rev: z.int(),
  createdAt: Instant,
})
export type Unit = z.infer<typeof Unit>

/** Whether a unit counts as there: set up and not ended. A suspended one is there. */
export function isStanding(unit: Pick<Unit, 'state'>): boolean {
  return unit.state === 'active' || unit.state === 'suspended'
}

/** What a unit of each kind may do: tier 1 is a functional organisation that leads and holds no members' registration. */
export const capabilities: Readonly<
  Record<UnitKind, Readonly<Record<'admit' | 'collectDues' | 'elect' | 'discipline', boolean>>>
> = {
  association: { admit: false, collectDues: false, elect: false, discipline: false },
  society: { admit: false, collectDues: false, elect: false, discipline: false },
  societyPartyCommittee: { admit: false, collectDues: false, elect: true, discipline: false },
  officePartyOrganisation: { admit: true, collectDues: true, elect: true, discipline: true },
  branchWorkingGroup: { admit: false, collectDues: false, elect: false, discipline: false },
}
