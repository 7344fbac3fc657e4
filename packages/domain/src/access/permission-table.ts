import { accessPermissions } from './permissions/access.ts'
import { organisationPermissions } from './permissions/organisation.ts'
import { panoramaPermissions } from './permissions/panorama.ts'
import { tasksPermissions } from './permissions/tasks.ts'
import { trainingPermissions } from './permissions/training.ts'
import type { Permission } from './permission.ts'

/** Every action there is. A procedure names its row here, or it does not compile. */
export const permissionTable = {
  ...accessPermissions,
  ...organisationPermissions,
  ...tasksPermissions,
  ...trainingPermissions,
  ...panoramaPermissions,
}

export type Action = keyof typeof permissionTable

export function permissionOf(action: Action): Permission {
  return permissionTable[action]
}
