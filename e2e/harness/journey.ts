import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import type { Browser } from 'playwright-core'
import type { DatabaseKind } from '@dangjian/db/testing/both-databases'
import { launch } from './chromium.ts'
import { closePages, pagesOf } from './open-page.ts'
import { startProduct, type Product } from './product.ts'

export { axe, axeInBothSchemes } from './axe.ts'
export { forgive, openPage, type PageOptions } from './open-page.ts'
export { databaseKinds, installProduct, startProduct, type Product } from './product.ts'
export { signInAs, signInFromList } from './sign-in.ts'

/** What a journey holds: it has an address and a browser from the first test on. */
export interface Journey {
  readonly kind: DatabaseKind
  readonly url: string
  readonly browser: Browser
}

/**
 * Gives a suite a product and a browser of its own. After each test, its pages are closed; a test fails also when a
 * page threw, complained in its console, was answered with a 5xx or called a foreign host. Failures leave pictures.
 * What is started is a copy of the demo unless told.
 */
export function useProduct(kind: DatabaseKind, start = startProduct): Journey {
  let product: Product | undefined
  let browser: Browser | undefined
  const open = <T>(value: T | undefined): T => {
    if (!value) throw new Error('The product runs only while tests do.')
    return value
  }
  const journey: Journey = {
    kind,
    get url() {
      return open(product).url
    },
    get browser() {
      return open(browser)
    },
  }
  beforeAll(async () => {
    ;[product, browser] = await Promise.all([start(kind), launch(inject('chromium'))])
  }, 180_000)
  afterEach(async ({ task }) => {
    const troubles = pagesOf(journey).flatMap((page) => page.troubles)
    await closePages(
      journey,
      task.result?.state === 'fail' || troubles.length > 0 ? `${task.name} (${kind})` : undefined,
    )
    if (troubles.length > 0) throw new Error(`The pages were not in order:\n${troubles.join('\n')}`)
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })
  return journey
}
