import { describe, expect, it } from 'vitest'
import { mayEver, permits, type Permission } from './permission.ts'
import { permissionTable } from './permission-table.ts'
import { separatedRoles } from './role.ts'

const me = 'person-me'
const worn = (role: 'societySecretary' | 'trainer', unitId = 'society') => ({ personId: me, grant: { role, unitId } })
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
    expect(permits(own, { personId: me, grant: null }, { personId: me })).toBe('permitted')
    expect(permits(own, { personId: me, grant: null }, { personId: 'another' })).toBe('out-of-scope')
    expect(mayEver(own, null)).toBe(true)
  })
})

describe('the permission table', () => {
  it('gives every action to somebody', () => {
    for (const [action, permission] of Object.entries<Permission>(permissionTable)) {
      const given = permission.public || permission.signedIn || permission.self || permission.roles
      expect(given, action).toBeTruthy()
    }
  })

  it('gives the three separated offices nothing but their own work', () => {
    for (const [action, permission] of Object.entries<Permission>(permissionTable)) {
      if (action.startsWith('access.')) continue
      for (const office of separatedRoles) expect(permission.roles?.[office], `${action} to ${office}`).toBeUndefined()
    }
  })
})
