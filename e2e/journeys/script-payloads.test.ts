import { readFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright-core'
import type { DatabaseKind } from '@dangjian/db/testing/both-databases'
import { describe, expect, inject, it } from 'vitest'
import { root } from '../harness/folders.ts'
import { forgive, openPage, signInAs, useProduct, type Product } from '../harness/journey.ts'
import { plantPayloads } from '../harness/plant-payloads.ts'
import { payloadsThat } from '../harness/script-payloads.ts'
import { startServerProcess } from '../harness/server-process.ts'
import { writePayloads } from '../harness/write-payloads.ts'

type Door = 'admin' | 'school'

/** Accounts that between them see every page; `SCRIPT_PAYLOADS=all` lets every demo account walk. */
const few = ['plan', 'society', 'trainer', 'learner']
const all = [...few, 'leader', 'cadre', 'office', 'group', 'security', 'auditor', 'operator', 'dean']
const long = process.env.SCRIPT_PAYLOADS === 'all'
const accounts = long ? all : few
const LIMIT_MS = long ? 1_500_000 : 240_000
const inSchool = new Set(['trainer', 'dean', 'learner'])

/** What a page did that it must not: scripts run, content policy broken, markup made of texts. */
const told: string[] = []
let ids: Readonly<Record<string, string>> = {}
let planted: ReadonlyMap<string, number> = new Map()
let taken: ReadonlyMap<string, number> = new Map()
/** Those that lie in the database, whatever the server would take, and those that it was sent. */
const [lying, sent] = [payloadsThat('__xss(1)'), payloadsThat('__xss(2)')]

async function startPlanted(kind: DatabaseKind): Promise<Product> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'dangjian-payloads-'))
  await cp(inject('demos').find((demo) => demo.kind === kind)?.dataDir ?? '', dataDir, { recursive: true })
  planted = plantPayloads(dataDir, lying)
  ids = idsIn(dataDir)
  const server = await startServerProcess({ dataDir, databaseUrl: undefined, env: { SECOND_FACTOR: 'optional' } })
  taken = await writePayloads(server.url, sent, {
    assignmentId: ids['assignmentId'] ?? '',
    bankId: ids['bankId'] ?? '',
  })
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { kind, url: server.url, stop }
}

/** What stands for the parameters of addresses: things that the demo's people have. */
function idsIn(dataDir: string): Record<string, string> {
  const db = new DatabaseSync(path.join(dataDir, 'dangjian.db'))
  const one = (query: string): string => String(Object.values(db.prepare(query).get() ?? {})[0])
  const personOf = (username: string): string => `(select person_id from account where username = '${username}')`
  const society = `(select unit_id from role_grant where person_id = ${personOf('society')})`
  try {
    const courseId = one(`select course_id from enrolment where person_id = ${personOf('learner')}`)
    const content = one(`select content from course_version where course_id = '${courseId}'`)
    return {
      planId: one('select id from work_plan order by year desc'),
      taskId: one("select id from task where state = 'published'"),
      clauseId: one('select id from clause'),
      assignmentId: one(
        `select id from assignment where unit_id = ${society} order by state in ('accepted', 'returned') desc`,
      ),
      unitId: one(`select ${society}`),
      personId: one(`select ${personOf('learner')}`),
      courseId,
      lessonId: /"id":"([^"]+)","(?:kind|title)"/.exec(content.slice(content.indexOf('"lessons"')))?.[1] ?? '',
      attemptId: one(`select id from attempt where person_id = ${personOf('learner')}`),
      certificateId: one(`select id from certificate where person_id = ${personOf('learner')}`),
      token: one('select token from certificate'),
      bankId: one('select id from question_bank'),
    }
  } finally {
    db.close()
  }
}

/** Every address of a door, from its own table of contents. */
function addressesOf(door: Door): string[] {
  const files = door === 'admin' ? ['routes.tsx', 'panorama-routes.tsx'] : ['routes.tsx']
  const text = files.map((file) => readFileSync(path.join(root, 'apps', door, 'src/app', file), 'utf8')).join()
  return [...text.matchAll(/\bpath: '(\/[^']*)'/g)]
    .map((found) => found[1] as string)
    .filter((address) => address !== '/sign-in')
    .map((address) => address.replaceAll(/\$(\w+)/g, (_, name: string) => ids[name] ?? `no-${name}`))
}

async function listen(page: Page): Promise<void> {
  await page.exposeBinding('__xss', ({ page: on }) => void told.push(`${on.url()} ran a payload`))
  await page.exposeBinding('__broken', ({ page: on }, what: string) => {
    told.push(`${on.url()} broke ${what}`)
  })
  page.on('dialog', (dialog) => (told.push(`${page.url()} opened a dialog`), void dialog.dismiss()))
  await page.addInitScript(() => {
    const { __broken: tell } = window as unknown as { __broken(what: string): void }
    addEventListener('securitypolicyviolation', (event) => tell(`${event.violatedDirective} ${event.blockedURI}`))
  })
}

/** Markup that no page of ours makes: whatever has it got it from a text. */
const foreign =
  '[onload],[onerror],[onclick],[onfocus],[onmouseover],[ontoggle],[onbegin],[srcdoc],[formaction],[href^="javascript:" i],[src^="javascript:" i],[action^="javascript:" i],main script,object,embed,base,math,image'

interface Shown {
  readonly lying: number
  readonly sent: number
}

/** A page as it stands once what it asked for is there; how many payloads it shows. */
async function lookAt(page: Page): Promise<Shown> {
  const there = () =>
    document.querySelector('h1') && !document.querySelector('[aria-busy=true], .mantine-Skeleton-root')
  await page.waitForFunction(there, undefined, { timeout: 5000 }).catch(() => undefined)
  const found = await page.evaluate((selector) => {
    const made = [...document.querySelectorAll(selector)].map((each) => each.outerHTML.slice(0, 120))
    const count = (run: string): number => document.body.textContent.split(run).length - 1
    return { made, shown: { lying: count('__xss(1)'), sent: count('__xss(2)') } }
  }, foreign)
  told.push(...found.made.map((html) => `${page.url()} made ${html}`))
  return found.shown
}

describe('texts that would run', () => {
  const product = useProduct('sqlite', startPlanted)

  it(
    'stand in every column that people write, and no page runs one or makes markup of it, for anybody',
    async () => {
      expect(lying.length).toBeGreaterThan(300)
      expect([...planted.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(lying.length)
      let shown: Shown = { lying: 0, sent: 0 }
      const seen = new Set<string>()
      const waiting = accounts.values()
      const walk = async (): Promise<void> => {
        for (const username of waiting) {
          const door = inSchool.has(username) ? 'school' : 'admin'
          const page = await openPage(product, { door })
          await listen(page)
          await signInAs(page, username)
          for (const address of addressesOf(door)) {
            await page.goto(door === 'admin' ? `/admin${address}` : address)
            const here = await lookAt(page)
            shown = { lying: shown.lying + here.lying, sent: shown.sent + here.sent }
            if (here.lying + here.sent > 0) seen.add(`${door} ${address}`)
          }
          await page.close()
        }
      }
      await Promise.all([walk(), walk(), walk()])
      expect(planted.size).toBeGreaterThan(30)
      expect([...taken.values()].filter((count) => count > 0).length).toBeGreaterThan(5)
      expect(taken.get('training.addQuestion')).toBeGreaterThan(300)
      expect(taken.get('tasks.reportProgress')).toBeGreaterThan(30)
      expect(taken.get('tasks.attachEvidence')).toBeGreaterThan(30)
      expect(shown.lying).toBeGreaterThan(500)
      expect(shown.sent).toBeGreaterThan(500)
      expect(seen.size).toBeGreaterThan(25)
      process.stdout.write(
        `${accounts.length} accounts; payloads shown: ${shown.lying} that lay there, ${shown.sent} sent; on ${seen.size} pages\n`,
      )
      expect(told).toEqual([])
    },
    LIMIT_MS,
  )

  it('are found out on a page that takes them for markup: by the content policy, and by running where there is none', async () => {
    const html = `<p><img src=x onerror="__xss(1)"></p><a href="javascript:__xss(1)">链接</a>`
    const plant = (page: Page) => page.evaluate((text) => void (document.body.innerHTML = text), html)
    const held = await openPage(product, { door: 'school' })
    forgive(held, /Content Security Policy|inline event handler|404/)
    await listen(held)
    await held.reload()
    await plant(held)
    await expect.poll(() => told.join()).toContain('broke script-src-attr')
    await lookAt(held)
    expect(told.join()).toContain('made <img')

    const open = await product.browser.newContext({ baseURL: product.url, bypassCSP: true })
    const bare = await open.newPage()
    await listen(bare)
    await bare.goto('/')
    await plant(bare)
    await expect.poll(() => told.join()).toContain('ran a payload')
    await open.close()
    told.length = 0
  })
})
