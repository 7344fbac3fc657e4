import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { findChromium, launch } from '../../harness/chromium.ts'
import { visitByPhone } from './phone.ts'

/** A page whose text comes late, its button later, and dead for longer still. */
const LATE = `<!doctype html><title>迟</title><header></header><main></main>
<script>
setTimeout(() => { document.querySelector('main').innerHTML = '<h1>课程</h1>' }, 1500)
setTimeout(() => { document.querySelector('header').innerHTML = '<button aria-expanded="false">菜单</button>' }, 2000)
setTimeout(() => {
  const button = document.querySelector('button')
  button.onclick = () => button.setAttribute('aria-expanded', 'true')
}, 3000)
</script>`

it('sees a text that comes late, a button that does not answer, and a line that is slow', async () => {
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LATE)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await launch(await findChromium())
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const page = { path: '/', read: ['main h1'], tap: 'header button' }
    const { first, second } = await visitByPhone(browser, url, page, async () => undefined)
    for (const { readable, usable } of [first, second]) {
      // The line's own delay comes before the page's.
      expect(readable).toBeGreaterThan(2000)
      expect(usable).toBeGreaterThan(3500)
    }
  } finally {
    await browser.close()
    server.close()
  }
}, 60_000)
