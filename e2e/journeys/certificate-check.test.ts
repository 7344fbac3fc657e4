import { describe, expect, it } from 'vitest'
import { axeInBothSchemes, databaseKinds, openPage, signInAs, useProduct } from '../harness/journey.ts'

describe.each(databaseKinds)('a stranger with a certificate in hand (%s)', (kind) => {
  const product = useProduct(kind)

  it('sees at one glance, in both languages and without signing in, that it is valid, and no full name', async () => {
    const holder = await openPage(product, { door: 'school', path: '/me' })
    await signInAs(holder, 'learner')
    await holder
      .getByRole('link', { name: /支部换届选举工作要点/ })
      .first()
      .click()
    await holder.getByRole('heading', { level: 1, name: '结业证书' }).waitFor()
    const address = await holder.getByRole('link', { name: '核验链接' }).getAttribute('href')
    const pdf = await holder.request.get(
      (await holder.getByRole('link', { name: '打开 PDF' }).getAttribute('href')) ?? '',
    )
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')

    const path = new URL(address ?? '').pathname
    for (const width of ['phone', 'desktop'] as const) {
      const stranger = await openPage(product, { door: 'school', width, path })
      const verdict = stranger.getByRole('status').filter({ hasText: '证书有效' })
      await verdict.waitFor()
      expect(await verdict.innerText()).toContain('Valid')
      const said = await stranger.locator('main').innerText()
      expect(said).toContain('支部换届选举工作要点')
      expect(said).toContain('白*')
      expect(said).not.toContain('白星遥')
      expect(await stranger.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
      await axeInBothSchemes(stranger)
    }
  })

  it('is told of a link that leads to none, and what to do', async () => {
    const stranger = await openPage(product, { door: 'school', width: 'phone', path: '/verify/no-such-certificate' })
    await stranger.getByText('查无此证').waitFor()
    await stranger.getByText(/scan the code again/).waitFor()
    await axeInBothSchemes(stranger)
  })
})
