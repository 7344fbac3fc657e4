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
/** Where nothing happens, a finger taps again after so long. */
const AGAIN_AFTER_MS = 500
/** What the page tells us by. */
const TOLD = 'toldByPhone'

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
    await page.addInitScript(watch, { read, tap, told: TOLD })
    const session = await context.newCDPSession(page)
    await session.send('Runtime.enable')
    await session.send('Runtime.addBinding', { name: TOLD })
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', LINE)
    await session.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR })
    const visit = async (): Promise<PhoneVisit> => {
      await page.goto('about:blank')
      const [answered] = await Promise.all([tapUntilAnswered(session), page.goto(path, { waitUntil: 'commit' })])
      return answered
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

/** A finger that taps as soon as there is something to read and to tap, and again where nothing happens. */
async function tapUntilAnswered(session: CDPSession): Promise<PhoneVisit> {
  const [{ at: readable }, { x, y }] = await Promise.all([toldBy(session, 'readable'), toldBy(session, 'tappable')])
  const tap = () => {
    void session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    void session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  const finger = setInterval(tap, AGAIN_AFTER_MS)
  tap()
  try {
    const { at: usable } = await toldBy(session, 'usable')
    return { readable, usable }
  } finally {
    clearInterval(finger)
  }
}

type What = keyof PhoneVisit | 'tappable'

/** What the page's watch tells: when it was painted, and where the finger finds its button. */
interface Told {
  readonly what: What
  readonly at: number
  readonly x: number
  readonly y: number
}

function toldBy(session: CDPSession, what: What): Promise<Told> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The page was not ${what} within two minutes.`)), PATIENCE_MS)
    session.on('Runtime.bindingCalled', function hear({ name, payload }) {
      if (name !== TOLD) return
      const told = JSON.parse(payload) as Told
      if (told.what !== what) return
      clearTimeout(late)
      session.off('Runtime.bindingCalled', hear)
      resolve(told)
    })
  })
}

/**
 * Runs in the page before all else, and may have nothing of this file: tells when what was awaited has been painted. It
 * tells by itself: a question of ours would have its own script read by the slowed processor first.
 */
function watch({ read, tap, told }: { read: readonly string[]; tap: string; told: string }): void {
  const tell = (globalThis as unknown as Record<string, (payload: string) => void>)[told]
  const noted = new Set<string>()
  const note = (what: string) => {
    if (noted.has(what)) return
    noted.add(what)
    requestAnimationFrame(() =>
      setTimeout(() => {
        const { x, y, width, height } = document.querySelector(tap)?.getBoundingClientRect() ?? new DOMRect()
        tell?.(JSON.stringify({ what, at: performance.now(), x: x + width / 2, y: y + height / 2 }))
      }),
    )
  }
  const look = () => {
    const button = document.querySelector(tap)
    if (read.every((each) => document.querySelector(each)?.textContent?.trim())) note('readable')
    if (noted.has('readable') && button) note('tappable')
    if (button?.getAttribute('aria-expanded') === 'true') note('usable')
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
