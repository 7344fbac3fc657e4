import { describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { answerInSight } from '../harness/answer-in-sight.ts'
import { axe, axeInBothSchemes, databaseKinds, forgive, openPage, signInAs, useProduct } from '../harness/journey.ts'

const COURSE = '党支部工作实务入门'
const RECORDING = '听一听：支部工作贵在经常'
const TEST = '结业测验'
/** A recording is listened to as long as it lasts, and every page on the way is looked at in light and dark. */
const LONG = 240_000

/** Presses Tab until the element has the focus: whoever has no mouse gets there. */
async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await target.first().waitFor()
  for (let presses = 0; presses < 200; presses += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press(key)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${target}`)
}

/** A key that comes before the browser has laid out a new page scrolls as far as the former one was long: it is pressed again. */
async function readToEnd(page: Page): Promise<void> {
  const left = () => document.documentElement.scrollHeight - window.innerHeight - window.scrollY
  await expect
    .poll(
      async () => {
        await page.keyboard.press('End')
        return page.evaluate(left)
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBeLessThan(1)
}

const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name })

describe.each(databaseKinds)('a cadre on a phone (%s)', (kind) => {
  const product = useProduct(kind)

  it(
    'goes on where they were, listens, sits the test over a lost line, and gets hours and a certificate',
    async () => {
      const page = await openPage(product, { door: 'school', width: 'phone' })
      await signInAs(page, 'learner')
      await heading(page, /您好/).waitFor()
      await axeInBothSchemes(page)

      await page.getByRole('link', { name: COURSE }).first().tap()
      await heading(page, COURSE).waitFor()
      await page.getByRole('button', { name: '为什么有这门课？' }).tap()
      await page.getByText('任务“支部书记和党务干部学完入门课程”').waitFor()
      await page.getByText(/出自第 3 项/).waitFor()
      await axeInBothSchemes(page)

      await page.getByRole('link', { name: `继续：${RECORDING}` }).tap()
      await heading(page, RECORDING).waitFor()
      await page.getByText('已从上次的 0:08 接着播放').waitFor()
      await page
        .getByRole('button', { name: /^(播放|play)/i })
        .first()
        .tap()
      await page.getByText('本课时已完成').first().waitFor({ timeout: 60_000 })
      await axe(page)

      await page.getByRole('link', { name: '回到课程' }).tap()
      await page.getByRole('link', { name: `继续：${TEST}` }).tap()
      await page.getByRole('button', { name: '开始作答' }).tap()
      await page.getByText(/第 1 题，共 6 题/).waitFor()
      await axeInBothSchemes(page)

      await answerInSight(page, 'tap')
      await page.getByText(/已保存 \d\d:\d\d/).waitFor()
      // The line is lost in the middle: what is answered meanwhile stays, and is brought when it is back.
      forgive(page, /Failed to load resource: net::ERR_INTERNET_DISCONNECTED/)
      await page.context().setOffline(true)
      for (const number of [2, 3]) {
        await page.getByRole('button', { name: '下一题' }).tap()
        await page.getByText(`第 ${number} 题，共 6 题`).waitFor()
        await answerInSight(page, 'tap')
      }
      await page.getByText('2 题还没有存到服务器').waitFor()
      await axe(page)
      await page.context().setOffline(false)
      await page.getByText('2 题还没有存到服务器').waitFor({ state: 'detached' })
      await page.getByText(/已保存 \d\d:\d\d/).waitFor()

      // The paper is the same after a reload, with the answers that were given.
      await page.reload()
      await page.getByText('第 3 题，共 6 题').waitFor()
      await page.getByRole('button', { name: /答题卡 3\/6/ }).tap()
      await page.getByRole('button', { name: /^第 4 题/ }).tap()
      for (let number = 4; number <= 6; number += 1) {
        await page.getByText(`第 ${number} 题，共 6 题`).waitFor()
        await answerInSight(page, 'tap')
        if (number < 6) await page.getByRole('button', { name: '下一题' }).tap()
      }
      await page.getByRole('button', { name: '交卷' }).first().tap()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('6 道题都已作答。').waitFor()
      await axe(page)
      await dialog.getByRole('button', { name: '交卷' }).tap()
      await heading(page, TEST).waitFor()
      await page.getByRole('heading', { name: '逐题解析' }).waitFor()
      await axeInBothSchemes(page)
    },
    LONG,
  )

  it(
    'learns a whole course by keyboard alone: from the task to the certificate',
    async () => {
      const page = await openPage(product, { door: 'school' })
      await signInAs(page, 'cadre')
      await press(page, page.getByRole('link', { name: '开始学' }))
      await heading(page, COURSE).waitFor()
      await press(page, page.getByRole('button', { name: '开始学习' }))
      await heading(page, '三会一课与主题党日').waitFor()
      await axeInBothSchemes(page)
      // The line is lost at the end of the text: that it was read is told when the line is back.
      forgive(page, /Failed to load resource: net::ERR_INTERNET_DISCONNECTED/)
      await page.context().setOffline(true)
      await readToEnd(page)
      await page.getByText('您已读到末尾，但还没有记到服务器').waitFor()
      await axe(page)
      await page.context().setOffline(false)
      await page.getByText('本课时已完成').first().waitFor()
      await press(page, page.getByRole('link', { name: `下一课时：${RECORDING}` }))
      await heading(page, RECORDING).waitFor()
      await press(page, page.getByRole('button', { name: /^(播放|play)/i }), 'Space')
      await page.getByText('本课时已完成').first().waitFor({ timeout: 60_000 })
      await press(page, page.getByRole('link', { name: '回到课程' }))
      await press(page, page.getByRole('link', { name: `继续：${TEST}` }))
      const right = await rightAnswers(page)
      await press(page, page.getByRole('button', { name: '开始作答' }))
      for (let number = 1; number <= 6; number += 1) {
        await page.getByText(`第 ${number} 题，共 6 题`).waitFor()
        await answerByKeys(page, right)
        if (number === 1) {
          await page.keyboard.press('m')
          await page.getByRole('button', { name: '取消标记' }).waitFor()
        }
        if (number < 6) await page.keyboard.press('ArrowRight')
      }
      await page.getByText(/已保存 \d\d:\d\d/).waitFor()
      await press(page, page.getByRole('button', { name: '交卷' }))
      const dialog = page.getByRole('dialog')
      await press(page, dialog.getByRole('button', { name: '交卷' }))
      await page.getByText('您已结业').waitFor()
      await axeInBothSchemes(page)
      await press(page, page.getByRole('link', { name: '查看证书' }))
      await heading(page, '结业证书').waitFor()
      await page.getByText('2 学时（').waitFor()
      await axeInBothSchemes(page)

      await press(page, page.getByRole('link', { name: '我的' }))
      await page.getByText(COURSE).first().waitFor()
      await axeInBothSchemes(page)
    },
    LONG,
  )

  it('finds every page fit for 320 pixels, in both languages', async () => {
    const page = await openPage(product, { door: 'school', width: 'phone', language: 'en', scheme: 'dark' })
    await signInAs(page, 'learner')
    await page.setViewportSize({ width: 320, height: 640 })
    for (const name of ['Home', 'Courses', 'Exams', 'Me']) {
      await page.getByRole('link', { name, exact: true }).first().tap()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await axe(page)
      expect(await page.locator('main').innerText()).not.toMatch(/\{\{|undefined|NaN/)
    }
  })
})

/** The right answers as the bank's trainer knows them, by stem: asked in a page of the trainer's own. */
async function rightAnswers(learner: Page): Promise<ReadonlyMap<string, readonly string[]>> {
  const browser = learner.context().browser()
  if (!browser) throw new Error('There is no browser')
  const context = await browser.newContext({ baseURL: new URL(learner.url()).origin })
  const page = await context.newPage()
  await page.goto('/')
  await signInAs(page, 'trainer')
  const answers = await page.evaluate(async () => {
    const headers = { 'x-dangjian': '1' }
    const ask = async (path: string, input: object): Promise<Record<string, unknown>> => {
      const answer = await fetch(`/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers })
      return ((await answer.json()) as { result: { data: Record<string, unknown> } }).result.data
    }
    const { grants } = (await (await fetch('/trpc/access.session', { headers })).json()).result.data as {
      grants: { unitId: string }[]
    }
    const unitId = grants[0]?.unitId
    const { rows: banks } = (await ask('training.listBanks', { unitId })) as { rows: { id: string }[] }
    const found: [string, string[]][] = []
    for (const bank of banks) {
      const { rows } = (await ask('training.listQuestions', { bankId: bank.id, limit: 100 })) as {
        rows: { id: string }[]
      }
      for (const { id } of rows) {
        type Named = { key: string; text: string }[]
        const { body } = (await ask('training.showQuestion', { questionId: id })) as {
          body: {
            stem: string
            right: unknown
            accepted?: string[]
            options?: Named
            premises?: Named
            choices?: Named
          }
        }
        const { stem, right, accepted, options, premises, choices } = body
        const textOf = (named: Named | undefined, key: unknown) =>
          named?.find((each) => each.key === key)?.text ?? String(key)
        // Of a matching question: what belongs to each premise, in their order.
        const pairs = premises?.map(({ key }) => textOf(choices, (right as Record<string, string>)[key]))
        found.push([stem, accepted ?? pairs ?? [right].flat().map((key) => textOf(options, key))])
      }
    }
    return found
  })
  await context.close()
  return new Map(answers)
}

/** Answers with digits, or by typing where there is a field. */
async function answerByKeys(page: Page, right: ReadonlyMap<string, readonly string[]>): Promise<void> {
  await page.locator('#question ~ * input, #question ~ * [role=combobox]').first().waitFor()
  const stem = (await page.locator('#stem').innerText()).trim()
  const wanted = right.get(stem) ?? []
  const pairs = page.getByRole('combobox')
  for (let pair = 0; pair < (await pairs.count()); pair += 1) {
    await press(page, pairs.nth(pair))
    const offered = page.getByRole('option')
    await offered.first().waitFor()
    // None is marked before the first arrow; then each arrow marks the next.
    const wantedAt = (await offered.allInnerTexts()).findIndex((text) => text.trim() === wanted[pair])
    for (let presses = 0; presses <= wantedAt; presses += 1) await page.keyboard.press('ArrowDown')
    await page.locator('[role=option][data-combobox-selected]', { hasText: wanted[pair] ?? '' }).waitFor()
    await page.keyboard.press('Enter')
  }
  if (await pairs.count()) {
    await page.locator('#question').focus()
    return
  }
  const field = page.getByRole('textbox')
  if (await field.count()) {
    await press(page, field.first(), 'End')
    await page.keyboard.type(wanted[0] ?? '')
    await page.locator('#question').focus()
    return
  }
  const options = await page.locator('label:has(input)').allInnerTexts()
  for (const [index, text] of options.entries()) {
    const words = text.replace(/^\S+\s+/, '').trim()
    const yes =
      wanted.includes(words) || (words === '对' && wanted[0] === 'true') || (words === '错' && wanted[0] === 'false')
    if (yes) await page.keyboard.press(String(index + 1))
  }
}
