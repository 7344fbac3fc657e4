import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client'
import type { AppRouter } from '@dangjian/api/router'
import { DEMO_PASSWORD } from './sign-in.ts'

/** Somebody signed in, who says under which idempotency key each of their writes goes. */
export interface Client {
  readonly api: TRPCClient<AppRouter>
  /** Uploads a file, as evidence unless told, and answers its id. */
  upload(name: string, content: string | Blob, key: string, purpose?: 'evidence' | 'import'): Promise<string>
  /** What says who asks. */
  readonly headers: Readonly<Record<string, string>>
  /** Reads a file back. */
  download(fileId: string): Promise<string>
}

/** For how long an answer is waited for, in milliseconds: a killed server's connections break by themselves. */
const PATIENCE = 20_000

/** Told of every answer. */
export type Watch = (answer: Response) => void

/** Signs in one of the demo's accounts. */
export async function signInClient(url: string, username: string, watch?: Watch): Promise<Client> {
  const headers: Record<string, string> = { 'x-dangjian': '1' }
  const api = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/trpc`,
        headers: ({ op }) => ({
          ...headers,
          'idempotency-key': String(op.context['key'] ?? '') || crypto.randomUUID(),
        }),
        fetch: async (input, init) => {
          const answer = await fetch(input, { ...(init as RequestInit), signal: AbortSignal.timeout(PATIENCE) })
          watch?.(answer.clone())
          return answer
        },
      }),
    ],
  })
  const entered = await fetch(`${url}/trpc/access.signIn`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  })
  if (!entered.ok) throw new Error(`${username} could not sign in: ${await entered.text()}`)
  headers['cookie'] = entered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
  return {
    api,
    headers,
    async upload(name, content, key, purpose = 'evidence') {
      const body = new FormData()
      body.append('file', new Blob([content]), name)
      const answer = await fetch(`${url}/files?purpose=${purpose}`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': key },
        body,
        signal: AbortSignal.timeout(PATIENCE),
      })
      watch?.(answer.clone())
      if (answer.status !== 201) throw new HttpRefusal(answer.status, await answer.text())
      return ((await answer.json()) as { fileId: string }).fileId
    },
    async download(fileId) {
      const answer = await fetch(`${url}/files/${fileId}`, { headers })
      if (!answer.ok) throw new HttpRefusal(answer.status, fileId)
      return answer.text()
    },
  }
}

export class HttpRefusal extends Error {
  readonly status: number

  constructor(status: number, text: string) {
    super(`${status}: ${text.slice(0, 200)}`)
    this.status = status
  }
}
