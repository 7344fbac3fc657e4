import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { TOTP, type TotpSecret } from '@dangjian/domain/access'
import { timeStepOf, totpOf } from '@dangjian/api/access/totp'
import { axeInBothSchemes, databaseKinds, installProduct, openPage, useProduct } from '../harness/journey.ts'

const given = 'k7mq-x2hd-9cvn-t4wp'
const own = '山高水长不改初心'
const people = [
  { username: 'zhang', name: '张远航', role: 'associationAdministrator', password: given },
  { username: 'shen', name: '沈知秋', role: 'auditor', password: given },
]

/** An authenticator: its figures, none twice, also where the test is faster than the clock. */
function authenticator(secret: TotpSecret) {
  let last = timeStepOf(Date.now()) - 2
  return async () => {
    const step = Math.max(last + 1, timeStepOf(Date.now()) - 1)
    // The server takes one step after its own; a second's margin, since the request takes time as well.
    const early = (step - 1) * TOTP.stepMs + 1000 - Date.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    last = step
    return totpOf(secret, step)
  }
}

describe.each(databaseKinds)('an administrator of a real installation (%s)', (kind) => {
  const product = useProduct(kind, installProduct(people))
  let code: () => Promise<string> = () => Promise.reject(new Error('Nothing is set up yet.'))
  let used = ''
  let recoveryCodes: string[] = []

  const alert = (page: Page) => page.getByRole('alert')
  const askedForCode = (page: Page) => page.locator('input[autocomplete=one-time-code]')
  /** By keyboard, up to the question for the code. */
  const enterPassword = async (page: Page, username: string, password: string) => {
    await page.locator('input[autocomplete=username]').fill(username)
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await askedForCode(page).waitFor()
  }
  const enterCode = async (page: Page, typed: string) => {
    await expect.poll(() => askedForCode(page).evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
  }
  const inside = (page: Page) => page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))

  it('sets up an authenticator before anything else opens, and sees the recovery codes once', async () => {
    const page = await openPage(product, { door: 'admin', path: '/account' })
    await page.locator('input[autocomplete=username]').fill('zhang')
    await page.keyboard.press('Tab')
    await page.keyboard.type(given)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '请设置自己的密码' }).waitFor()
    await axeInBothSchemes(page)
    await page.locator('input[autocomplete=new-password]').fill(own)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '请启用两步验证' }).waitFor()
    await page.getByRole('img', { name: '两步验证的二维码' }).waitFor()
    await axeInBothSchemes(page)
    // Nothing else is open yet, whatever is asked for.
    await page.goto('/admin/organisation')
    await page.getByRole('heading', { name: '请启用两步验证' }).waitFor()

    const secret = (await page.locator('form code').first().innerText()).replaceAll(' ', '')
    const codes = page.getByRole('region', { name: '恢复码' }).getByRole('listitem')
    recoveryCodes = await codes.allInnerTexts()
    expect(new Set(recoveryCodes).size).toBe(10)
    code = authenticator(secret)

    await page.getByLabel('我已把恢复码放好').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type('000000')
    await page.keyboard.press('Tab')
    await page.keyboard.type(own)
    await page.keyboard.press('Enter')
    await page.getByText('这个验证码不对或已用过').waitFor()
    expect(await codes.allInnerTexts(), 'a wrong code changes nothing that was copied').toEqual(recoveryCodes)
    await axeInBothSchemes(page)
    used = await code()
    await askedForCode(page).fill(used)
    await page.keyboard.press('Enter')
    await inside(page)
    await page.goto('/admin/account')
    await page.getByText('还有 10 个恢复码').waitFor()
    expect(await page.getByText(recoveryCodes[0] ?? '-').count()).toBe(0)
    await axeInBothSchemes(page)
  })

  it('signs in to the console with a code, and not with a wrong or a used one', async () => {
    const page = await openPage(product, { door: 'admin', path: '/account' })
    await enterPassword(page, 'zhang', own)
    await axeInBothSchemes(page)
    for (const wrong of ['000000', used]) {
      await enterCode(page, wrong)
      await alert(page).filter({ hasText: '这个验证码不对或已用过' }).waitFor()
      expect(await askedForCode(page).inputValue()).toBe('')
    }
    await axeInBothSchemes(page)
    await enterCode(page, await code())
    await inside(page)
    await page.getByRole('button', { name: '账号菜单' }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await page.waitForURL(/sign-in/)
    // Whoever sits down next is asked for both again.
    await page.goto('/admin/account')
    await page.locator('input[autocomplete=username]').waitFor()
  })

  it('signs in to the school on a phone with a recovery code, once', async () => {
    const [first = '', second = ''] = recoveryCodes
    const phone = await openPage(product, { door: 'school', width: 'phone', scheme: 'dark', language: 'en' })
    await enterPassword(phone, 'zhang', own)
    await axeInBothSchemes(phone)
    await enterCode(phone, first)
    await inside(phone)
    const again = await openPage(product, { door: 'school', width: 'phone', language: 'en', path: '/account' })
    await enterPassword(again, 'zhang', own)
    await enterCode(again, first)
    await alert(again).filter({ hasText: 'This code is not right or was used already' }).waitFor()
    await axeInBothSchemes(again)
    await enterCode(again, second)
    await inside(again)
    await again.getByText('8 recovery codes left').waitFor()
    await axeInBothSchemes(again)
  })

  it('sets it up at the school’s door on a phone as well', async () => {
    const page = await openPage(product, { door: 'school', width: 'phone', language: 'en', path: '/account' })
    await page.locator('input[autocomplete=username]').fill('shen')
    await page.locator('input[autocomplete=current-password]').fill(given)
    await page.keyboard.press('Enter')
    await page.locator('input[autocomplete=new-password]').fill(own)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Set up two-step sign-in' }).waitFor()
    await page.getByRole('img', { name: 'QR code' }).waitFor()
    await axeInBothSchemes(page)
    const secret = (await page.locator('form code').first().innerText()).replaceAll(' ', '')
    await page.getByLabel('I have put the recovery codes in a safe place').check()
    await askedForCode(page).fill(await authenticator(secret)())
    await page.locator('input[autocomplete=current-password]').fill(own)
    await page.keyboard.press('Enter')
    await inside(page)
    await page.getByText('10 recovery codes left').waitFor()
  })
})
