import type { Browser, CDPSession, Page } from 'playwright-core'
import { findChromium, launch } from '../../harness/chromium.ts'
import { atMost, percentile, type Figure } from '../figure.ts'
import { PATIENCE_MS } from './page-requests.ts'

/** A cheap phone and its line, as Lighthouse has them: a quarter of this processor, and "slow 4G", which was "fast 3G". */
const PROCESSOR = 4
const LINE = {
  offline: false,
  connectionType: 'cellular3g',
  // Lighthouse's factors: DevTools delays a whole request, and a line each of its ways.
  latency: 150 * 3.75,
  downloadThroughput: ((1.6 * 1024 * 1024) / 8) * 0.9,
  uploadThroughput: ((750 * 1024) / 8) * 0.9,
} as const
/** In milliseconds: what a page may take on such a phone, by Alex Russell's "Can You Afford It?" (2017). */
const [FIRST, AGAIN] = [5000, 2000]

/** A page, when it can be read, and what is tapped to see whether it answers: that becomes `aria-expanded`. */
export interface PhonePage {
  readonly path: string
  /** All of these stand there with text in them. */
  readonly read: readonly string[]
  readonly tap: string
}

/** In milliseconds from the beginning of the visit. */
export interface PhoneVisit {
  readonly readable: number
  readonly usable: number
}

/** Visits a page with nothing in the cache, and once more with what the first visit left there. */
export async function visitByPhone(
  browser: Browser,
  url: string,
  { path, read, tap }: PhonePage,
  prepare: (page: Page) => Promise<void>,
): Promise<{ first: PhoneVisit; second: PhoneVisit }> {
  const phone = { viewport: { width: 360, height: 800 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }
  const context = await browser.newContext({ baseURL: url, locale: 'zh-CN', ...phone })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    await prepare(page)
    await page.addInitScript(watch, { read, tap })
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', LINE)
    await session.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR })
    const visit = async (): Promise<PhoneVisit> => {
      await page.goto('about:blank')
      await page.goto(path, { waitUntil: 'commit' })
      return tapUntilAnswered(page, session, tap)
    }
    await page.goto('about:blank')
    await session.send('Network.clearBrowserCache')
    const first = await visit()
    // What a page fetches for later is part of the first visit.
    await page.waitForLoadState('networkidle')
    return { first, second: await visit() }
  } finally {
    await context.close()
  }
}

/** The median of so many first and second visits to a course page by a learner. */
export async function phoneFigures(
  url: string,
  path: string,
  visits: number,
  signIn: (page: Page) => Promise<void>,
): Promise<Figure[]> {
  const browser = await launch(await findChromium())
  const seen: { first: PhoneVisit; second: PhoneVisit }[] = []
  try {
    const course = { path, read: ['main h1', 'main li'], tap: 'header button[aria-haspopup="menu"]' }
    for (let n = 0; n < visits; n += 1) seen.push(await visitByPhone(browser, url, course, signIn))
  } finally {
    await browser.close()
  }
  const figures = (which: 'first' | 'second', bound: number): Figure[] =>
    (['readable', 'usable'] as const).map((what) => {
      const median = percentile(
        seen.map((each) => each[which][what]),
        0.5,
      )
      return atMost(`course page by a cheap phone on 3G, ${which} visit: ${what}, ms`, median, bound)
    })
  return [...figures('first', FIRST), ...figures('second', AGAIN)]
}

/** A finger that taps again where nothing happens. */
async function tapUntilAnswered(page: Page, session: CDPSession, tap: string): Promise<PhoneVisit> {
  await page.waitForFunction(() => Boolean(window.phone?.readable))
  const box = await page.locator(tap).first().boundingBox()
  if (!box) throw new Error(`${tap} is not to be seen.`)
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    const answered = page.waitForFunction(() => Boolean(window.phone?.usable), undefined, { timeout: 500 })
    const { readable, usable } = await answered.then(
      () => page.evaluate(() => window.phone ?? {}),
      () => ({}) as NonNullable<Window['phone']>,
    )
    if (readable !== undefined && usable !== undefined) return { readable, usable }
  }
  throw new Error(`${tap} did not answer within a minute.`)
}

declare global {
  interface Window {
    phone?: { readable?: number; usable?: number }
  }
}

/** Runs in the page before all else, and may have nothing of this file: notes when what was awaited has been painted. */
function watch({ read, tap }: { read: readonly string[]; tap: string }): void {
  const phone: NonNullable<Window['phone']> = {}
  window.phone = phone
  const painted = (note: () => void) => requestAnimationFrame(() => setTimeout(note))
  const look = () => {
    const all = read.every((each) => document.querySelector(each)?.textContent?.trim())
    const answered = document.querySelector(tap)?.getAttribute('aria-expanded') === 'true'
    if (all && phone.readable === undefined) painted(() => (phone.readable ??= performance.now()))
    if (answered) painted(() => (phone.usable ??= performance.now()))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
