import type { PermissionTable } from '../permission.ts'

/** The whole for those who answer for it; a society's own part for the society. */
const readers = {
  associationAdministrator: 'subtree',
  guidanceCommitteeMember: 'subtree',
  associationLeader: 'subtree',
  societySecretary: 'subtree',
  societyCadre: 'subtree',
} as const

export const panoramaPermissions = {
  'panorama.show-panorama': { kind: 'query', at: 'unit', roles: readers },
  'panorama.list-work': { kind: 'query', at: 'unit', roles: readers },
  'panorama.list-learners': { kind: 'query', at: 'unit', roles: readers },
  'panorama.count-learners': { kind: 'query', at: 'unit', roles: readers },
  'panorama.list-part-work': { kind: 'query', at: 'unit', roles: readers },
  'panorama.list-hours': { kind: 'query', at: 'unit', roles: readers },
  'panorama.sum-hours': { kind: 'query', at: 'unit', roles: readers },
  'panorama.show-clause': { kind: 'query', at: 'unit', roles: readers },
} as const satisfies PermissionTable
