import type { PermissionTable } from '../permission.ts'

export const organisationPermissions = {} as const satisfies PermissionTable
