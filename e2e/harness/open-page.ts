import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { resultsFolder } from './folders.ts'
import type { Journey } from './journey.ts'
import { pagePath } from './sign-in.ts'

export interface PageOptions {
  readonly door: 'admin' | 'school'
  /** 390 x 844 with a finger, or 1440 x 900 with a mouse. */
  readonly width?: 'phone' | 'desktop'
  readonly language?: 'zh-CN' | 'en'
  readonly scheme?: 'light' | 'dark'
  /** Within the door, with its leading slash; its first page where left out. */
  readonly path?: string
}

interface WatchedPage {
  readonly page: Page
  readonly troubles: string[]
  readonly forgiven: RegExp[]
}

const opened = new Map<Journey, WatchedPage[]>()
export const pagesOf = (journey: Journey): readonly WatchedPage[] => opened.get(journey) ?? []

export function journeyOf(page: Page): Journey | undefined {
  return [...opened].find(([, pages]) => pages.some((each) => each.page === page))?.[0]
}

/** Opens a page in a browser profile of its own: another person, another device. */
export async function openPage(journey: Journey, options: PageOptions): Promise<Page> {
  const { door, width = 'desktop', language = 'zh-CN', scheme = 'light' } = options
  const phone = width === 'phone'
  const context = await journey.browser.newContext({
    baseURL: journey.url,
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    isMobile: phone,
    hasTouch: phone,
    deviceScaleFactor: phone ? 2 : 1,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    colorScheme: scheme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  await context.addInitScript((chosen) => {
    // Only the first page begins with it: a journey may change the language itself.
    if (!localStorage.getItem('dangjian-language')) localStorage.setItem('dangjian-language', chosen)
  }, language)
  const page = await context.newPage()
  // A busy machine is slow; what never comes is told all the same.
  page.setDefaultTimeout(45_000)
  watch(journey, page)
  await page.goto(pagePath(door, options.path ?? '/'))
  return page
}

/** Says that a trouble is part of the journey, e.g. a lost line. */
export function forgive(page: Page, pattern: RegExp): void {
  for (const pages of opened.values()) pages.find((each) => each.page === page)?.forgiven.push(pattern)
}

function watch(journey: Journey, page: Page): void {
  const watched: WatchedPage = { page, troubles: [], forgiven: [] }
  opened.set(journey, [...pagesOf(journey), watched])
  const note = (trouble: string): void => {
    if (!watched.forgiven.some((pattern) => pattern.test(trouble))) watched.troubles.push(trouble)
  }
  page.on('pageerror', (error) => note(`${page.url()} threw ${error.stack ?? error.message}`))
  page.on('crash', () => note(`${page.url()} crashed`))
  page.on('console', (message) => {
    // A refusal (4xx) is an answer; the browser reports it as if it were a fault.
    const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())
    if (message.type() === 'error' && !refusal) note(`${page.url()} complained: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) note(`${response.request().method()} ${response.url()} answered ${response.status()}`)
  })
  const own = new URL(journey.url).host
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^(http|ws)s?:$/.test(url.protocol) && url.host !== own)
      note(`${page.url()} called a foreign host: ${url.href}`)
  })
}

/** Closes all pages of a journey, with a picture of each where the test has failed. */
export async function closePages(journey: Journey, failed: string | undefined): Promise<void> {
  for (const [index, { page }] of pagesOf(journey).entries()) {
    if (failed && !page.isClosed()) {
      await mkdir(path.join(resultsFolder, 'failures'), { recursive: true })
      const file = `${failed.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100)}-${index + 1}.png`
      await page.screenshot({ path: path.join(resultsFolder, 'failures', file), fullPage: true }).catch(() => undefined)
    }
    await page.context().close()
  }
  opened.delete(journey)
}
