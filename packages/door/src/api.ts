import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, retryLink, splitLink, TRPCClientError } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '@dangjian/api/router'
import { actingGrant } from './acting-grant.ts'
import { openingFetch } from './early-answer.ts'
import { IDEMPOTENCY_KEY, idempotencyLink } from './idempotency-link.ts'
import { leavingFetch } from './leaving-fetch.ts'
import { pageLink } from './page-link.ts'
import { sessionLink } from './session-link.ts'

const URL = '/trpc'
const TRIES = 3
const LONG_INPUT = 600

function headers(more: Record<string, string> = {}): Record<string, string> {
  const grant = actingGrant()
  // The first header cannot be sent by a foreign page without asking first: it is half of the CSRF guard.
  return { 'x-dangjian': '1', ...(grant ? { 'x-acting-grant': grant } : {}), ...more }
}

/** What the server says when it refuses or fails. */
export type ApiError = TRPCClientError<AppRouter>

export function isApiError(error: unknown): error is ApiError {
  return error instanceof TRPCClientError
}

/** Worth another try by itself: the line broke, or the server is busy for a moment. */
function isPassing(error: ApiError): boolean {
  if (!error.data) return true
  return error.data.httpStatus >= 502 || error.data.refusal === 'too-busy'
}

export const client = createTRPCClient<AppRouter>({
  links: [
    sessionLink,
    pageLink,
    idempotencyLink,
    retryLink({
      retry: ({ error, attempts }) => attempts < TRIES && isPassing(error),
      retryDelayMs: (attempt) => 400 * 2 ** attempt,
    }),
    splitLink({
      condition: (op) => op.type === 'mutation',
      true: httpLink({
        url: URL,
        fetch: leavingFetch,
        headers: ({ op }) => headers({ 'idempotency-key': String(op.context[IDEMPOTENCY_KEY]) }),
      }),
      // A question too long for an address (an import's corrections), or with a secret in it, is posted; the rest goes as
      // GET, several at once.
      false: splitLink({
        condition: (op) => op.context.posted === true || JSON.stringify(op.input ?? null).length > LONG_INPUT,
        true: httpLink({ url: URL, methodOverride: 'POST', headers: () => headers() }),
        false: httpBatchLink({
          url: URL,
          fetch: openingFetch,
          maxItems: 10,
          maxURLLength: 8000,
          headers: () => headers(),
        }),
      }),
    }),
  ],
})

export const queryClient = new QueryClient({
  defaultOptions: {
    // The links above retry what is worth it.
    queries: { retry: false, staleTime: 15_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})

const api = createTRPCOptionsProxy<AppRouter>({ client, queryClient })

/** Every procedure, typed: `useQuery(useApi().tasks.listTasks.queryOptions({ … }))`. */
export function useApi() {
  return api
}

/** The same outside components: for route loaders. */
export { api }
