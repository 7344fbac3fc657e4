import type { PermissionTable } from '../permission.ts'

export const trainingPermissions = {} as const satisfies PermissionTable
