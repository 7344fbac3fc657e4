import type { Action, permissionTable } from '@dangjian/domain/access'
import type { Actor } from './context.ts'

type PublicAction = {
  [A in Action]: (typeof permissionTable)[A] extends { readonly public: true } ? A : never
}[Action]
/** Who asks: nobody in particular where the action is public, else somebody signed in. */
export type ActorOf<A extends Action> = A extends PublicAction ? Actor | null : Actor
