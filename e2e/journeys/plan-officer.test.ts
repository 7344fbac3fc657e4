import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { axe, axeInBothSchemes, databaseKinds, openPage, signInAs, useProduct } from '../harness/journey.ts'

/** An invented document of another year, with a gap in its numbers and a line broken in mid-sentence. */
const written = `二〇三一年学会党建工作要点

今年的工作从三件事做起。

一、学理论
1．办好读书班；每季度集中学习一次，每次有
记录；年底交流心得。
2．讲好党课。书记每年至少讲一次。

二、建组织
4．按期换届。届满前六个月启动准备。
`

/** One page without a letter on it: what a scanner makes, for want of the picture. */
const scanned = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
xref
0 4
0000000000 65535 f
0000000009 00000 n
0000000052 00000 n
0000000101 00000 n
trailer<</Size 4/Root 1 0 R>>
startxref
164
%%EOF
`

const file = (name: string, mimeType: string, content: Buffer) => ({ name, mimeType, buffer: content })

async function choose(page: Page, chosen: ReturnType<typeof file>): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择文件: 工作要点文件' }).click(),
  ])
  await chooser.setFiles(chosen)
}

async function createYear(page: Page, year: number): Promise<string> {
  await page.goto('/admin/tasks/plans/new')
  await page.getByText('粘贴正文').click()
  await page.getByLabel('工作要点正文').fill(written)
  await page.getByRole('button', { name: '读取提纲' }).click()
  await page.getByLabel('年度').fill(String(year))
  await page.getByRole('button', { name: '保存为年度计划' }).click()
  await page.getByRole('tree', { name: '提纲' }).waitFor()
  return new URL(page.url()).pathname
}

const row = (page: Page, text: string) => page.getByRole('treeitem').filter({ hasText: text })
/** What was typed last is saved by itself, now or a moment ago; an older '已保存' does not count. */
const saved = async (page: Page) => {
  await page.waitForResponse(/saveWorkPlan/, { timeout: 8_000 }).catch(() => undefined)
  await page.getByText(/^已保存\s*\d/).waitFor()
}

describe.each(databaseKinds)('a plan officer of the association (%s)', (kind) => {
  const product = useProduct(kind)

  const signedIn = async (path: string, options: { width?: 'phone'; language?: 'en' } = {}) => {
    const page = await openPage(product, { door: 'admin', path, ...options })
    await signInAs(page, 'plan')
    return page
  }

  it('is told what to do with a scanned PDF, then reads the text and makes it the year’s plan', async () => {
    const page = await signedIn('/tasks/plans')
    await page.getByRole('heading', { level: 1, name: '工作要点' }).waitFor()
    await axeInBothSchemes(page)
    await page.getByRole('link', { name: '新建年度计划' }).click()
    await choose(page, file('要点.pdf', 'application/pdf', Buffer.from(scanned, 'latin1')))
    await page.getByRole('alert').filter({ hasText: '扫描' }).waitFor()
    await axe(page)
    await choose(page, file('要点.txt', 'text/plain', Buffer.from(`\ufeff${written}`, 'utf16le')))
    await page.getByText('读到 2 个部分、3 项').waitFor()
    await page.getByText('项的序号不连续，请核对是否漏了一项。').waitFor()
    expect(await page.getByLabel('年度').inputValue()).toBe('2031')
    await page.getByText('书记每年至少讲一次。').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '展开全部条款' }).click()
    await page.getByText('讲好党课。书记每年至少讲一次。').waitFor()
    await axeInBothSchemes(page)
    await page.getByRole('button', { name: '保存为年度计划' }).click()
    await page.getByRole('tree', { name: '提纲' }).waitFor()
    expect(await page.getByRole('treeitem').count()).toBeGreaterThan(8)
    await axeInBothSchemes(page)
  })

  it('is told that the year has its plan already, and is led to it', async () => {
    const page = await signedIn('/tasks/plans/new')
    const year = new Date().getFullYear()
    await page.getByText('粘贴正文').click()
    await page.getByLabel('工作要点正文').fill('没有标题的一段话')
    await page.getByRole('button', { name: '读取提纲' }).click()
    await page.getByRole('alert').filter({ hasText: '没有找到' }).waitFor()
    await page.getByLabel('工作要点正文').fill(written)
    await page.getByRole('button', { name: '读取提纲' }).click()
    await page.getByLabel('年度').fill(String(year))
    await page.getByRole('button', { name: '保存为年度计划' }).click()
    await page.getByText(`${year} 年已有工作要点`).first().waitFor()
    await page.getByRole('link', { name: `打开 ${year} 年的计划` }).click()
    await page.getByRole('tree', { name: '提纲' }).waitFor()
  })

  it('mends the outline by key: what is in focus is lit in the text, every step can be undone, all is saved by itself', async () => {
    const page = await signedIn('/tasks/plans/new')
    await createYear(page, 2041)
    await page.getByText('存疑 1/1').waitFor()
    await page.keyboard.press('F8')
    await row(page, '4. 按期换届').and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: '序号' }).fill('3')
    await page.keyboard.press('Enter')
    await row(page, '3. 按期换届').waitFor()
    await page.getByText('存疑 1/1').waitFor({ state: 'detached' })

    const clause = row(page, '每季度集中学习一次')
    await clause.focus()
    const lit = page.locator('span[data-lit]').filter({ hasText: '每季度集中学习一次' })
    expect(await lit.textContent()).toBe('每季度集中学习一次，每次有\n记录；')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await row(page, '每次有记录；').waitFor()
    expect(await page.locator('span[data-lit]').first().textContent()).toBe('每次有\n记录；')
    // The clause that has the focus goes with its making: one stands on the nearest instead.
    await page.keyboard.press('Control+z')
    await row(page, '每季度集中学习一次，每次有记录；').and(page.locator(':focus')).waitFor()
    await page.getByText('现在是：每季度集中学习一次，每次有记录；').waitFor({ state: 'attached' })
    await page.keyboard.press('Control+y')
    await row(page, '每次有记录；').focus()
    await page.keyboard.press('Backspace')
    await row(page, '每季度集中学习一次，每次有记录；').and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Shift+Tab')
    await row(page, '2. 每季度集中学习一次，每次有记录').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await row(page, '2. 每季度集中学习一次，每次有记录').waitFor()
    await page.keyboard.press('Control+z')
    await saved(page)
    await page.reload()
    await row(page, '3. 按期换届').waitFor()
    expect(await row(page, '2. 每季度集中学习').count()).toBe(0)
  })

  it('leaves the outline by Tab like any other part of the page', async () => {
    const page = await signedIn('/tasks/plans/new')
    await createYear(page, 2042)
    const first = page.getByRole('treeitem').first()
    await first.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    const inside = await page.evaluate(() => document.activeElement?.getAttribute('role') === 'treeitem')
    expect(inside).toBe(false)
    expect(await page.getByText('尚未保存').count()).toBe(0)
  })

  it('tells the second of two who changed what, and loses neither’s text', async () => {
    const page = await signedIn('/tasks/plans/new')
    const path = await createYear(page, 2043)
    const other = await signedIn(path.replace('/admin', ''))
    await row(other, '讲好党课。').waitFor()
    const rename = async (at: Page, from: string, to: string) => {
      await row(at, from).focus()
      await at.keyboard.press('Enter')
      await at.getByRole('textbox', { name: '标题' }).fill(to)
      await at.keyboard.press('Enter')
    }
    await rename(other, '1. 办好读书班', '办好青年读书班')
    await saved(other)
    await rename(page, '2. 讲好党课', '讲好每月一课')
    const alert = page.getByRole('alert').filter({ hasText: '修改过这份提纲' })
    await alert.filter({ hasText: '1. 办好青年读书班' }).waitFor()
    await alert.filter({ hasText: '2. 讲好每月一课' }).waitFor()
    await axe(page)
    await page.getByRole('button', { name: '用我的，覆盖对方的' }).click()
    await saved(page)
    await page.reload()
    await row(page, '2. 讲好每月一课').waitFor()
  })

  it('makes a task from a clause, sees whom it reaches, publishes, and follows the societies', async () => {
    const page = await signedIn('/tasks/plans/new')
    await createYear(page, 2044)
    await row(page, '书记每年至少讲一次。').focus()
    await page.keyboard.press('t')
    await page.getByRole('heading', { level: 1, name: '建立任务' }).waitFor()
    await page.getByRole('button', { name: '保存任务' }).click()
    await page.getByRole('alert').filter({ hasText: '请填写任务名称' }).waitFor()
    // The clause names no day: whoever makes the task does.
    await page.getByRole('alert').filter({ hasText: '请选择截止日期' }).waitFor()
    await page.locator('#dueOn').click()
    await page.locator('[data-dates-dropdown] button:not([data-outside])', { hasText: /^15$/ }).last().click()
    await page.getByText('2044年1月15日').waitFor()
    await page.getByRole('textbox', { name: '任务名称' }).fill('书记讲党课')
    await page.getByRole('radio', { name: '按学会类别' }).click()
    await page.getByRole('checkbox', { name: '农科' }).click()
    await page.getByRole('button', { name: /将下达到 \d+ 个学会/ }).waitFor()
    await page.getByRole('button', { name: '添加一项材料' }).click()
    await page.getByRole('textbox', { name: '材料名称' }).fill('党课讲稿')
    await axeInBothSchemes(page)
    await page.getByRole('button', { name: '保存任务' }).click()
    const clause = row(page, '书记每年至少讲一次。')
    await clause.filter({ hasText: '书记讲党课' }).waitFor()
    await page.getByRole('button', { name: '发布并下达' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/1 项任务将下达到 \d+ 个学会/).waitFor()
    await axe(page)
    await dialog.getByRole('button', { name: '发布并下达' }).click()
    await page.getByText('已发布', { exact: true }).waitFor()

    await clause.getByRole('link', { name: '书记讲党课' }).click()
    await page.getByRole('heading', { level: 1, name: '书记讲党课' }).waitFor()
    await page.getByRole('row').nth(3).waitFor()
    await axeInBothSchemes(page)
    const ticks = page.getByRole('checkbox', { name: /^选择：/ })
    await ticks.nth(0).check()
    await ticks.nth(1).check()
    await page.getByRole('button', { name: '催办所选' }).click()
    await page
      .getByRole('dialog')
      .getByLabel(/催办的话/)
      .fill('请尽快接收')
    await page.getByRole('dialog').getByRole('button', { name: '催办所选' }).click()
    await page.getByText('已催办 2 个学会').waitFor()
    await page.getByRole('button', { name: '导出' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toContain('书记讲党课')
    await page.getByRole('link', { name: /^待接收/ }).click()
    expect(new URL(page.url()).searchParams.get('state')).toBe('assigned')
  })

  it('reads plan and tasks on a phone, in English, with the panes as tabs', async () => {
    const page = await signedIn('/tasks/plans', { width: 'phone', language: 'en' })
    await page.getByRole('link', { name: `${new Date().getFullYear()} 年学会党建工作要点` }).click()
    await page.getByRole('tree', { name: 'Outline' }).waitFor()
    const tab = (name: string) => page.getByRole('radiogroup', { name: 'Show' }).getByText(name)
    await tab('Outline').click()
    await axe(page)
    await tab('Text').click()
    await page.getByText('今年学会党建工作的总体考虑').waitFor()
    await tab('Tasks').click()
    await page.getByText('No task yet').first().waitFor()
    await axe(page)
    await page.getByRole('treeitem').getByRole('link', { name: /讲/ }).first().click()
    await page.getByRole('heading', { name: 'How it stands' }).waitFor()
    await axe(page)
  })
})
