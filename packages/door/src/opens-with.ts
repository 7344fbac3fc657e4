import { queryClient } from './api.ts'
import { sessionQuery } from './session.ts'
import { BEFOREHAND } from './session-link.ts'

type Open = (params: Readonly<Record<string, string>>) => unknown

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
  matches: readonly { readonly staticData: { opensWith?: Open }; params: unknown }[],
): void {
  if (queryClient.getQueryData(sessionQuery.queryKey)) return
  for (const { staticData, params } of matches) staticData.opensWith?.(params as Parameters<Open>[0])
}
