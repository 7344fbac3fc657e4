import { queryClient } from './api.ts'
import { sessionQuery } from './session.ts'
import { BEFOREHAND } from './session-link.ts'

/** What an address names in its path, and what a page made of the rest. */
type Open = (params: Readonly<Record<string, string>>, search: object) => unknown

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Asks for what the page opens with, so that it goes to the server together with the question who is signed in. */
    opensWith?: Open
  }
}

/** For the options of a question in `opensWith`. */
export const beforehand = { trpc: { context: { [BEFOREHAND]: true } } }

/** Asks for what the pages of an address open with, as long as it is not known who is signed in; later they ask themselves. */
export function askBeforehand(
  matches: readonly { readonly staticData: { opensWith?: Open }; params: unknown; search: unknown }[],
): void {
  if (queryClient.getQueryData(sessionQuery.queryKey)) return
  for (const { staticData, params, search } of matches) {
    staticData.opensWith?.(params as Parameters<Open>[0], search as Parameters<Open>[1])
  }
}
