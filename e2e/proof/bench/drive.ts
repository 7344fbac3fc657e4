import http from 'node:http'
import { percentile } from '../figure.ts'

/** Requests over connections that stay open, as a browser's do. */
export class Line {
  readonly #agent: http.Agent
  readonly #origin: URL

  constructor(url: string, connections: number) {
    this.#origin = new URL(url)
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  }

  /** Sends one request, from an address of this machine where one is named, and reads its answer to the end. Anything but success and "not changed" is an error. */
  send(path: string, headers: Readonly<Record<string, string>>, body?: string, localAddress?: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.#origin
      const method = body === undefined ? 'GET' : 'POST'
      const from = localAddress === undefined ? {} : { localAddress }
      const asked = { agent: this.#agent, hostname, port, path, method, headers, ...from }
      const request = http.request(asked, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const content = Buffer.concat(chunks)
          const status = answer.statusCode ?? 0
          if (status === 304 || (status >= 200 && status < 300)) resolve(content)
          else reject(new Error(`${status} ${path.slice(0, 80)}: ${content.toString('utf8', 0, 200)}`))
        })
      })
      request.on('error', reject)
      request.end(body)
    })
  }

  /** A procedure's answer: a question where there is no idempotency key to send. */
  async call<T>(procedure: string, input: unknown, cookie: string, key?: string): Promise<T> {
    const headers = { cookie, 'x-dangjian': '1' }
    const written = JSON.stringify(input)
    const answer =
      key === undefined
        ? await this.send(`/trpc/${procedure}?input=${encodeURIComponent(written)}`, headers)
        : await this.send(
            `/trpc/${procedure}`,
            { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
            written,
          )
    return (JSON.parse(answer.toString()) as { result: { data: T } }).result.data
  }

  close(): void {
    this.#agent.destroy()
  }
}

export interface Driven {
  readonly done: number
  /** Done a second. */
  readonly rate: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly errors: readonly string[]
}

/** Does the same thing over and over, `concurrent` at a time, each beginning when its last one ended. */
export async function drive(
  concurrent: number,
  seconds: number,
  once: (lane: number, n: number) => Promise<unknown>,
): Promise<Driven> {
  const took: number[] = []
  const errors: string[] = []
  const begun = performance.now()
  const end = begun + seconds * 1000
  await Promise.all(
    Array.from({ length: concurrent }, async (_, lane) => {
      for (let n = 0; performance.now() < end; n += 1) {
        const start = performance.now()
        try {
          await once(lane, n)
          took.push(performance.now() - start)
        } catch (error) {
          errors.push((error as Error).message)
          if (errors.length > 100) return
        }
      }
    }),
  )
  const rate = (took.length / (performance.now() - begun)) * 1000
  const [p50, p95, p99] = [percentile(took, 0.5), percentile(took, 0.95), percentile(took, 0.99)]
  return { done: took.length, rate, p50, p95, p99, errors }
}
