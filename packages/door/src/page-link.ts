import type { TRPCLink } from '@trpc/client'
import type { AppRouter } from '@dangjian/api/router'

/**
 * Takes the direction off the asking for a page of a list: the query library adds it, our lists go one way by their
 * cursor, and the server refuses what an input does not name.
 */
export const pageLink: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    next(op.type === 'query' ? { ...op, input: withoutDirection(op.input) } : op)

function withoutDirection(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('direction' in input)) return input
  const { direction, ...rest } = input
  return direction === 'forward' || direction === 'backward' ? rest : input
}
