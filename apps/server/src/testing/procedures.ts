import type { z } from 'zod'
import type { Action } from '@dangjian/domain/access'
import { appRouter } from '@dangjian/api/router'
import type { ProcedureMeta } from '@dangjian/api/trpc'

/** A procedure as the router knows it. */
export interface ProcedureInfo {
  /** `tasks.closeAssignment`. */
  readonly path: string
  readonly type: 'query' | 'mutation'
  readonly action: Action
  /** Whether the same answer may be given again. */
  readonly kept: boolean
  readonly input: z.ZodType
  readonly output: z.ZodType
}

interface Definition {
  readonly type: 'query' | 'mutation'
  readonly meta?: ProcedureMeta
  readonly inputs: readonly z.ZodType[]
  readonly output?: z.ZodType
}

/** Every procedure there is. One without permission, input or output schema ends the test run: nothing is undeclared. */
export function listProcedures(): ProcedureInfo[] {
  const procedures = appRouter._def.procedures as unknown as Record<string, { readonly _def: Definition }>
  return Object.entries(procedures).map(([path, { _def }]) => {
    const [input] = _def.inputs
    if (!_def.meta || !input || !_def.output) throw new Error(`${path} declares no permission, input or output.`)
    const { action, kept } = _def.meta
    return { path, type: _def.type, action, kept, input, output: _def.output }
  })
}
