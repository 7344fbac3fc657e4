import type { PermissionTable } from '../permission.ts'

export const accessPermissions = {
  'access.session': { kind: 'query', at: 'nothing', public: true },
  'access.sign-in': { kind: 'command', at: 'nothing', public: true },
  'access.sign-out': { kind: 'command', at: 'nothing', signedIn: true, beforeDuty: true },
  'access.choose-acting-grant': { kind: 'command', at: 'person', self: true },
  'access.change-password': { kind: 'command', at: 'nothing', signedIn: true },
  'access.choose-password': { kind: 'command', at: 'nothing', signedIn: true, beforeDuty: true },
  // The drawing of a secret that the asker's own browser made: nothing of it is kept here.
  'access.draw-second-factor': { kind: 'query', at: 'nothing', signedIn: true, beforeDuty: true },
  'access.enrol-second-factor': { kind: 'command', at: 'nothing', signedIn: true, beforeDuty: true },
  'access.show-second-factor': { kind: 'query', at: 'nothing', signedIn: true },
  'access.remove-second-factor': { kind: 'command', at: 'nothing', signedIn: true },
  'access.list-sessions': { kind: 'query', at: 'nothing', signedIn: true },
  'access.revoke-session': { kind: 'command', at: 'person', self: true },
  'access.list-role-grants': {
    kind: 'query',
    at: 'unit',
    roles: { securityAdministrator: 'subtree' },
  },
  // Names and user names, no business data: the one chooses whom to grant a role, the other keeps the accounts.
  'access.list-accounts': {
    kind: 'query',
    at: 'unit',
    roles: { securityAdministrator: 'subtree', systemOperator: 'subtree' },
  },
  'access.find-people-without-account': { kind: 'query', at: 'unit', roles: { systemOperator: 'subtree' } },
  'access.find-grantable-units': { kind: 'query', at: 'unit', roles: { securityAdministrator: 'subtree' } },
  'access.grant-role': { kind: 'command', at: 'unit', roles: { securityAdministrator: 'subtree' } },
  'access.revoke-role': { kind: 'command', at: 'unit', roles: { securityAdministrator: 'subtree' } },
  'access.create-account': { kind: 'command', at: 'person', roles: { systemOperator: 'subtree' } },
  'access.disable-account': { kind: 'command', at: 'person', roles: { systemOperator: 'subtree' } },
  'access.reset-password': { kind: 'command', at: 'person', roles: { systemOperator: 'subtree' } },
  'access.enable-account': { kind: 'command', at: 'person', roles: { systemOperator: 'subtree' } },
  'access.list-audit-entries': { kind: 'query', at: 'nothing', roles: { auditor: 'subtree' } },
  // A command, since that the log was taken away stands in the log.
  'access.export-audit-entries': { kind: 'command', at: 'nothing', roles: { auditor: 'subtree' } },
  'access.upload-evidence': { kind: 'command', at: 'nothing', signedIn: true },
  'access.upload-course-media': {
    kind: 'command',
    at: 'nothing',
    roles: { associationAdministrator: 'subtree', schoolDean: 'subtree', trainer: 'subtree' },
  },
  'access.upload-work-points': { kind: 'command', at: 'nothing', roles: { associationAdministrator: 'subtree' } },
  'access.upload-approval': {
    kind: 'command',
    at: 'nothing',
    roles: {
      associationAdministrator: 'subtree',
      societySecretary: 'subtree',
      societyCadre: 'subtree',
      officeBranchSecretary: 'subtree',
    },
  },
  'access.upload-import': {
    kind: 'command',
    at: 'nothing',
    roles: {
      associationAdministrator: 'subtree',
      societySecretary: 'subtree',
      societyCadre: 'subtree',
      schoolDean: 'subtree',
      trainer: 'subtree',
    },
  },
  'access.open-learners-file': { kind: 'query', at: 'nothing', signedIn: true },
  // What lies in a unit is read from above it, and by whoever uploaded it.
  'access.open-file': {
    kind: 'query',
    at: 'unit',
    self: true,
    roles: {
      associationAdministrator: 'subtree',
      guidanceCommitteeMember: 'subtree',
      associationLeader: 'subtree',
      societySecretary: 'subtree',
      societyCadre: 'subtree',
      officeBranchSecretary: 'subtree',
      workingGroupLeader: 'subtree',
      disciplineCommissioner: 'subtree',
    },
  },
} as const satisfies PermissionTable
