import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { tableRows } from '@dangjian/formats/organisation/table-rows'
import { axe, axeInBothSchemes, databaseKinds, openPage, signInAs, useProduct } from '../harness/journey.ts'

/** An entry as the screen's table and the file both say it: when, who, in which role, what. */
type Entry = readonly [at: string, who: string, role: string, action: string]

async function shown(page: Page): Promise<Entry[]> {
  const rows = await page.getByRole('table').evaluate((table) =>
    [...table.querySelectorAll<HTMLElement>('tbody tr')].map((row) => {
      const [, who = '', role = '', action = ''] = [...row.querySelectorAll<HTMLElement>('th, td')].map(
        (cell) =>
          // The unit that the role is for stands on a line of its own.
          cell.innerText.split('\n')[0],
      )
      return { at: row.querySelector('time')?.dateTime ?? '', who, role, action }
    }),
  )
  return rows.map(({ at, who, role, action }) => [inChina(at), who, role, action])
}

/** `2026-11-24 12:00:00`, as files have it. */
const inChina = (at: string): string => new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** What is in the file that a choice of the export menu brings. */
async function taken(page: Page, choice: RegExp, name: RegExp): Promise<Entry[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: choice }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(name)
  const read = await tableRows(new Uint8Array(await readFile(await download.path())))
  if (!read.ok) throw new Error(read.refusal)
  return read.value.rows.map(({ cells: [at = '', who = '', role = '', , action = ''] }) => [at, who, role, action])
}

describe.each(databaseKinds)('the auditor (%s)', (kind) => {
  const product = useProduct(kind)

  it('narrows the audit log and takes it away as a spreadsheet: its rows are those of the screen', async () => {
    const page = await openPage(product, { door: 'admin' })
    await signInAs(page, 'auditor')
    await page.getByRole('link', { name: '审计日志' }).first().click()
    await page.getByRole('heading', { level: 1, name: '审计日志' }).waitFor()
    await page.getByRole('table').waitFor()
    await axeInBothSchemes(page)

    await page.getByRole('combobox', { name: '办了什么' }).fill('完成分解')
    await page.getByRole('option', { name: '完成分解任务', exact: true }).click()
    await page.waitForURL(/action=/)
    await expect.poll(async () => new Set((await shown(page)).map(([, , , action]) => action)).size).toBe(1)
    const all = await shown(page)
    const who = all[0]?.[1] ?? ''
    await page.getByRole('searchbox', { name: '按姓名或拼音首字母查人' }).fill(who)
    const narrowed = all.filter((entry) => entry[1] === who)
    expect(narrowed.length).toBeLessThan(all.length)
    await expect.poll(() => shown(page)).toEqual(narrowed)

    await page.getByRole('button', { name: '导出' }).press('Enter')
    await page.getByRole('menuitem').first().waitFor()
    await axeInBothSchemes(page)
    expect(await taken(page, /Excel/, /^审计日志 \d{4}-\d{2}-\d{2}\.xlsx$/)).toEqual(narrowed)
    await page.getByText(`正在下载 ${narrowed.length} 条记录`).waitFor()

    const phone = await openPage(product, {
      door: 'admin',
      width: 'phone',
      path: page.url().slice(page.url().indexOf('/system')),
    })
    await signInAs(phone, 'auditor')
    await phone.locator('main time').first().waitFor()
    await phone.getByRole('button', { name: '导出' }).click()
    await phone.getByRole('menuitem').first().waitFor()
    await axeInBothSchemes(phone)
    expect(await taken(phone, /CSV/, /^审计日志 \d{4}-\d{2}-\d{2}\.csv$/)).toEqual(narrowed)
    expect(await phone.locator('main time').count()).toBe(narrowed.length)

    // The log says that it was taken, and by whom.
    await page.goto('/admin/system/audit-log')
    await page
      .getByRole('row', { name: /导出审计日志/ })
      .first()
      .waitFor()
    await axe(page)
  })
})
