import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { insertAuditEntry, type AuditEntry } from '@dangjian/db/access/audit-store'
import type { PersonId } from '@dangjian/domain/access'
import { canaryOf } from './testing/world.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const day = (date: string, minute = 0) => Date.parse(`${date}T09:00:00+08:00`) + minute * 60_000

describe.each(databaseKinds)('the audit log as the auditor reads it (%s)', (kind) => {
  let server: TestServer
  let auditor: Visitor
  let [one, two]: [PersonId, PersonId] = ['' as PersonId, '' as PersonId]
  beforeAll(async () => {
    server = await startTestServer(kind)
    auditor = await server.asRole('auditor', 'association')
    const { people, units } = server.world
    one = people['a.office'][0] as PersonId
    two = people['b.office'][0] as PersonId
    let n = 0
    const entry = (action: string, at: number, over: Partial<AuditEntry> = {}): AuditEntry => ({
      id: `01900000-0000-7000-8000-${String((n += 1)).padStart(12, '0')}`,
      at,
      accountId: null,
      personId: one,
      role: 'societyCadre',
      actingUnitId: units.a,
      action,
      targetUnitId: null,
      targetPersonId: null,
      detail: '{}',
      ...over,
    })
    const saves = Array.from({ length: 12 }, (_, minute) =>
      entry('training.save-answer', day('2026-11-20', minute), { detail: '{"attemptId":"first"}' }),
    )
    await server.services.storage.transact(async (tx) => {
      const entries = [
        entry('tasks.accept-assignment', day('2026-11-18'), { targetUnitId: units['a.group'] }),
        ...saves,
        entry('training.close-attempt', day('2026-11-20', 3)),
        entry('training.save-answer', day('2026-11-20', 30), { detail: '{"attemptId":"second"}' }),
        entry('training.save-answer', day('2026-11-20', 5), { personId: two, detail: '{"attemptId":"theirs"}' }),
        entry('tasks.close-assignment', day('2026-11-22'), { personId: two, actingUnitId: units.b }),
      ]
      for (const each of entries) await insertAuditEntry(tx, each)
    })
  })
  afterAll(() => server.stop())

  const list = async (filter: object) =>
    (await auditor.api.access.listAuditEntries.query(filter)).rows.map((row) => [row.action, row.times] as const)

  it('shows the answers saved in one attempt as one row with a count, at the time of the last', async () => {
    const { rows } = await auditor.api.access.listAuditEntries.query({ action: 'training.save-answer' })
    expect(rows.map(({ times, at }) => [times, at])).toEqual([
      [1, day('2026-11-20', 30)],
      [12, day('2026-11-20', 11)],
      [1, day('2026-11-20', 5)],
    ])
    expect(rows[1]).toMatchObject({ personName: `${canaryOf('a')}学会办事机构党支部1号`, role: 'societyCadre' })
  })

  it('is narrowed by whom it concerns, by unit with all beneath it, by days to the last, and by what was done', async () => {
    const inTwo = { person: `${canaryOf('b')}学会办事机构党支部1号` }
    expect(await list(inTwo)).toEqual([
      ['tasks.close-assignment', 1],
      ['training.save-answer', 1],
    ])
    expect(await list({ unit: `${canaryOf('b')}学会`, fromOn: '2026-11-21' })).toEqual([['tasks.close-assignment', 1]])
    expect(await list({ unit: canaryOf('a'), toOn: '2026-11-18' })).toEqual([['tasks.accept-assignment', 1]])
    expect(await list({ fromOn: '2026-11-22', toOn: '2026-11-22' })).toEqual([['tasks.close-assignment', 1]])
    expect(await list({ fromOn: '2026-11-23', toOn: '2026-11-22' })).toEqual([])
    expect(await list({ action: 'tasks.accept-assignment', person: 'nobody at all' })).toEqual([])
  })

  it('says whom a role was given to and taken from, and which role, of older entries as well', async () => {
    const security = await server.asRole('securityAdministrator', 'association')
    const [unitId, name] = [server.world.units.a, `${canaryOf('a')}学会办事机构党支部1号`]
    const { roleGrantId } = await security.api.access.grantRole.mutate({
      personId: one,
      role: 'societySecretary',
      unitId,
      fromOn: '2026-11-01',
      toOn: null,
    })
    await security.api.access.revokeRole.mutate({ roleGrantId })
    const told = { targetPersonName: name, subjectRole: 'societySecretary' }
    for (const action of ['access.grant-role', 'access.revoke-role']) {
      const { rows } = await auditor.api.access.listAuditEntries.query({ action, person: name })
      expect(rows).toMatchObject([told])
    }
    const older = { id: '01900000-0000-7000-8000-ffffffffffff', at: day('2026-11-10'), accountId: null, personId: two }
    await server.services.storage.transact((tx) =>
      insertAuditEntry(tx, {
        ...older,
        role: 'securityAdministrator',
        actingUnitId: null,
        action: 'access.grant-role',
        targetUnitId: unitId,
        targetPersonId: null,
        detail: JSON.stringify({ roleGrantId, role: 'societySecretary', personId: one }),
      }),
    )
    const { rows } = await auditor.api.access.listAuditEntries.query({ toOn: '2026-11-10' })
    expect(rows).toMatchObject([told])
    const { address } = await auditor.api.access.exportAuditEntries.mutate({
      action: 'access.grant-role',
      format: 'csv',
      language: 'zh-CN',
    })
    const csv = await (
      await fetch(`${server.url}${address}`, { headers: { cookie: auditor.headers.cookie ?? '' } })
    ).text()
    expect(csv.match(new RegExp(`学会党委书记,${name}`, 'g'))).toHaveLength(2)
  })

  it('gives every row once over its pages, whatever is asked for', async () => {
    const filter = { fromOn: '2026-11-18', toOn: '2026-11-22' }
    const whole = await auditor.api.access.listAuditEntries.query(filter)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await auditor.api.access.listAuditEntries.query({ ...filter, limit: 2, ...(cursor && { cursor }) })
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(whole.rows.map(({ id }) => id))
    expect(seen).toHaveLength(6)
  })
})
