import type { PermissionTable } from '../permission.ts'

export const tasksPermissions = {} as const satisfies PermissionTable
