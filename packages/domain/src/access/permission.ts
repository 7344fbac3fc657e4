import type { Duty } from './duty.ts'
import type { Role } from './role.ts'

/** How far a grant reaches from the unit it was given for: to that unit alone, or to all beneath it as well. */
export type Reach = 'own-unit' | 'subtree'

/**
 * One row of the permission table: what an action is done to, and who may do it.
 * The server enforces it, the screens read it, and a generated test walks action x role x scope over HTTP.
 */
export interface Permission {
  readonly kind: 'query' | 'command'
  /** What the action is done to: a unit (or what hangs on one), a person, or nothing in particular. */
  readonly at: 'unit' | 'person' | 'nothing'
  /** Role to reach. Where the action is done to nothing in particular, holding the role is enough. */
  readonly roles?: Readonly<Partial<Record<Role, Reach>>>
  /** The person concerned may do it to what is their own. */
  readonly self?: true
  /** Anyone signed in may do it. */
  readonly signedIn?: true
  /** Anyone may do it, without signing in. */
  readonly public?: true
  /** May be done while a duty of the account is open: whoever owes one needs it to settle it, or to leave. */
  readonly beforeDuty?: true
}

export type PermissionTable = Readonly<Record<string, Permission>>

/** The actions of a table that change something. */
export type CommandOf<T extends PermissionTable> = {
  [A in keyof T & string]: T[A]['kind'] extends 'command' ? A : never
}[keyof T & string]

/** The grant worn for this request: one role at one unit. */
export interface WornGrant {
  readonly role: Role
  readonly unitId: string
}

/** What an action is done to, as far as permission needs to know. `ancestors` are the unit's ids up to the root, itself included. */
export interface PermissionTarget {
  readonly unitId?: string
  readonly ancestors?: readonly string[]
  readonly personId?: string
}

export type PermissionAnswer =
  | 'permitted'
  /** Nobody in this role may do it anywhere: said openly. */
  | 'role-lacks-action'
  /** The role may, but not here: answered as if the target did not exist. */
  | 'out-of-scope'
  | 'sign-in-needed'
  /** The account owes something before it may act at all. */
  | Duty

/**
 * Whether somebody may do something to something. Default is no.
 * The same function answers on the server and on the screens.
 */
export function permits(
  permission: Permission,
  actor: { readonly personId: string; readonly grant: WornGrant | null; readonly duty: Duty | null } | null,
  target: PermissionTarget,
): PermissionAnswer {
  if (permission.public) return 'permitted'
  if (!actor) return 'sign-in-needed'
  if (actor.duty && !permission.beforeDuty) return actor.duty
  if (permission.signedIn) return 'permitted'
  if (permission.self && target.personId === actor.personId) return 'permitted'
  const reach = actor.grant ? permission.roles?.[actor.grant.role] : undefined
  if (!actor.grant || !reach) return permission.self ? 'out-of-scope' : 'role-lacks-action'
  if (permission.at === 'nothing') return 'permitted'
  if (target.unitId === actor.grant.unitId) return 'permitted'
  if (reach === 'subtree' && target.ancestors?.includes(actor.grant.unitId)) return 'permitted'
  return 'out-of-scope'
}

/** Whether a role could do an action somewhere: for showing or hiding a way on a screen before its target is known. */
export function mayEver(permission: Permission, role: Role | null): boolean {
  return Boolean(permission.public || permission.signedIn || permission.self || (role && permission.roles?.[role]))
}
