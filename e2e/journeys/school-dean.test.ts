import { describe, expect, it } from 'vitest'
import { axeInBothSchemes, databaseKinds, openPage, signInAs, useProduct } from '../harness/journey.ts'

/** Every step is looked at in light and dark. */
const LONG = 240_000

describe.each(databaseKinds)('the dean of the school (%s)', (kind) => {
  const product = useProduct(kind)

  it(
    'mends a record by procedure: a certificate revoked and issued anew, hours corrected, longer exam time',
    async () => {
      const page = await openPage(product, { door: 'admin', path: '/training/progress?standing=passed' })
      await signInAs(page, 'dean')
      await page.locator('a[href*="/training/progress/"]').first().click()
      await page.getByRole('heading', { level: 1, name: /的学习档案$/ }).waitFor()
      await axeInBothSchemes(page)

      // Nothing is revoked without a reason that the learner will read.
      await page
        .getByRole('button', { name: /^撤销证书/ })
        .first()
        .click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('原因').fill('姓名登记有误，改正后重新颁发')
      await axeInBothSchemes(page)
      await dialog.getByRole('button', { name: '撤销证书' }).click()
      await page.getByText(/撤销：姓名登记有误/).waitFor()
      await page
        .getByRole('button', { name: /^重新颁发/ })
        .first()
        .click()
      await dialog.getByRole('button', { name: '重新颁发' }).click()
      await page.getByText('有效', { exact: true }).first().waitFor()

      await page.getByRole('button', { name: /^更正/ }).first().click()
      await dialog.getByLabel('更正为（学时）').fill('0.5')
      await dialog.getByLabel('原因').fill('课程学时标注有误')
      await dialog.getByRole('button', { name: '更正学时' }).click()
      await page.getByText('更正后计入 · 课程学时标注有误').waitFor()
      expect(await page.getByText('已更正').count()).toBeGreaterThan(0)

      await page
        .getByLabel(/延长考试时间$/)
        .first()
        .click()
      await page.getByRole('option', { name: '延长一半' }).click()
      await page.getByText('已保存：延长一半').waitFor()
      await axeInBothSchemes(page)
    },
    LONG,
  )
})
