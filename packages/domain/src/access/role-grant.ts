import { z } from 'zod'
import { allow, refuse, type Decision } from './decision.ts'
import { PersonId, RoleGrantId, UnitId } from './id.ts'
import { isSeparatedRole, Role } from './role.ts'
import { isWithin, LocalDate } from './time.ts'
import type { Wording } from './words.ts'

/** A role given to a person for a unit and, by the role's reach, for what lies beneath it. `toOn` is the last day. */
export const RoleGrant = z.strictObject({
  id: RoleGrantId,
  personId: PersonId,
  role: Role,
  unitId: UnitId,
  fromOn: LocalDate,
  toOn: LocalDate.nullable(),
})
export type RoleGrant = z.infer<typeof RoleGrant>

export type RoleGrantRefusal =
  | 'grant-ends-before-it-begins'
  | 'role-already-granted'
  | 'separated-roles-exclude-one-another'
  | 'nobody-grants-to-themselves'
  | 'grant-already-ended'

/** The grants that are good on a day. */
export function grantsOn(grants: readonly RoleGrant[], date: LocalDate): RoleGrant[] {
  return grants.filter((grant) => isWithin(date, grant))
}

function overlaps(a: Pick<RoleGrant, 'fromOn' | 'toOn'>, b: Pick<RoleGrant, 'fromOn' | 'toOn'>): boolean {
  return (b.toOn === null || a.fromOn <= b.toOn) && (a.toOn === null || b.fromOn <= a.toOn)
}

/**
 * Giving a person a role. The three separated offices exclude one another and every business role
 * for as long as both would run, and nobody widens their own powers.
 */
export function grantRole(
  held: readonly RoleGrant[],
  grant: RoleGrant,
  grantedBy: PersonId,
): Decision<RoleGrant, RoleGrantRefusal> {
  if (grant.personId === grantedBy) return refuse('nobody-grants-to-themselves')
  if (grant.toOn !== null && grant.toOn < grant.fromOn) return refuse('grant-ends-before-it-begins')
  const current = held.filter((other) => overlaps(other, grant))
  if (current.some((other) => other.role === grant.role && other.unitId === grant.unitId)) {
    return refuse('role-already-granted')
  }
  const separated = isSeparatedRole(grant.role)
  if (current.some((other) => other.role !== grant.role && (separated || isSeparatedRole(other.role)))) {
    return refuse('separated-roles-exclude-one-another')
  }
  return allow(grant)
}

/** Ends a grant with the day before `today`, so that it is gone at once; its history stays. */
export function revokeRole(
  grant: RoleGrant,
  yesterday: LocalDate,
  revokedBy: PersonId,
): Decision<RoleGrant, RoleGrantRefusal> {
  if (grant.personId === revokedBy) return refuse('nobody-grants-to-themselves')
  if (grant.toOn !== null && grant.toOn <= yesterday) return refuse('grant-already-ended')
  return allow({ ...grant, toOn: yesterday })
}

export const roleGrantRefusalWords: Wording<RoleGrantRefusal> = {
  'zh-CN': {
    'grant-ends-before-it-begins': '结束日期早于开始日期，请改正日期。',
    'role-already-granted': '此人在这段时间内已有该单位的同一角色，无需再授。',
    'separated-roles-exclude-one-another':
      '审计员、安全管理员、系统管理员三者互斥，也不能与业务角色兼任；请先收回原有角色或另选人员。',
    'nobody-grants-to-themselves': '不能更改自己的角色，请由另一位安全管理员办理。',
    'grant-already-ended': '该授权已经结束，无需再收回。',
  },
  en: {
    'grant-ends-before-it-begins': 'The last day lies before the first; correct the dates.',
    'role-already-granted': 'This person already holds the role for this unit in that time; nothing needs doing.',
    'separated-roles-exclude-one-another':
      'Auditor, security administrator and system operator exclude one another and every business role; revoke the other role first or choose somebody else.',
    'nobody-grants-to-themselves': 'Nobody changes their own roles; ask another security administrator.',
    'grant-already-ended': 'This grant has already ended; nothing needs doing.',
  },
}
