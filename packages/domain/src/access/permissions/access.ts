import type { PermissionTable } from '../permission.ts'

export const accessPermissions = {
  'access.session': { kind: 'query', at: 'nothing', public: true },
  'access.sign-in': { kind: 'command', at: 'nothing', public: true },
  'access.sign-out': { kind: 'command', at: 'nothing', signedIn: true },
  'access.choose-acting-grant': { kind: 'command', at: 'nothing', signedIn: true },
  'access.change-password': { kind: 'command', at: 'nothing', signedIn: true },
  'access.list-sessions': { kind: 'query', at: 'nothing', signedIn: true },
  'access.revoke-session': { kind: 'command', at: 'person', self: true },
  'access.list-role-grants': {
    kind: 'query',
    at: 'unit',
    roles: { securityAdministrator: 'subtree' },
  },
  'access.list-accounts': { kind: 'query', at: 'unit', roles: { securityAdministrator: 'subtree' } },
  'access.find-grantable-units': { kind: 'query', at: 'unit', roles: { securityAdministrator: 'subtree' } },
  'access.grant-role': { kind: 'command', at: 'unit', roles: { securityAdministrator: 'subtree' } },
  'access.revoke-role': { kind: 'command', at: 'unit', roles: { securityAdministrator: 'subtree' } },
  'access.create-account': { kind: 'command', at: 'nothing', roles: { systemOperator: 'subtree' } },
  'access.disable-account': { kind: 'command', at: 'nothing', roles: { systemOperator: 'subtree' } },
  'access.list-audit-entries': { kind: 'query', at: 'nothing', roles: { auditor: 'subtree' } },
} as const satisfies PermissionTable
