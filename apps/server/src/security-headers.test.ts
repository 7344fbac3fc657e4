import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer('sqlite')
})
afterAll(() => server.stop())

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}${path}`, { method, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

const nothing = '00000000-0000-7000-8000-000000000000'
const answers: readonly [string, () => Promise<Answer>, number | null][] = [
  ['the school', () => ask('GET', '/'), null],
  ['the console', () => ask('GET', '/admin/'), null],
  ['an address that is not there', () => ask('GET', '/assets/none.js'), 404],
  ['a procedure', () => ask('GET', '/trpc/access.session'), 200],
  ['a procedure that asks for a sign-in', () => ask('GET', `/trpc/training.showHome`), 401],
  [
    'a procedure whose address says things twice',
    () => ask('GET', '/trpc/access.session?batch=0&batch=1&input=&input=x'),
    200,
  ],
  ['a procedure that is not there', () => ask('GET', '/trpc/access.none'), 404],
  ['a file that is not there', () => ask('GET', `/files/${nothing}`), null],
  ['a certificate that is not there', () => ask('GET', `/certificates/${nothing}.pdf`), null],
  ['the check of a certificate', () => ask('GET', '/verify/none'), null],
  ['health', () => ask('GET', '/healthz'), 200],
  [
    'a change from another site',
    () => ask('POST', '/trpc/access.signOut', { origin: 'https://elsewhere.example' }),
    403,
  ],
  ['plain HTTP under another name', () => ask('GET', '/', { host: 'dangjian.example' }), 421],
]

describe('the headers of', () => {
  it.each(answers)('%s keep foreign scripts, frames and guesses out', async (_name, asked, status) => {
    const { headers, status: answered } = await asked()
    if (status !== null) expect(answered).toBe(status)
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/(^|; ?)(default-src '(self|none)')/)
    expect(policy).not.toMatch(/script-src[^;]*('unsafe|\*|https?:)/)
    expect(policy.includes("frame-ancestors 'none'") || policy.startsWith('sandbox')).toBe(true)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toMatch(/^(same-origin|no-referrer)$/)
    expect(headers['strict-transport-security']).toMatch(/max-age=31536000/)
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBe(undefined)
    expect(headers['access-control-allow-origin']).toBe(undefined)
  })

  it('a procedure let nothing between the server and the browser keep its answer', async () => {
    const { headers } = await ask('GET', '/trpc/access.session')
    expect(headers['cache-control']).toBe('no-store')
  })
})
