import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { Affiliation, SocietyCategory, UnitForm, UnitKind, UnitState, type Unit } from '@dangjian/domain/organisation'

/** A unit as lists and pages show it. */
export const UnitRow = z.strictObject({
  id: UnitId,
  kind: UnitKind,
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  parentId: UnitId.nullable(),
  societyId: UnitId.nullable(),
  code: z.string().nullable(),
  name: z.string(),
  category: SocietyCategory.nullable(),
  form: UnitForm.nullable(),
  affiliation: Affiliation.nullable(),
  state: UnitState,
  stateOn: LocalDate,
  foundedOn: LocalDate.nullable(),
  endedOn: LocalDate.nullable(),
  rev: z.int(),
})

export function unitRow(unit: Unit) {
  const {
    id,
    kind,
    tier,
    parentId,
    societyId,
    code,
    name,
    category,
    form,
    affiliation,
    state,
    stateOn,
    foundedOn,
    endedOn,
    rev,
  } = unit
  return {
    id,
    kind,
    tier,
    parentId,
    societyId,
    code,
    name,
    category,
    form,
    affiliation,
    state,
    stateOn,
    foundedOn,
    endedOn,
    rev,
  }
}
