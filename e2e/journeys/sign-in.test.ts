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
