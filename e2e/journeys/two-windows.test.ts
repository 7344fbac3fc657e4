import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { answerInSight } from '../harness/answer-in-sight.ts'
import { axe, databaseKinds, forgive, openPage, signInAs, useProduct } from '../harness/journey.ts'

const COURSE = '党支部工作实务入门'

/** As when a window comes to the front again: here all of them are in front all the time. */
const comeBack = (page: Page): Promise<unknown> => page.evaluate(() => window.dispatchEvent(new Event('focus')))

/** Goes on to a question that one touch answers; a matching question takes several, and the first is refused. */
async function toQuestionOfOneAnswer(page: Page, number: number): Promise<number> {
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByText(`第 ${number} 题，共 6 题`).waitFor()
  return (await page.getByRole('combobox').count()) ? await toQuestionOfOneAnswer(page, number + 1) : number
}

describe.each(databaseKinds)('a learner with a test open in two windows (%s)', (kind) => {
  const product = useProduct(kind)

  it('is told which window saves, loses no answer, and finds the result in both', async () => {
    const first = await openPage(product, { door: 'school' })
    await signInAs(first, 'learner')
    await first.getByRole('link', { name: COURSE }).first().click()
    await first
      .getByRole('link', { name: /^结业测验/ })
      .first()
      .click()
    await first.getByRole('button', { name: '开始作答' }).click()
    await first.getByText('第 1 题，共 6 题').waitFor()
    await answerInSight(first)
    await first.getByText(/已保存 \d\d:\d\d/).waitFor()

    const second = await first.context().newPage()
    await second.goto(first.url())
    await second.getByText('这里只能查看').waitFor()
    await second.getByRole('button', { name: '在这里继续作答' }).click()
    await second.getByText('这里只能查看').waitFor({ state: 'detached' })

    // Before it knows, the first window takes an answer: it is not saved, says so, and counts for nothing.
    forgive(first, /status of 422/)
    const number = await toQuestionOfOneAnswer(first, 2)
    await answerInSight(first)
    await first.getByText('这里只能查看').waitFor()
    await first.getByText('这里有 1 题的答案没有保存').waitFor()
    expect(await first.getByText('正在保存').count()).toBe(0)
    await first.getByRole('button', { name: `第 ${number} 题，未存到服务器` }).waitFor()
    await axe(first)

    await first.getByRole('button', { name: '在这里继续作答' }).click()
    await first.getByText(/已保存 \d\d:\d\d/).waitFor()
    await first.getByRole('button', { name: `第 ${number} 题，已答`, exact: true }).waitFor()

    await comeBack(second)
    await second.getByText('这里只能查看').waitFor()
    await second.getByRole('button', { name: `第 ${number} 题，已答`, exact: true }).waitFor()

    await first.getByRole('button', { name: '交卷' }).first().click()
    await first.getByRole('dialog').getByRole('button', { name: '交卷' }).click()
    await first.getByRole('heading', { name: '逐题解析' }).waitFor()
    await comeBack(second)
    await second.getByRole('heading', { name: '逐题解析' }).waitFor()
  })
})
