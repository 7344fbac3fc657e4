import { randomUUID } from 'node:crypto'
import { DEMO_PASSWORD } from '../../harness/sign-in.ts'
import type { Procedure } from './procedures.ts'

/** What came back for one input. */
export interface Answer {
  readonly status: number
  readonly text: string
  /** What the procedure answered, where it did. */
  readonly data?: unknown
  /** For how long the request took, in milliseconds. */
  readonly ms: number
}

interface Item {
  readonly result?: { readonly data?: unknown }
  readonly error?: { readonly data?: { readonly httpStatus: number } }
}

/** So much fits into a request, and so many calls. */
const BATCH = 10
const BATCH_BYTES = 600_000
const ADDRESS = 2000
/** The server reads no more than this. */
const BODY_LIMIT = 1024 * 1024
const PATIENCE = 60_000

/** Somebody who asks over HTTP, as nobody in particular until signed in. */
export class Asker {
  readonly name: string
  roles: readonly string[] = []
  /** Where they act. */
  unitId: string | undefined
  readonly #url: string
  readonly #headers: Record<string, string> = { 'x-dangjian': '1', 'content-type': 'application/json' }

  constructor(url: string, name: string) {
    this.#url = url
    this.name = name
  }

  async signIn(): Promise<boolean> {
    delete this.#headers['cookie']
    const body = JSON.stringify({ username: this.name, password: DEMO_PASSWORD })
    const entered = await fetch(`${this.#url}/trpc/access.signIn`, { method: 'POST', headers: this.#headers, body })
    if (entered.ok)
      this.#headers['cookie'] = entered.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; ')
    return entered.ok
  }

  get signedIn(): boolean {
    return 'cookie' in this.#headers
  }

  async upload(name: string, content: string, purpose: string): Promise<string | undefined> {
    const body = new FormData()
    body.append('file', new Blob([content]), name)
    const { 'content-type': _, ...headers } = this.#headers
    const answer = await fetch(`${this.#url}/files?purpose=${purpose}`, { method: 'POST', headers, body })
    return answer.status === 201 ? ((await answer.json()) as { fileId: string }).fileId : undefined
  }

  /** Asks with inputs, each written as JSON ('' for none); questions several in one request, commands each with a key of its own. */
  async ask(
    procedure: Procedure,
    inputs: readonly string[],
    singly = procedure.type === 'mutation',
  ): Promise<Answer[]> {
    const batches: string[][] = [[]]
    let bytes = 0
    for (const input of inputs) {
      if (batches.at(-1)?.length === (singly ? 1 : BATCH) || bytes + input.length * 3 > BATCH_BYTES) {
        batches.push([])
        bytes = 0
      }
      bytes += input.length * 3
      batches.at(-1)?.push(input)
    }
    const answers = await Promise.all(batches.map((batch) => this.#send(procedure, batch)))
    return answers.flat()
  }

  async #send({ path, type }: Procedure, inputs: readonly string[]): Promise<Answer[]> {
    const all = `{${inputs.flatMap((input, n) => (input ? `"${n}":${input}` : [])).join()}}`
    const paths = inputs.map(() => path).join()
    const asked = `${this.#url}/trpc/${paths}?batch=1`
    // What is too long for an address may even be too long to be encoded for one.
    const address = all.length < ADDRESS ? `${asked}&input=${encodeURIComponent(all)}` : undefined
    const begun = performance.now()
    try {
      const headers = { ...this.#headers, 'idempotency-key': randomUUID() }
      const signal = AbortSignal.timeout(PATIENCE)
      const answer = await (type === 'query' && address && address.length < ADDRESS
        ? fetch(address, { headers, signal })
        : fetch(asked, { method: 'POST', headers, body: all, signal }))
      return answersIn(answer.status, await answer.text(), inputs.length, performance.now() - begun)
    } catch (error) {
      const ms = performance.now() - begun
      // Refused before it was sent to its end: the line is closed, and its 413 may come too late to be read.
      if (Buffer.byteLength(all) > BODY_LIMIT) return inputs.map(() => ({ status: 413, text: '', ms }))
      return inputs.map(() => ({ status: 0, text: String((error as Error).cause ?? error), ms }))
    }
  }
}

function answersIn(status: number, text: string, count: number, ms: number): Answer[] {
  const whole = Array.from({ length: count }, () => ({ status, text, ms }))
  let items: unknown
  try {
    items = JSON.parse(text)
  } catch {
    return whole
  }
  if (!Array.isArray(items) || items.length !== count) return whole
  return (items as Item[]).map((item) => ({
    status: item.error ? (item.error.data?.httpStatus ?? status) : 200,
    text: JSON.stringify(item),
    data: item.result?.data,
    ms,
  }))
}
