import { describe, expect, it } from 'vitest'
import { databaseKinds, openPage, signInAs, useProduct } from '../harness/journey.ts'

describe.each(databaseKinds)('a first visit (%s)', (kind) => {
  const product = useProduct(kind)
  const script = async () => {
    const html = await (await fetch(`${product.url}/`)).text()
    return /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? ''
  }

  it('brings the door’s script compressed, as the browser can take it, to be kept for ever', async () => {
    const plain = await fetch(product.url + (await script()), { headers: { 'accept-encoding': 'identity' } })
    const small = await fetch(product.url + (await script()), { headers: { 'accept-encoding': 'gzip, br' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(small.headers.get('content-encoding')).toBe('br')
    expect(await small.text()).toBe(await plain.text())
    expect(small.headers.get('cache-control')).toContain('immutable')
  })

  it('is followed by others that are told only whether the page has changed', async () => {
    const first = await fetch(`${product.url}/courses`)
    const tag = first.headers.get('etag') ?? ''
    const again = await fetch(`${product.url}/exams`, { headers: { 'if-none-match': tag } })
    expect([first.status, again.status]).toEqual([200, 304])
    expect((await fetch(`${product.url}/exams`, { headers: { 'if-none-match': '"old"' } })).status).toBe(200)
  })

  it('of a course asks the server in few requests, and for who is signed in together with the course', async () => {
    const page = await openPage(product, { door: 'school', width: 'phone' })
    await signInAs(page, 'learner')
    await page.goto('/courses')
    const opened = page.waitForResponse('**/trpc/training.showCourse*')
    await page.locator('main a[href^="/courses/"]').first().click()
    await opened
    const asked: string[] = []
    await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache')
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.reload({ waitUntil: 'networkidle' })
    expect(asked.filter((path) => path.startsWith('/trpc/'))).toEqual(['/trpc/training.showCourse,access.session'])
    expect(asked.length).toBeLessThanOrEqual(15)
  })

  it('is followed by others that ask while the page’s code is still being read, once, until somebody signs out', async () => {
    const page = await openPage(product, { door: 'school', width: 'phone' })
    await signInAs(page, 'learner')
    await page.goto('/courses')
    await page.locator('main a[href^="/courses/"]').first().click()
    await page.waitForURL(/\/courses\/[\w-]+$/)
    await page.reload({ waitUntil: 'networkidle' })
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/assets/index-*.js', async (route) => {
      await held
      await route.continue()
    })
    const questions = () => asked.filter((path) => path.startsWith('/trpc/'))
    const answer = page.waitForResponse('**/trpc/**')
    await page.reload({ waitUntil: 'commit' })
    expect((await answer).status()).toBe(200)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(0)
    release()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(questions()).toEqual(['/trpc/training.showCourse,access.session'])

    const kept = () => page.evaluate(() => localStorage.getItem('dangjian-opening'))
    expect(await kept()).toContain('showCourse')
    await page.getByRole('button', { name: '账号菜单' }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await page.getByRole('button', { name: '登录' }).first().waitFor()
    expect(await kept()).toBeNull()
  })

  it('of somebody who is not signed in leads to the sign-in, and from there to the page', async () => {
    const page = await openPage(product, { door: 'school', width: 'phone', path: '/courses' })
    await signInAs(page, 'learner')
    await page.locator('main a[href^="/courses/"]').first().click()
    await page.waitForURL(/\/courses\/[\w-]+$/)
    const address = page.url()
    await page.context().clearCookies()
    await page.goto(address)
    await signInAs(page, 'learner')
    expect(page.url()).toBe(address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
})
