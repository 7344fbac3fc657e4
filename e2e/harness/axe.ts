import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from 'vitest'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { journeyOf } from './open-page.ts'
import { databaseKinds } from './product.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * The page as it stands has no violation of WCAG 2.2 AA and does not scroll sideways. How it looks does not hang on the
 * database: over the first of them it is looked at.
 */
export async function axe(page: Page): Promise<void> {
  // A page that still loads is not the page. One without a heading is for axe to report.
  const there = () =>
    document.querySelector('h1') && !document.querySelector('[aria-busy=true], .mantine-Skeleton-root')
  await page.waitForFunction(there, undefined, { timeout: 10_000 }).catch(() => undefined)
  if (journeyOf(page)?.kind !== databaseKinds[0]) return
  expect(await violationsOf(page, [...wcag, 'best-practice']), `${page.url()} is not accessible`).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `${page.url()} scrolls sideways, by so many pixels`).toBeLessThanOrEqual(0)
}

/** The same in light and in dark, and back. */
export async function axeInBothSchemes(page: Page): Promise<void> {
  const first = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  for (const dark of [!first, first]) {
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await axe(page)
  }
}

/** One line a violation: the rule, what it says, and where. */
export async function violationsOf(page: Page, tags: readonly string[] = wcag): Promise<string[]> {
  await settled(page)
  const options: RunOptions = { runOnly: [...tags], resultTypes: ['violations'] }
  // Evaluated through the debugger, which the page's content policy does not concern.
  await page.evaluate(source)
  const results = await page.evaluate(
    (given) => (window as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(given),
    options,
  )
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ')
      return `${id}: ${help} — ${target.join(' ')} — ${html.slice(0, 200)} — ${why}`
    }),
  )
}

/** Colours in the middle of a transition are no colours of ours. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const passing = document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.race([
      Promise.allSettled(passing.map((each) => each.finished)),
      new Promise((resolve) => setTimeout(resolve, 1000)),
    ])
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}
