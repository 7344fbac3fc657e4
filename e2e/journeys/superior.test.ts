import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { axe, axeInBothSchemes, databaseKinds, openPage, signInAs, useProduct } from '../harness/journey.ts'

const remaining = async (page: Page): Promise<number> =>
  Number(
    /\d+/.exec(
      await page
        .getByText(/还有 \d+ 件待审核/)
        .first()
        .innerText(),
    )?.[0],
  )

/** Waits until the article of another piece of work is open. */
async function nextAfter(page: Page, before: string): Promise<string> {
  await page.waitForFunction((name) => {
    const open = document.querySelector('article')?.getAttribute('aria-label')
    return Boolean(open) && open !== name && Boolean(document.querySelector('article button'))
  }, before)
  return (await page.getByRole('article').getAttribute('aria-label')) ?? ''
}

/** Accepts by key, once all the evidence is on the screen. */
async function accept(page: Page): Promise<void> {
  await page.locator('article button:not([aria-disabled])', { hasText: /^办结/ }).waitFor()
  await page.keyboard.press('a')
}

const openWork = async (page: Page): Promise<string> =>
  (await page.getByRole('article').getAttribute('aria-label')) ?? ''

describe.each(databaseKinds)('the superior (%s)', (kind) => {
  const product = useProduct(kind)

  it('reviews by key: the evidence is read in place, and the next opens by itself', async () => {
    const page = await openPage(product, { door: 'admin' })
    await signInAs(page, 'plan')
    await axeInBothSchemes(page)
    await page
      .getByRole('link', { name: /^审核：/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: '审核报送' }).waitFor()
    let open = await nextAfter(page, '')
    for (let n = 0; n < 30 && (await page.locator('article section[aria-label$=".pdf"]').count()) === 0; n += 1) {
      await page.keyboard.press('j')
      open = await nextAfter(page, open)
    }
    await page.locator('article section[aria-label$=".pdf"] canvas').first().waitFor()
    await axeInBothSchemes(page)

    const before = await remaining(page)
    for (let n = 0; n < 6; n += 1) {
      await accept(page)
      open = await nextAfter(page, open)
    }
    expect(await remaining(page)).toBe(before - 6)

    const reason = '请补充签到表，并写明时间。'
    await page.keyboard.press('r')
    await page.getByLabel('退回理由').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('请写明退回的理由').waitFor()
    await axe(page)
    await page.keyboard.type(reason)
    await page.keyboard.press('Control+Enter')
    open = await nextAfter(page, open)
    expect(await remaining(page)).toBe(before - 7)

    await page.keyboard.press('r')
    await page.getByRole('group', { name: '用过的理由' }).getByRole('button', { name: reason }).click()
    await page.getByRole('article').getByRole('button', { name: /^退回/ }).click()
    await nextAfter(page, open)
    expect(await remaining(page)).toBe(before - 8)
  })

  it('takes an acceptance back while it is held, and leaving the page sends what is held', async () => {
    const page = await openPage(product, { door: 'admin', path: '/tasks/review' })
    await signInAs(page, 'plan')
    const first = await nextAfter(page, '')
    const before = await remaining(page)
    await accept(page)
    await nextAfter(page, first)
    // While the bar has the focus its time stands still.
    await page.getByRole('group', { name: '即将办结，可以撤销' }).getByRole('button', { name: /^撤销/ }).focus()
    await axe(page)
    await page.keyboard.press('z')
    await page.waitForFunction((name) => document.querySelector('article')?.getAttribute('aria-label') === name, first)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
    expect(await remaining(page)).toBe(before)

    const closed = page.waitForResponse((answer) => answer.url().includes('closeAssignment') && answer.ok())
    await accept(page)
    await nextAfter(page, first)
    await page.getByRole('link', { name: '工作台' }).first().click()
    await closed

    await page.goBack()
    const second = await nextAfter(page, first)
    await accept(page)
    await nextAfter(page, second)
    // The browser goes somewhere else altogether: the command goes out all the same.
    const address = page.url()
    await page.goto(new URL('/', address).href)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(new URL('/admin/tasks/review', address).href)
    await nextAfter(page, '')
    expect(await openWork(page)).not.toBe(second)
    expect(await remaining(page)).toBe(before - 2)
  })

  it('is told who decided when somebody else was quicker', async () => {
    const [first, second] = await Promise.all(
      [0, 1].map(() => openPage(product, { door: 'admin', path: '/tasks/review' })),
    )
    if (!first || !second) throw new Error('two reviewers')
    await signInAs(first, 'plan')
    await signInAs(second, 'plan')
    const open = await nextAfter(second, '')
    expect(await nextAfter(first, '')).toBe(open)
    await accept(first)
    // The next decision sends what was held back.
    const next = await nextAfter(first, open)
    await accept(first)
    await nextAfter(first, next)
    await first
      .getByText(/^已办结：/)
      .first()
      .waitFor()
    await accept(second)
    await second.getByText(/林知远 在 .* 修改过这里的内容/).waitFor()
    await axe(second)
  })

  it('reviews on a phone: the list, then one with its acts at the bottom', async () => {
    const page = await openPage(product, { door: 'admin', width: 'phone', path: '/tasks/review' })
    await signInAs(page, 'plan')
    const list = page.getByRole('navigation', { name: '待审核的报送' })
    await list.getByRole('link').first().waitFor()
    await axeInBothSchemes(page)
    await list.getByRole('link').nth(1).click()
    await page.getByRole('article').getByRole('button', { name: /^办结/ }).waitFor()
    await axeInBothSchemes(page)
    await page.getByRole('article').getByRole('button', { name: /^办结/ }).click()
    await page
      .getByText(/^已办结：/)
      .first()
      .waitFor()
  })

  it('sees how all societies stand, and reminds the late ones', async () => {
    const page = await openPage(product, { door: 'admin', path: '/tasks/assignments?overdue=true' })
    await signInAs(page, 'plan')
    await page.getByRole('heading', { level: 1, name: '本年任务' }).waitFor()
    await axeInBothSchemes(page)
    await page
      .getByRole('checkbox', { name: /^选择：/ })
      .first()
      .check()
    await page.getByRole('button', { name: '催办所选（1）' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '催办所选（1）' }).click()
    await page.getByText('已催办 1 件').waitFor()
    await axe(page)
  })
})
