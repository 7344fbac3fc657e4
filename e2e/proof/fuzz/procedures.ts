import type { z } from 'zod'
import { permissionOf, type Action } from '@dangjian/domain/access'
import { appRouter } from '@dangjian/api/router'

/** A procedure as the router knows it. */
export interface Procedure {
  readonly path: string
  readonly type: 'query' | 'mutation'
  readonly input: z.ZodType
  readonly output: z.ZodType
  /** Who may do it somewhere; everyone where it is empty. */
  readonly roles: readonly string[]
}

interface Definition {
  readonly type: 'query' | 'mutation'
  readonly meta: { readonly action: Action }
  readonly inputs: readonly [z.ZodType]
  readonly output: z.ZodType
}

export function listProcedures(): Procedure[] {
  const procedures = appRouter._def.procedures as unknown as Record<string, { readonly _def: Definition }>
  return Object.entries(procedures).map(([path, { _def }]) => {
    const { type, meta, inputs, output } = _def
    return { path, type, input: inputs[0], output, roles: Object.keys(permissionOf(meta.action).roles ?? {}) }
  })
}
