import { describe, expect, it } from 'vitest'
import { axe, axeInBothSchemes, databaseKinds, openPage, signInAs, useProduct } from '../harness/journey.ts'

const figureIn = (text: string): number => Number(/\d+/.exec(text.replace(/^\D*/, ''))?.[0])

describe.each(databaseKinds)('a leader before the panorama (%s)', (kind) => {
  const product = useProduct(kind)

  it('reads the year in a sentence, opens a figure, and finds a list of just that length', async () => {
    const page = await openPage(product, { door: 'admin', path: '/panorama' })
    await signInAs(page, 'leader')
    await page.getByText(/年工作要点共 11 项/).waitFor()
    await axeInBothSchemes(page)
    const overdue = page.getByRole('link', { name: /^其中逾期/ })
    const count = figureIn(await overdue.innerText())
    expect(count).toBeGreaterThan(0)
    await overdue.click()
    await page.getByText(`共 ${count} 项`).waitFor()
    await axe(page)
    await page.getByRole('link', { name: '回到全景图' }).click()
    await page.getByText(/年工作要点共 11 项/).waitFor()
  })

  it('cuts the whole page by one filter that a link carries to a colleague', async () => {
    const page = await openPage(product, { door: 'admin', path: '/panorama?category=agriculture' })
    await signInAs(page, 'leader')
    const field = page.getByRole('region', { name: '学会一览' })
    await field.getByText(/^农科/).waitFor()
    expect(await field.getByText(/^理科/).count()).toBe(0)
    expect(await page.getByRole('row', { name: /^理科/ }).count()).toBe(0)
  })

  it('comes back from a bar and from a gap in the coverage to the panorama as it was, and the wall names its filters', async () => {
    const page = await openPage(product, { door: 'admin', path: '/panorama?section=1' })
    await signInAs(page, 'leader')
    await page.getByText(/年工作要点中所选的/).waitFor()
    const before = new URL(page.url()).search
    await page.getByRole('button', { name: '看数据表' }).first().click()
    await page.locator('figure').first().getByRole('cell').getByRole('link').first().click()
    await page.getByRole('heading', { level: 1, name: '任务清单' }).waitFor()
    expect(new URL(page.url()).searchParams.get('item')).not.toBeNull()
    await page.getByRole('link', { name: '回到全景图' }).click()
    await page.getByText(/年工作要点中所选的/).waitFor()
    expect(new URL(page.url()).search).toBe(before)
    await page
      .getByRole('link', { name: /缺 \d+/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: '全国学会' }).waitFor()
    await page.getByRole('link', { name: '回到全景图' }).click()
    await page.getByRole('button', { name: '大屏' }).click()
    await page.getByRole('list', { name: '全景图筛选' }).getByText('工作要点：').waitFor()
    await axe(page)
  })

  it('looks at the people of one society, found by its name, and a colleague at the same', async () => {
    const page = await openPage(product, { door: 'admin', path: '/organisation/people' })
    await signInAs(page, 'leader')
    const total = page.getByText(/^共 \d+ 人/)
    const all = figureIn(await total.innerText())
    await page
      .getByRole('combobox', { name: '所在组织' })
      .or(page.getByRole('textbox', { name: '所在组织' }))
      .fill('化学')
    const found = page.getByRole('option', { name: /化学会$|化学学会$/ }).first()
    const society = await found.innerText()
    await found.click()
    await page.waitForURL(/unit=/)
    await expect.poll(async () => figureIn(await total.innerText())).toBeLessThan(all)
    await axeInBothSchemes(page)
    const colleague = await openPage(product, { door: 'admin', path: page.url().replace(/.*\/admin/, '') })
    await signInAs(colleague, 'leader')
    await expect.poll(() => colleague.getByLabel('所在组织').first().inputValue()).toBe(society)
    expect(figureIn(await colleague.getByText(/^共 \d+ 人/).innerText())).toBe(figureIn(await total.innerText()))
  })

  it('hears every chart as a table', async () => {
    const page = await openPage(product, { door: 'admin', path: '/panorama' })
    await signInAs(page, 'leader')
    await page.getByText(/年工作要点共 11 项/).waitFor()
    const charts = await page.getByRole('button', { name: '看数据表' }).count()
    expect(charts).toBeGreaterThanOrEqual(4)
    for (let n = 0; n < charts; n += 1) await page.getByRole('button', { name: '看数据表' }).first().click()
    expect(await page.locator('figure table:visible').count()).toBe(charts)
    await axeInBothSchemes(page)
  })

  it('goes on a phone from an item down to a clause and to all that answers it', async () => {
    const page = await openPage(product, { door: 'admin', width: 'phone', path: '/panorama' })
    await signInAs(page, 'leader')
    await page.getByText(/年工作要点共 11 项/).waitFor()
    await axeInBothSchemes(page)
    await page.getByRole('button', { name: /^1\. / }).click()
    await page.getByRole('listitem').filter({ hasText: '已有任务' }).first().getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: '条款溯源' }).waitFor()
    await page.getByRole('heading', { name: '办它的任务' }).waitFor()
    expect(await page.getByText(/家学会承办/).count()).toBeGreaterThan(0)
    await axeInBothSchemes(page)
  })

  it('turns the pages of the wall by key and leaves it', async () => {
    const page = await openPage(product, { door: 'admin', path: '/panorama?wall=true' })
    await signInAs(page, 'leader')
    await page.getByText('第 1 页，共 4 页').waitFor()
    await axeInBothSchemes(page)
    for (const turned of [2, 3, 4, 1]) {
      await page.keyboard.press('ArrowRight')
      await page.getByText(`第 ${turned} 页，共 4 页`).waitFor()
      await axe(page)
    }
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { level: 1, name: '全景图' }).waitFor()
    expect(new URL(page.url()).search).not.toContain('wall')
  })
})
