import type { PermissionTable } from '../permission.ts'

/** Who reads the organisation beneath the unit of their role. */
const readers = {
  associationAdministrator: 'subtree',
  guidanceCommitteeMember: 'subtree',
  associationLeader: 'subtree',
  societySecretary: 'subtree',
  societyCadre: 'subtree',
  officeBranchSecretary: 'subtree',
  workingGroupLeader: 'subtree',
  disciplineCommissioner: 'subtree',
} as const

const association = { associationAdministrator: 'subtree' } as const
const society = { associationAdministrator: 'subtree', societySecretary: 'subtree', societyCadre: 'subtree' } as const
const ownOffice = { ...society, officeBranchSecretary: 'subtree', workingGroupLeader: 'own-unit' } as const

export const organisationPermissions = {
  'organisation.list-societies': { kind: 'query', at: 'unit', roles: readers },
  'organisation.show-unit': { kind: 'query', at: 'unit', roles: readers },
  'organisation.show-coverage': { kind: 'query', at: 'unit', roles: readers },
  'organisation.list-people': { kind: 'query', at: 'unit', roles: readers },
  'organisation.count-people': { kind: 'query', at: 'unit', roles: readers },
  'organisation.list-elections-due': { kind: 'query', at: 'unit', roles: readers },
  'organisation.show-election-course': { kind: 'query', at: 'unit', roles: readers },
  'organisation.list-election-courses': { kind: 'query', at: 'unit', roles: readers },
  'organisation.list-vacant-posts': { kind: 'query', at: 'unit', roles: readers },
  'organisation.export-societies': { kind: 'query', at: 'unit', roles: readers },
  'organisation.search': { kind: 'query', at: 'unit', roles: readers },
  'organisation.match-society-columns': { kind: 'query', at: 'unit', roles: association },
  'organisation.list-society-imports': { kind: 'query', at: 'unit', roles: association },
  'organisation.find-import-hindrance': { kind: 'query', at: 'unit', roles: association },
  'organisation.export-wrong-lines': { kind: 'query', at: 'unit', roles: association },
  'organisation.preview-society-import': { kind: 'query', at: 'unit', roles: association },
  'organisation.confirm-society-import': { kind: 'command', at: 'unit', roles: association },
  'organisation.undo-society-import': { kind: 'command', at: 'unit', roles: association },
  'organisation.found-society': { kind: 'command', at: 'unit', roles: association },
  'organisation.found-unit': { kind: 'command', at: 'unit', roles: society },
  'organisation.apply-unit': { kind: 'command', at: 'unit', roles: society },
  'organisation.approve-unit': { kind: 'command', at: 'unit', roles: association },
  'organisation.reject-unit': { kind: 'command', at: 'unit', roles: association },
  'organisation.decide-unit': { kind: 'command', at: 'unit', roles: society },
  'organisation.activate-unit': { kind: 'command', at: 'unit', roles: society },
  'organisation.suspend-unit': { kind: 'command', at: 'unit', roles: association },
  'organisation.resume-unit': { kind: 'command', at: 'unit', roles: association },
  'organisation.merge-unit': { kind: 'command', at: 'unit', roles: association },
  'organisation.dissolve-unit': { kind: 'command', at: 'unit', roles: association },
  'organisation.rename-unit': { kind: 'command', at: 'unit', roles: association },
  'organisation.change-affiliation': { kind: 'command', at: 'unit', roles: association },
  'organisation.move-unit': { kind: 'command', at: 'unit', roles: society },
  'organisation.approve-exception': { kind: 'command', at: 'unit', roles: association },
  'organisation.join-unit': { kind: 'command', at: 'unit', roles: ownOffice },
  'organisation.leave-unit': { kind: 'command', at: 'unit', roles: ownOffice },
  'organisation.correct-person': { kind: 'command', at: 'unit', roles: ownOffice },
  'organisation.assign-post': { kind: 'command', at: 'unit', roles: society },
  'organisation.end-post': { kind: 'command', at: 'unit', roles: society },
  // The society asks and holds the election; the superior replies, vets and approves. What somebody took they withdraw.
  'organisation.request-election': { kind: 'command', at: 'unit', roles: society },
  'organisation.reply-election': { kind: 'command', at: 'unit', roles: association },
  'organisation.reject-election': { kind: 'command', at: 'unit', roles: association },
  'organisation.vet-election': { kind: 'command', at: 'unit', roles: association },
  'organisation.meet-election': { kind: 'command', at: 'unit', roles: society },
  'organisation.convene-election': { kind: 'command', at: 'unit', roles: society },
  'organisation.record-election': { kind: 'command', at: 'unit', roles: society },
  'organisation.confirm-election': { kind: 'command', at: 'unit', roles: association },
  'organisation.withdraw-election-step': { kind: 'command', at: 'unit', roles: society },
} as const satisfies PermissionTable
