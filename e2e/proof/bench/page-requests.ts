import type { Page } from 'playwright-core'
import { findChromium, launch } from '../../harness/chromium.ts'
import { DEMO_PASSWORD } from '../../harness/sign-in.ts'

/** A machine that is busy with other things is slow; what never comes is told all the same. */
export const PATIENCE_MS = 120_000

/** A request as a browser sent it. */
export interface PageRequest {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

export interface PageVisit {
  /** What is asked with everything in the browser's cache that may be kept there. */
  readonly warm: readonly PageRequest[]
  /** Of a first visit: how many requests, and how many bytes came over the line. */
  readonly first: { readonly requests: number; readonly bytes: number }
}

/** Opens each page in a real browser, twice, and writes down what it asks the server for. */
export async function visitPages(
  url: string,
  usernameOf: (page: string) => string,
  pages: Readonly<Record<string, string>>,
): Promise<Record<string, PageVisit>> {
  const browser = await launch(await findChromium())
  const visits: Record<string, PageVisit> = {}
  try {
    for (const [name, path] of Object.entries(pages)) {
      const context = await browser.newContext({ baseURL: url, viewport: { width: 390, height: 844 } })
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      await signInOn(page, usernameOf(name))
      const lines = await context.newCDPSession(page)
      await lines.send('Network.enable')
      let asked = new Map<string, { path: string; headers: Record<string, string>; cached: boolean; bytes: number }>()
      const of = (id: string) => {
        let one = asked.get(id)
        if (!one) asked.set(id, (one = { path: '', headers: {}, cached: false, bytes: 0 }))
        return one
      }
      lines.on('Network.requestWillBeSent', ({ requestId, request }) => {
        of(requestId).path = request.url.startsWith(url) ? request.url.slice(url.length) : ''
      })
      lines.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers }) => {
        of(requestId).headers = plainHeaders(headers)
      })
      lines.on('Network.requestServedFromCache', ({ requestId }) => {
        of(requestId).cached = true
      })
      lines.on('Network.responseReceived', ({ requestId, response }) => {
        if (response.fromDiskCache) of(requestId).cached = true
      })
      lines.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        of(requestId).bytes = encodedDataLength
      })
      const visit = async () => {
        asked = new Map()
        await page.goto(path)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        await page.waitForLoadState('networkidle')
        return [...asked.values()].filter((each) => each.path.startsWith('/') && !each.cached)
      }
      await lines.send('Network.clearBrowserCache')
      // What signing in brought along is no part of a first visit's saving.
      await page.goto('about:blank')
      await lines.send('Network.clearBrowserCache')
      const first = await visit()
      await page.goto('about:blank')
      await visit()
      await page.goto('about:blank')
      const warm = await visit()
      visits[name] = {
        warm: warm.map(({ path: asking, headers }) => ({ path: asking, headers })),
        first: { requests: first.length, bytes: first.reduce((sum, { bytes }) => sum + bytes, 0) },
      }
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return visits
}

/** What a load generator may send again: not the cookie, which is another person's, and nothing about the connection. */
function plainHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !/^(:|cookie$|host$|connection$)/i.test(name))
  return Object.fromEntries(kept)
}

/** Signs a demo account in without typing. */
export async function signInOn(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in')
  await page.evaluate(signIn, { username, password: DEMO_PASSWORD })
}

/** Runs in the page: it may have nothing of this file. */
async function signIn(account: { username: string; password: string }): Promise<void> {
  const headers = { 'x-dangjian': '1', 'content-type': 'application/json' }
  await fetch('/trpc/access.signIn', { method: 'POST', headers, body: JSON.stringify(account) })
}
