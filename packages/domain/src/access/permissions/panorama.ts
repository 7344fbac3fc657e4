import type { PermissionTable } from '../permission.ts'

export const panoramaPermissions = {} as const satisfies PermissionTable
