import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { violationsOf } from '../harness/axe.ts'
import { launch } from '../harness/chromium.ts'
import { root } from '../harness/folders.ts'
import { serveFolder, type FolderServer } from '../harness/serve-folder.ts'

interface StoryEntry {
  readonly id: string
  readonly title: string
  readonly name: string
  readonly type: 'story' | 'docs'
}

const folder = path.join(root, 'packages/ui/storybook-static')
const index = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as {
  entries: Record<string, StoryEntry>
}
const stories = Object.values(index.entries).filter(({ type }) => type === 'story')

describe('each story of a shared part draws, plays and is accessible, in light and in dark', () => {
  let server: FolderServer
  let browser: Browser
  let page: Page
  let troubles: string[] = []
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([serveFolder(folder), launch(inject('chromium'))])
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, reducedMotion: 'reduce' })
    page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(error.stack ?? error.message))
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(server.url))
        troubles.push(`called ${request.url()}`)
    })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it.each(stories.map(({ id, title, name }) => [`${title} ${name}`, id] as const))('%s', async (_name, id) => {
    for (const scheme of ['light', 'dark']) {
      troubles = []
      // The addon would look as well; ours is the one that counts here.
      await page.goto(`${server.url}/iframe.html?id=${id}&viewMode=story&globals=scheme:${scheme};a11y.manual:!true`)
      expect(await drawn(page), `${scheme}: how drawing it ended`).toMatch(/^(completed|finished)$/)
      expect(await violationsOf(page), scheme).toEqual([])
      expect(troubles, scheme).toEqual([])
    }
  })
})

/** Waits until a story has been drawn and its play has come to an end; answers how. */
async function drawn(page: Page): Promise<string> {
  const phase = await page.waitForFunction(() => {
    const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
      __STORYBOOK_PREVIEW__?: { currentRender?: { phase?: string } }
    }
    const now = preview?.currentRender?.phase ?? ''
    return /^(completed|finished|errored|aborted)$/.test(now) ? now : false
  })
  return String(await phase.jsonValue())
}
