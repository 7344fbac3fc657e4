import { describe, expect, it } from 'vitest'
import { grantRole, grantsOn, revokeRole, type RoleGrant } from './role-grant.ts'
import type { PersonId, RoleGrantId, UnitId } from './id.ts'
import { Role, separatedRoles } from './role.ts'

const person = '01900000-0000-7000-8000-000000000001' as PersonId
const granter = '01900000-0000-7000-8000-000000000002' as PersonId
const unit = '01900000-0000-7000-8000-000000000003' as UnitId

function grant(over: Partial<RoleGrant> = {}): RoleGrant {
  return {
    id: '01900000-0000-7000-8000-000000000004' as RoleGrantId,
    personId: person,
    role: 'trainer',
    unitId: unit,
    fromOn: '2026-01-01',
    toOn: null,
    ...over,
  }
}

describe('granting a role', () => {
  it('is refused to oneself', () => {
    expect(grantRole([], grant(), person)).toMatchObject({ refusal: 'nobody-grants-to-themselves' })
  })

  it('needs its last day not to lie before its first', () => {
    expect(grantRole([], grant({ toOn: '2025-12-31' }), granter)).toMatchObject({
      refusal: 'grant-ends-before-it-begins',
    })
    expect(grantRole([], grant({ toOn: '2026-01-01' }), granter)).toMatchObject({ ok: true })
  })

  it('is refused where the same role for the same unit already runs in that time, and allowed once it has ended', () => {
    expect(grantRole([grant()], grant(), granter)).toMatchObject({ refusal: 'role-already-granted' })
    expect(grantRole([grant({ toOn: '2025-12-31', fromOn: '2025-01-01' })], grant(), granter)).toMatchObject({
      ok: true,
    })
  })

  it('keeps the three separated offices apart from one another and from every business role, both ways round', () => {
    for (const office of separatedRoles) {
      for (const role of Role.options.filter((each) => each !== office)) {
        const other = { unitId: '01900000-0000-7000-8000-000000000009' as UnitId }
        expect(grantRole([grant({ role })], grant({ role: office, ...other }), granter)).toMatchObject({
          refusal: 'separated-roles-exclude-one-another',
        })
        expect(grantRole([grant({ role: office })], grant({ role, ...other }), granter)).toMatchObject({
          refusal: 'separated-roles-exclude-one-another',
        })
      }
    }
  })
})

describe('revoking a role', () => {
  it('ends it with yesterday, so that it is gone today', () => {
    const ended = revokeRole(grant(), '2026-06-01', granter)
    expect(ended).toMatchObject({ ok: true, value: { toOn: '2026-06-01' } })
    if (ended.ok) {
      expect(grantsOn([ended.value], '2026-06-02')).toEqual([])
      expect(grantsOn([ended.value], '2026-06-01')).toHaveLength(1)
    }
  })

  it('is refused where it has already ended, and to its own holder', () => {
    expect(revokeRole(grant({ toOn: '2026-02-01' }), '2026-06-01', granter)).toMatchObject({
      refusal: 'grant-already-ended',
    })
    expect(revokeRole(grant(), '2026-06-01', person)).toMatchObject({ refusal: 'nobody-grants-to-themselves' })
  })
})
