import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { axe, axeInBothSchemes, databaseKinds, openPage, signInAs, useProduct } from '../harness/journey.ts'

/** A list with the slips that lists have: one line is right, one is corrected on the screen, one has another society's code, the others stay out. */
const list = `编码,名称,类别,序号
F-01,华夏潮间带学会,理科,1
,华夏极光学会,理科,2
F-03,=HYPERLINK("http://x"),理科,3
F-01,华夏云母学会,理科,4
A-01,华夏错号学会,理科,5
`

async function fillDocument(page: Page, number: string): Promise<void> {
  await page.getByRole('dialog').getByLabel('文号').fill(number)
}

describe.each(databaseKinds)('the association’s organisation staff (%s)', (kind) => {
  const product = useProduct(kind)

  const open = async (path: string, options: { width?: 'phone' | 'desktop'; language?: 'zh-CN' | 'en' } = {}) => {
    const page = await openPage(product, { door: 'admin', path, ...options })
    await signInAs(page, 'plan')
    return page
  }

  it('sees in the coverage which societies lack what, opens a gap and takes it home as a file', async () => {
    const page = await open('/organisation/coverage')
    const table = page.getByRole('table')
    await table.waitFor()
    expect(await table.getByRole('rowheader').allTextContents()).toEqual([
      '理科',
      '工科',
      '农科',
      '医科',
      '交叉学科',
      '合计',
    ])
    await axeInBothSchemes(page)
    const cell = table.getByRole('link', { name: /^理科第三层/ })
    const lacking = Number(/缺 (\d+) 个/.exec((await cell.textContent()) ?? '')?.[1])
    await cell.click()
    await page.waitForURL(/lackingTier=3/)
    await page.getByText(`共 ${lacking} 项`).waitFor()
    await axe(page)
    await page.getByRole('button', { name: '导出' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV 文件' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^全国学会 \d{4}-\d{2}-\d{2}\.csv$/)
  })

  it('imports a list after a preview, corrects a line in place, sees the receipt, and takes the import back', async () => {
    const page = await open('/organisation/import')
    await axe(page)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '新学会.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await page.getByRole('button', { name: '预览' }).click()
    await page.getByText('名称不同 1', { exact: true }).waitFor()
    await page.locator('#import-preview:focus').waitFor()
    await page.getByText('还有 1 行名称不同，等您决定。').first().waitFor()
    await page.getByRole('button', { name: '第 6 行：不采用' }).click()
    await axe(page)
    await page.getByText('有误 3', { exact: true }).click()
    await page.getByText('缺少编码，请补填').waitFor()
    await page.getByText('单元格内是公式，请改为文字').waitFor()
    await page.getByText('编码与第 2 行重复，请改正其中一行').waitFor()
    await axeInBothSchemes(page)
    await page.getByLabel('改正第 3 行的编码').fill('F-02')
    await page.evaluate(() => {
      const look = () => {
        const shown = document.querySelector('main')?.textContent ?? ''
        if (/不在您的权限范围|哪一列是什么/.test(shown)) document.body.dataset.flashed = shown.slice(0, 200)
      }
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
    })
    await page.getByRole('button', { name: '确认导入：新增 2，变更 0' }).click()
    await page.getByText('新增 2 个学会，变更 0 个，未写入 3 行（有误或不采用）。').waitFor()
    await page.locator('#import-receipt:focus').waitFor()
    expect(await page.evaluate(() => document.body.dataset.flashed ?? '')).toBe('')
    await axe(page)
    await page.getByRole('button', { name: /^撤回这次导入/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
    await page.getByText('已撤回', { exact: true }).first().waitFor()
    await page.goto('/admin/organisation/societies?search=%22%E6%BD%AE%E9%97%B4%E5%B8%A6%22')
    await page.getByText('没有符合条件的学会').waitFor()
    await page.goto('/admin/organisation/societies?q=')
    await page.getByRole('table').getByRole('link').first().waitFor()
  })

  it('decides on other names in one go without touching what was decided, and is told which lines are not counted', async () => {
    const rows = ['A-01,华夏错号甲学会,理科,1', 'A-02,华夏错号乙学会,理科,2', 'A-03,华夏错号丙学会,理科,3']
    const page = await open('/organisation/import')
    const text = ['编码,名称,类别,序号,上级', '0,华夏科协,,0,-1', ...rows.map((row) => `${row},0`)].join('\n')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '更名.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: '预览' }).click()
    await page.getByText('名称不同 3', { exact: true }).waitFor()
    await page.getByText('另 1 行：科协本级，不导入。').waitFor()
    await page.getByRole('button', { name: '全部不采用（3）' }).waitFor()
    await page.getByRole('button', { name: '第 3 行：不采用' }).click()
    await page.getByRole('button', { name: '全部确认为更名（2）' }).click()
    await page.locator('#import-preview:focus').waitFor()
    await page.getByRole('button', { name: '确认导入：新增 0，变更 2' }).waitFor()
    await page.getByRole('button', { name: '第 3 行：不采用', pressed: true }).waitFor()
  })

  it('leads a new working group from the plan over the committee’s decision to its founding, each with its paper', async () => {
    const page = await open('/organisation/societies?lackingTier=3&category=%22science%22')
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('heading', { level: 1, name: /学会$/ }).waitFor()
    await page.getByRole('button', { name: '设立下级组织' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('设立哪一层').click()
    await page.getByRole('option', { name: '分支机构党的工作小组' }).click()
    await dialog.getByRole('button', { name: '设立' }).click()
    await dialog.getByText('请填写名称').first().waitFor()
    await dialog.getByLabel('名称').fill('航次调查专业委员会党的工作小组')
    await axe(page)
    await dialog.getByRole('button', { name: '设立' }).click()
    await page.getByRole('link', { name: '航次调查专业委员会党的工作小组' }).click()
    await page.getByRole('heading', { level: 1, name: '航次调查专业委员会党的工作小组' }).waitFor()
    await page.getByRole('button', { name: '登记党委决定' }).click()
    await page.getByText('不用向上级申请').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '登记党委决定' }).click()
    await page.getByText('这一步须有文件').waitFor()
    await axe(page)
    await fillDocument(page, '华科党〔2026〕88号')
    await page.getByRole('dialog').getByRole('button', { name: '登记党委决定' }).click()
    await page.getByRole('button', { name: '正式成立' }).click()
    await fillDocument(page, '华科党报〔2026〕9号')
    await page.getByRole('dialog').getByRole('button', { name: '正式成立' }).click()
    await page.getByText('运行中', { exact: true }).first().waitFor()
    const history = page.getByRole('list', { name: '沿革' })
    expect(await history.getByRole('listitem').count()).toBe(3)
    await history.getByText('华科党〔2026〕88号').waitFor()
    await axeInBothSchemes(page)
  })

  it('gives a person a post, is told the first secretary’s name before a second, and ends the post', async () => {
    const page = await open('/organisation/people?search=%22%E9%A1%BE%E6%B8%85%E5%92%8C%22')
    await page.getByRole('link', { name: /智能系统学会党委$/ }).click()
    await page.getByRole('heading', { level: 1, name: /学会党委$/ }).waitFor()
    await page.getByRole('button', { name: '人员加入' }).click()
    await page.getByRole('dialog').getByLabel('姓名').fill('温初夏')
    await page.getByRole('dialog').getByRole('button', { name: '加入', exact: true }).click()
    await page.getByText('已加入：温初夏').waitFor()
    await page.getByRole('button', { name: '登记任职' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('人员').fill('wcx')
    await page.getByRole('option', { name: '温初夏' }).click()
    await dialog.getByLabel('职务').click()
    await page.getByRole('option', { name: '书记', exact: true }).click()
    await dialog
      .getByText(/现任书记是顾清和/)
      .first()
      .waitFor()
    await axe(page)
    await dialog.getByLabel('职务').click()
    await page.getByRole('option', { name: '委员', exact: true }).click()
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('button', { name: '办理离任：温初夏，委员' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '办理离任' }).click()
    await page.getByText('已办理离任').waitFor()
  })

  it('leads an election that is overdue from the request to its filing, each step with its day and paper', async () => {
    const page = await open('/organisation/elections?standing=%22overdue%22')
    await axeInBothSchemes(page)
    const due = page.getByRole('table').getByRole('row').filter({ hasText: '尚未请示' })
    await due
      .getByRole('link', { name: /党支部$/ })
      .first()
      .click()
    await page.getByText(/，已逾期；延期须经批准/).waitFor()
    const course = page.getByRole('list', { name: '换届流程' })
    const dialog = page.getByRole('dialog')
    const take = async (act: string, number?: string) => {
      await course.getByRole('button', { name: act, exact: true }).click()
      await dialog.getByRole('heading', { name: act }).waitFor()
      if (number) await fillDocument(page, number)
      await dialog.getByRole('button', { name: act, exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    await take('报送换届请示', '云党〔2026〕61号')
    await course.getByRole('button', { name: '退回请示' }).click()
    await dialog.getByRole('button', { name: '退回请示' }).click()
    await dialog.getByText('请写明原因。').first().waitFor()
    await axe(page)
    await dialog.getByLabel('退回原因').fill('请写明委员名额')
    await dialog.getByRole('button', { name: '退回请示' }).click()
    await course.getByText('退回原因：请写明委员名额').waitFor()
    await take('报送换届请示', '云党〔2026〕62号')
    await take('批复换届请示', '华科党〔2026〕63号')
    await take('审查候选人预备人选', '华科党〔2026〕64号')
    await course.getByRole('button', { name: '撤回：审查候选人预备人选' }).click()
    await dialog.getByLabel('撤回原因').fill('文号写错')
    await dialog.getByRole('button', { name: '撤回' }).click()
    await course.getByText(/撤回：文号写错/).waitFor()
    await axeInBothSchemes(page)
    await take('审查候选人预备人选', '华科党〔2026〕65号')
    await take('召开选举大会')
    const convene = course.getByRole('button', { name: '召开委员会第一次会议' })
    const result = course.getByRole('button', { name: '登记选举结果' })
    await convene.or(result).waitFor()
    if (await convene.isVisible()) await take('召开委员会第一次会议')
    await result.click()
    const figures = { 应到人数: 10, 实到人数: 7, 发出选票: 7, 收回选票: 7, 有效票: 7, 应选名额: 3, 候选人数: 4 }
    for (const [label, figure] of Object.entries(figures)) await dialog.getByLabel(label).fill(String(figure))
    await dialog.getByRole('status').getByText('实到 7 人，不足应到的五分之四（8 人），选举无效。').waitFor()
    await axe(page)
    for (const label of ['实到人数', '发出选票', '收回选票', '有效票']) await dialog.getByLabel(label).fill('9')
    await dialog
      .getByRole('status')
      .getByText(/^请填写：候选人 1、候选人 1的票数、.*候选人 4的票数。$/)
      .waitFor()
    const votes = [9, 8, 7, 2]
    for (const [index, number] of votes.entries()) {
      const row = dialog.getByRole('group', { name: `候选人 ${index + 1}` })
      const name = ['新当选甲', '新当选乙', '新当选丙', '未当选丁'][index] ?? ''
      await row.getByLabel(`候选人 ${index + 1}`).fill(name)
      await page.getByRole('option', { name: `新录入：${name}` }).click()
      await row.getByLabel('票数').fill(String(number))
    }
    await dialog.getByRole('status').getByText('“新当选甲”当选，请选择其职务。').waitFor()
    for (const [index, post] of ['书记', '副书记', '委员'].entries()) {
      const row = dialog.getByRole('group', { name: `候选人 ${index + 1}` })
      await row.getByLabel('当选职务').press('ArrowDown')
      await page.getByRole('option', { name: post, exact: true }).click()
      await page.keyboard.press('Tab')
    }
    await dialog.getByText('各项符合规定，选举有效，当选 3 人。').waitFor()
    await dialog.getByText('新任：新当选甲（书记）、新当选乙（副书记）、新当选丙（委员）').waitFor()
    await dialog.getByText(/^离任：.*任期到选举日前一天为止/).waitFor()
    await axe(page)
    await dialog.getByRole('button', { name: '登记选举结果' }).click()
    await page.getByText('已登记选举结果，任期从当日算起').waitFor()
    await page.getByText(/，已逾期；延期须经批准/).waitFor({ state: 'detached' })
    await page.goto('/admin/organisation/elections?underWay=true')
    await axeInBothSchemes(page)
    await page.goBack()
    await take('批准书记副书记、委员备案', '华科党〔2026〕66号')
    await page.getByRole('button', { name: '往届换届（1）' }).click()
    await page.getByRole('list', { name: '往届换届（1）' }).getByText('华科党〔2026〕66号').waitFor()
  })

  it('enters that the superior delayed an election: it is due on the approved day and no longer late', async () => {
    const page = await open('/organisation/elections?standing=%22overdue%22')
    const due = page.getByRole('table').getByRole('row').filter({ hasText: '尚未请示' })
    await due
      .getByRole('link', { name: /学会党委$/ })
      .first()
      .click()
    await page.getByText(/，已逾期（学会党委任期默认五年/).waitFor()
    await page.getByRole('button', { name: '登记延期或提前' }).click()
    const dialog = page.getByRole('dialog')
    await fillDocument(page, '华科党〔2026〕67号')
    await dialog.getByRole('button', { name: '登记批准' }).click()
    await dialog.getByText('延期或提前换届须写明改在哪一天前。').first().waitFor()
    await axe(page)
    await dialog.getByLabel('改在哪一天前换届').click()
    await page.getByRole('button', { name: '下一个' }).last().click()
    await page.locator('[data-dates-dropdown] button:not([data-outside])', { hasText: /^15$/ }).last().click()
    await dialog.getByRole('button', { name: '登记批准' }).click()
    await page.getByText(/^经批准延期：/).waitFor()
    await page.getByText(/，已逾期（学会党委任期默认五年/).waitFor({ state: 'detached' })
  })

  it('looks at the organisation as of a past day, and finds a unit by its initials', async () => {
    const page = await open('/organisation/coverage?asOn=%222023-06-30%22')
    await page.getByText('以下是 2023年6月30日 的情况。').waitFor()
    // Quick fingers do not wait for the palette.
    await page.keyboard.press('Control+k')
    await page.keyboard.type('hxznxtxhdw')
    await expect.poll(() => page.getByPlaceholder(/^找页面/).inputValue()).toBe('hxznxtxhdw')
    await page.getByText('华夏智能系统学会党委').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '华夏智能系统学会党委' }).waitFor()
    await axe(page)
  })

  it.each([
    [['societies', 'coverage', 'elections'], 'light'],
    [['people', 'elections?vacant=true', 'import'], 'dark'],
  ] as const)('reads %s on a phone as well, in English, %s', async (paths, scheme) => {
    const page = await openPage(product, {
      door: 'admin',
      width: 'phone',
      language: 'en',
      scheme,
      path: '/organisation/people',
    })
    await signInAs(page, 'plan')
    for (const path of paths) {
      await page.goto(`/admin/organisation/${path}`)
      await axe(page)
    }
  })
})
