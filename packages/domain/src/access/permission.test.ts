import { describe, expect, it } from 'vitest'
import { mayEver, permits, type Permission } from './permission.ts'
import { permissionTable } from './permission-table.ts'
import { separatedRoles } from './role.ts'

const me = 'person-me'
const worn = (role: 'societySecretary' | 'trainer', unitId = 'society') => ({
  personId: me,
  grant: { role, unitId },
  duty: null,
})
const row: Permission = { kind: 'command', at: 'unit', roles: { societySecretary: 'subtree', trainer: 'own-unit' } }

describe('a permission', () => {
  it('is denied to whoever is not signed in, unless it is public', () => {
    expect(permits(row, null, {})).toBe('sign-in-needed')
    expect(permits({ kind: 'query', at: 'nothing', public: true }, null, {})).toBe('permitted')
  })

  it('reaches down the subtree of the unit it was granted for, and never up or aside', () => {
    const at = (unitId: string, ...above: string[]) => ({ unitId, ancestors: [unitId, ...above] })
    expect(permits(row, worn('societySecretary'), at('society', 'association'))).toBe('permitted')
    expect(permits(row, worn('societySecretary'), at('office', 'society', 'association'))).toBe('permitted')
    expect(permits(row, worn('societySecretary'), at('association'))).toBe('out-of-scope')
    expect(permits(row, worn('societySecretary'), at('other', 'association'))).toBe('out-of-scope')
  })

  it('stays in its own unit where its reach says so', () => {
    expect(permits(row, worn('trainer'), { unitId: 'society', ancestors: ['society'] })).toBe('permitted')
    expect(permits(row, worn('trainer'), { unitId: 'office', ancestors: ['office', 'society'] })).toBe('out-of-scope')
  })

  it('lets people do to their own what they may do to nobody else’s', () => {
    const own: Permission = { kind: 'command', at: 'person', self: true }
    expect(permits(own, { personId: me, grant: null, duty: null }, { personId: me })).toBe('permitted')
    expect(permits(own, { personId: me, grant: null, duty: null }, { personId: 'another' })).toBe('out-of-scope')
    expect(mayEver(own, null)).toBe(true)
  })
})

describe('a duty that is open', () => {
  it('stands before whatever a role or one’s own might allow, save what settles it or leaves', () => {
    const owing = { ...worn('societySecretary'), duty: 'password-must-change' } as const
    const own: Permission = { kind: 'query', at: 'person', self: true }
    expect(permits(row, owing, { unitId: 'society' })).toBe('password-must-change')
    expect(permits(own, owing, { personId: me })).toBe('password-must-change')
    expect(permits({ kind: 'query', at: 'nothing', signedIn: true }, owing, {})).toBe('password-must-change')
    const settling: Permission = { kind: 'command', at: 'nothing', signedIn: true, beforeDuty: true }
    expect(permits(settling, owing, {})).toBe('permitted')
  })
})

describe('the permission table', () => {
  it('gives every action to somebody', () => {
    for (const [action, permission] of Object.entries<Permission>(permissionTable)) {
      const given = permission.public || permission.signedIn || permission.self || permission.roles
      expect(given, action).toBeTruthy()
    }
  })

  it('lets an account with an open duty do nothing but settle it or leave', () => {
    const early = Object.entries<Permission>(permissionTable).filter(([, permission]) => permission.beforeDuty)
    expect(early.map(([action]) => action)).toEqual([
      'access.sign-out',
      'access.choose-password',
      'access.draw-second-factor',
      'access.enrol-second-factor',
    ])
  })

  it('gives the three separated offices nothing but their own work', () => {
    for (const [action, permission] of Object.entries<Permission>(permissionTable)) {
      if (action.startsWith('access.')) continue
      for (const office of separatedRoles) expect(permission.roles?.[office], `${action} to ${office}`).toBeUndefined()
    }
  })
})
