import { randomUUID } from 'node:crypto'
import type { ProcedureInfo } from './procedures.ts'

export interface ProcedureAnswer {
  readonly status: number
  readonly text: string
  /** The name of what was refused: `not-found`, `role-lacks-action`, a rule's refusal; '' for an answer. */
  readonly refusal: string
}

export interface Call {
  readonly procedure: Pick<ProcedureInfo, 'path' | 'type'>
  readonly input: unknown
}

/** What one request may carry. */
const BATCH = 10

interface Item {
  readonly error?: {
    readonly message: string
    readonly data: { readonly refusal: string | null; readonly httpStatus: number }
  }
}

/** Calls procedures as a page does, several in one request, and answers in their order. */
export async function callProcedures(
  url: string,
  headers: Readonly<Record<string, string>>,
  calls: readonly Call[],
): Promise<ProcedureAnswer[]> {
  const answers: ProcedureAnswer[] = []
  const batches = (['query', 'mutation'] as const).flatMap((type) => {
    const indexes = [...calls.keys()].filter((index) => calls[index]?.procedure.type === type)
    return chunksOf(indexes, BATCH).map((chunk) => ({ type, chunk }))
  })
  await forEachOf(batches, async ({ type, chunk }) => {
    const paths = chunk.map((index) => calls[index]?.procedure.path).join(',')
    const inputs = JSON.stringify(Object.fromEntries(chunk.map((index, n) => [n, calls[index]?.input])))
    const query = type === 'query' ? `&input=${encodeURIComponent(inputs)}` : ''
    const sent = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: inputs,
    }
    const answer = await fetch(`${url}/trpc/${paths}?batch=1${query}`, type === 'query' ? { headers } : sent)
    const items = (await answer.json()) as readonly Item[]
    for (const [n, index] of chunk.entries()) answers[index] = answerOf(items[n] ?? {})
  })
  return answers
}

function answerOf(item: Item): ProcedureAnswer {
  const { error } = item
  return {
    status: error?.data.httpStatus ?? 200,
    text: JSON.stringify(item),
    refusal: error ? (error.data.refusal ?? error.message) : '',
  }
}

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))
}

/** Runs work on every element, a few at a time. */
export async function forEachOf<T>(all: readonly T[], work: (each: T) => Promise<void>, atOnce = 4): Promise<void> {
  const waiting = all.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const each of waiting) await work(each)
    }),
  )
}
