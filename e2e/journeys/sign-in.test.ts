import { describe, expect, it } from 'vitest'
import {
  axe,
  axeInBothSchemes,
  databaseKinds,
  openPage,
  signInAs,
  signInFromList,
  useProduct,
} from '../harness/journey.ts'
import { DEMO_PASSWORD } from '../harness/sign-in.ts'
import { signInClient } from '../harness/client.ts'

describe.each(databaseKinds)('whoever comes to a door (%s)', (kind) => {
  const product = useProduct(kind)

  it('signs in to the console by the form and is taken to the page that was asked for', async () => {
    const page = await openPage(product, { door: 'admin', path: '/account' })
    await axeInBothSchemes(page)
    await signInAs(page, 'plan')
    expect(new URL(page.url()).pathname).toBe('/admin/account')
    await axeInBothSchemes(page)
  })

  it('signs in to the school on a phone by the list of the demo', async () => {
    const page = await openPage(product, { door: 'school', width: 'phone', scheme: 'dark', path: '/account' })
    await axe(page)
    await signInFromList(page, 'learner')
    await axe(page)
  })

  it('is told that a role was revoked while it was in use, and keeps the page until they leave it', async () => {
    const page = await openPage(product, { door: 'school', path: '/studio' })
    await signInAs(page, 'trainer')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const security = await signInClient(product.url, 'security')
    const session = await security.api.access.session.query()
    const unitId = session.signedIn ? session.grants[0]?.unitId : undefined
    const { rows } = await security.api.access.listRoleGrants.query({ unitId: unitId ?? '' })
    const grant = rows.find(({ role, toOn }) => role === 'trainer' && toOn === null)
    await security.api.access.revokeRole.mutate({ roleGrantId: grant?.id ?? '' })

    await page.locator('main a[href^="/studio/courses/"]').first().click()
    const again = page.getByRole('dialog', { name: '登录已结束，请重新登录' })
    await again.waitFor()
    await axe(page)
    await again.locator('input[autocomplete=username]').fill('trainer')
    await again.locator('input[autocomplete=current-password]').fill(DEMO_PASSWORD)
    await page.keyboard.press('Enter')
    const ended = page.getByRole('dialog', { name: '您的角色已被收回' })
    await ended.getByText(/联系安全管理员/).waitFor()
    await axeInBothSchemes(page)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === '/')
    await page.getByRole('main').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('leaves nothing of themselves in another tab when they sign out or somebody else signs in', async () => {
    const page = await openPage(product, { door: 'school', width: 'phone' })
    await signInAs(page, 'learner')
    const left = page.getByText('您好，')
    await left.waitFor()
    const other = await page.context().newPage()
    await other.goto('/')
    await other.getByRole('button', { name: '账号菜单' }).click()
    await other.getByRole('menuitem', { name: '退出登录' }).click()
    await page.locator('input[autocomplete=username]').waitFor()
    expect(await left.count()).toBe(0)

    await signInAs(page, 'learner')
    const name = await left.innerText()
    await other.context().clearCookies()
    await other.goto('/sign-in')
    await signInAs(other, 'dean')
    await expect.poll(() => left.innerText().catch(() => name)).not.toBe(name)
  })

  it('is told on the sign-in page that there was a session and it is over', async () => {
    const page = await openPage(product, { door: 'admin', language: 'en' })
    await signInAs(page, 'group')
    const { api } = await signInClient(product.url, 'group')
    for (const { id, current } of await api.access.listSessions.query()) {
      if (!current) await api.access.revokeSession.mutate({ sessionId: id })
    }
    await page.reload()
    await page.getByText(/Your session ended/).waitFor()
    await axe(page)
  })

  it('is told in their language that the password is wrong, and keeps the name they typed', async () => {
    const page = await openPage(product, { door: 'admin', language: 'en' })
    await page.getByLabel('User name').fill('plan')
    await page.getByLabel('Password', { exact: true }).fill('not-this-one')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('User name').inputValue()).toBe('plan')
    await axe(page)
  })
})
