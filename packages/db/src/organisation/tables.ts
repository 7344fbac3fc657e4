import type { PersonId, UnitId } from '@dangjian/domain/access'

/** Tables of the organisation wing. Dates are `YYYY-MM-DD`, instants UTC epoch milliseconds. */
export interface UnitTable {
  id: UnitId
  kind: string
  tier: number | null
  parentId: UnitId | null
  societyId: UnitId | null
  code: string | null
  name: string
  namePinyin: string
  category: string | null
  form: string | null
  affiliation: string | null
  state: string
  stateOn: string
  foundedOn: string | null
  endedOn: string | null
  mergedIntoId: UnitId | null
  seq: number
  rev: number
  createdAt: number
}

/** Every unit with each unit above it and with itself (depth 0). */
export interface UnitClosureTable {
  ancestorId: UnitId
  descendantId: UnitId
  depth: number
}

export interface PersonTable {
  id: PersonId
  name: string
  namePinyin: string
  memberStatus: string
  rev: number
  createdAt: number
}

export interface MembershipTable {
  id: string
  unitId: UnitId
  personId: PersonId
  fromOn: string
  toOn: string | null
}

export interface PostHoldingTable {
  id: string
  unitId: UnitId
  personId: PersonId
  post: string
  fromOn: string
  toOn: string | null
}

export interface OrganisationTables {
  unit: UnitTable
  unitClosure: UnitClosureTable
  person: PersonTable
  membership: MembershipTable
  postHolding: PostHoldingTable
}
