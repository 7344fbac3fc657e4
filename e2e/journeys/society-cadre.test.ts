import { describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { axe, axeInBothSchemes, databaseKinds, openPage, signInAs, useProduct } from '../harness/journey.ts'

const TASK = '推荐一线科技工作者事迹'

/** Presses Tab until the element has the focus: whoever has no mouse gets there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor()
  for (let presses = 0; presses < 200; presses += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${target}`)
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

describe.each(databaseKinds)('a society’s cadre (%s)', (kind) => {
  const product = useProduct(kind)

  it('accepts, reports, attaches evidence and submits by keyboard alone', async () => {
    const page = await openPage(product, { door: 'admin' })
    await signInAs(page, 'cadre')
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '您好' }).waitFor()
    await axeInBothSchemes(page)
    await press(page, page.getByRole('link', { name: `接收：${TASK}` }))
    await page.getByRole('heading', { level: 1, name: TASK }).waitFor()
    await press(page, page.getByRole('button', { name: '接收任务' }))

    const submit = page.getByRole('button', { name: '报送审核' })
    await submit.waitFor()
    expect(await submit.getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('status').getByText('还缺佐证材料：事迹材料、推荐理由。').waitFor()
    await axeInBothSchemes(page)

    await press(page, page.getByRole('button', { name: '添加材料：推荐理由' }))
    await tabTo(page, page.getByRole('textbox', { name: '推荐理由' }))
    await page.keyboard.type('长期在野外台站工作，带出一支年轻队伍。')
    await press(page, page.getByRole('button', { name: '附上文字' }))
    await page.getByRole('status').getByText('还缺佐证材料：事迹材料。').waitFor()

    await press(page, page.getByRole('button', { name: '添加材料：事迹材料' }))
    const chooser = page.waitForEvent('filechooser')
    await press(page, page.getByRole('button', { name: /选择文件: 事迹材料/ }))
    await (
      await chooser
    ).setFiles({
      name: '事迹材料.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('她在高原台站连续工作十二年，数据没有缺过一天。'),
    })
    await page.getByText('要求的都已齐备，可以报送审核。').waitFor()

    await press(page, page.getByRole('button', { name: '事迹材料.txt', exact: true }))
    await page.getByText('数据没有缺过一天').waitFor()
    await axe(page)
    await page.keyboard.press('Escape')

    await tabTo(page, page.getByRole('textbox', { name: '报告进展' }))
    await page.keyboard.type('材料已经党委会审议。')
    await press(page, page.getByRole('button', { name: '报告', exact: true }))
    await page.getByRole('list', { name: '办理经过，由早到晚' }).getByText('材料已经党委会审议。').waitFor()

    await press(page, page.getByRole('button', { name: '报送审核' }))
    const dialog = page.getByRole('dialog')
    await press(page, dialog.getByRole('button', { name: '报送审核' }))
    await page.getByRole('button', { name: '撤回报送' }).waitFor()
    await axe(page)
  })

  it('breaks work down; the working group does its part on a phone, and the society confirms it', async () => {
    const society = await openPage(product, { door: 'admin' })
    await signInAs(society, 'society')
    await society
      .getByRole('link', { name: /^确认：/ })
      .first()
      .click()
    const title = '征求委员对共建的意见'
    await society.getByRole('button', { name: '分解给下级组织' }).click()
    const dialog = society.getByRole('dialog')
    await dialog.getByLabel('要办的事').fill(title)
    await dialog.getByLabel('由哪个组织办理').click()
    await society
      .getByRole('option', { name: /党的工作小组/ })
      .first()
      .click()
    await axe(society)
    await dialog.getByRole('button', { name: '分解', exact: true }).click()
    await society.getByRole('list').getByText(title).first().waitFor()

    const group = await openPage(product, { door: 'admin', width: 'phone' })
    await signInAs(group, 'group')
    await axeInBothSchemes(group)
    await group.getByRole('link', { name: title }).first().click()
    await group.getByRole('heading', { level: 1, name: '分解任务' }).waitFor()
    await axe(group)
    await group.getByRole('button', { name: `报告完成：${title}` }).click()
    await group.getByRole('dialog').getByRole('button', { name: '报告完成' }).click()
    await group.getByText('请写明完成情况').waitFor()
    await group.getByLabel('完成情况').fill('问了 40 位委员，收到意见 6 条。')
    await group.getByRole('dialog').getByRole('button', { name: '报告完成' }).click()
    // From the desk one came to what is to be done: what is reported stands there no longer.
    await group.getByRole('button', { name: `报告完成：${title}` }).waitFor({ state: 'detached' })
    await group.getByRole('button', { name: /只看在办的/ }).click()
    await group.getByText('问了 40 位委员').waitFor()

    await society.reload()
    await society.getByRole('button', { name: `确认：${title}` }).click()
    await society.getByRole('button', { name: `确认：${title}` }).waitFor({ state: 'detached' })
    await axe(society)
  })

  it('finds the year on a phone in both languages, and sees nothing of another society', async () => {
    const page = await openPage(product, {
      door: 'admin',
      width: 'phone',
      language: 'en',
      scheme: 'dark',
      path: '/tasks/assignments',
    })
    await signInAs(page, 'cadre')
    await page.getByRole('heading', { level: 1, name: "This year's assignments" }).waitFor()
    await axeInBothSchemes(page)
    await page.goto('/admin/tasks/assignments/01900000-0000-7000-8000-000000000000')
    await page.getByRole('heading', { name: 'Nothing here, or not yours to see' }).waitFor()
    await axe(page)
  })
})
