import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditColumns, type PersonId, type Role, type UnitId } from '@dangjian/domain/access'
import { isFormula } from '@dangjian/domain/organisation'
import { insertAuditEntry } from '@dangjian/db/access/audit-store'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { tableRows } from '@dangjian/formats/organisation/table-rows'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const day = (date: string, minute = 0) => Date.parse(`${date}T09:00:00+08:00`) + minute * 60_000
const payloads = ['=HYPERLINK("http://x.example","点我")', '@SUM(A1:A9)', '+cmd|calc', '＝1+1', '-2+3']

describe.each(databaseKinds)('the audit log as the auditor takes it away (%s)', (kind) => {
  let server: TestServer
  let auditor: Visitor
  beforeAll(async () => {
    server = await startTestServer(kind)
    auditor = await server.asRole('auditor', 'association')
    const { people, units } = server.world
    const [one, two] = [people['a.office'][0] as PersonId, people['b.office'][0] as PersonId]
    await server.services.storage.transact(async (tx) => {
      // What somebody may have put into each field of text that the log shows.
      await tx.updateTable('person').set({ name: payloads[0] }).where('id', '=', one).execute()
      await tx.updateTable('person').set({ name: payloads[1] }).where('id', '=', two).execute()
      await tx.updateTable('unit').set({ name: payloads[2] }).where('id', '=', units['a.office']).execute()
      await tx.updateTable('unit').set({ name: payloads[3] }).where('id', '=', units['b.office']).execute()
      for (let n = 0; n < 1203; n += 1) {
        await insertAuditEntry(tx, {
          id: `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`,
          at: day('2026-11-20', n % 7),
          accountId: null,
          personId: one,
          role: n === 0 ? (payloads[4] ?? '') : 'societyCadre',
          actingUnitId: units['a.office'] as UnitId,
          action: n === 1 ? (payloads[4] ?? '') : 'training.save-answer',
          targetUnitId: units['b.office'] as UnitId,
          targetPersonId: two,
          detail: n === 2 ? JSON.stringify(payloads[0]) : '{"attemptId":"same"}',
        })
      }
    })
  })
  afterAll(() => server.stop())

  const ask = (filter: object, format: 'csv' | 'xlsx' = 'csv', who = auditor) =>
    who.api.access.exportAuditEntries.mutate({ ...filter, format, language: 'zh-CN' })
  const fetchFrom = (address: string, who: Pick<Visitor, 'headers'> = auditor) =>
    // A browser follows a link: no header of the page's own goes with it.
    fetch(`${server.url}${address}`, { headers: { cookie: who.headers.cookie ?? '' } })
  const rowsFrom = async (address: string) => {
    const read = await tableRows(new Uint8Array(await (await fetchFrom(address)).arrayBuffer()))
    if (!read.ok) throw new Error(read.refusal)
    return read.value.rows.map(({ cells }) => cells)
  }
  const onDay = { fromOn: '2026-11-20', toOn: '2026-11-20' }

  it.each(['csv', 'xlsx'] as const)(
    'has every entry once, with nothing a spreadsheet would run (%s)',
    async (format) => {
      const { address, count, firstAt, lastAt } = await ask(onDay, format)
      expect([count, firstAt, lastAt]).toEqual([1203, day('2026-11-20'), day('2026-11-20', 6)])
      const answer = await fetchFrom(address)
      expect(answer.headers.get('content-disposition')).toContain(`${encodeURIComponent('审计日志')}`)
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
      await answer.arrayBuffer()
      const rows = await rowsFrom(address)
      expect(new Set(rows.map((cells) => cells[auditColumns.indexOf('id')])).size).toBe(1203)
      expect(rows[0]?.[0]).toBe('2026-11-20 09:06:00')
      expect(rows.flat().filter((cell) => isFormula(cell))).toEqual([])
      // And the payloads are all there, behind their apostrophe.
      for (const payload of payloads) expect(rows.flat()).toContain(`'${payload}`)
    },
  )

  it('is filtered as the list is, and says how many and from when to when', async () => {
    const person = await ask({ ...onDay, person: 'nobody of this name' })
    expect(person).toMatchObject({ count: 0, firstAt: null, lastAt: null })
    expect(await (await fetchFrom(person.address)).text()).toMatch(/^\ufeff?时间（北京时间）,办理人,[^\n]*\r\n$/)
    expect((await ask({ ...onDay, action: 'training.save-answer' })).count).toBe(1202)
    expect((await ask({ fromOn: '2026-11-21', toOn: '2026-11-21' })).count).toBe(0)
  })

  it('stands in the log itself, with how many and by what it was filtered, and with no name that was typed', async () => {
    await ask({ ...onDay, person: 'TypedName' })
    const { rows } = await auditor.api.access.listAuditEntries.query({
      action: 'access.export-audit-entries',
      limit: 1,
    })
    expect(rows[0]).toMatchObject({ role: 'auditor', action: 'access.export-audit-entries' })
    const entry = await server.services.storage.read
      .selectFrom('auditEntry')
      .select('detail')
      .where('id', '=', rows[0]?.id ?? '')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(entry.detail)).toMatchObject({ format: 'csv', count: 0, by: ['person', 'fromOn', 'toOn'] })
    expect(entry.detail).not.toContain('TypedName')
  })

  it('is for the auditor who asked, for ten minutes, and for nobody else', async () => {
    const now = Date.now()
    server.setClock(now)
    const { address } = await ask(onDay)
    expect(address).not.toContain('2026')
    const other = await server.asRole('auditor', 'association', 1)
    const everyOther: readonly (Role | null)[] = [
      'associationAdministrator',
      'systemOperator',
      'securityAdministrator',
      null,
    ]
    for (const [nth, role] of everyOther.entries()) {
      const visitor = await server.asRole(role, (['a', 'b', 'c', 'a.group'] as const)[nth] ?? 'a')
      await expect(ask(onDay, 'csv', visitor)).rejects.toMatchObject({ data: { httpStatus: 403 } })
      expect((await fetchFrom(address, visitor)).status).toBe(404)
    }
    expect((await fetchFrom(address, other)).status).toBe(404)
    expect((await fetchFrom(address, { headers: {} })).status).toBe(404)
    expect((await fetchFrom(`${address.slice(0, -2)}AA`)).status).toBe(404)
    server.setClock(now + 10 * 60_000 + 1)
    expect((await fetchFrom(address)).status).toBe(404)
    server.setClock(now)
    expect((await fetchFrom(address)).status).toBe(200)
  })
})
