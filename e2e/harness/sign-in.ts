import type { Page } from 'playwright-core'

/** Every demo account has it; it stands on the sign-in page as well. */
export const DEMO_PASSWORD = 'dangjian-2026'

/** A page's address within its door. */
export function pagePath(door: 'admin' | 'school', path: string): string {
  return door === 'admin' ? `/admin${path}` : path
}

/** Signs in by the form, by keyboard, and waits for the page that was asked for. */
export async function signInAs(page: Page, username: string, password = DEMO_PASSWORD): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(username)
  const field = page.locator('input[autocomplete=current-password]')
  await field.fill(password)
  await field.press('Enter')
  await signedIn(page)
}

/** Signs in by a click on an account in the demo's list. */
export async function signInFromList(page: Page, username: string): Promise<void> {
  const account = page.getByRole('button').filter({ has: page.getByText(username, { exact: true }) })
  await account.click()
  await signedIn(page)
}

async function signedIn(page: Page): Promise<void> {
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
  await page.getByRole('main').waitFor()
}
