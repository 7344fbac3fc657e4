import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startOfDay, type UnitId } from '@dangjian/domain/access'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const noPaper = { documentNo: null, documentFileId: null }

describe.each(databaseKinds)('the organisation as of any day over HTTP (%s)', (kind) => {
  let server: TestServer
  let officer: Visitor
  beforeAll(async () => {
    server = await startTestServer(kind)
    officer = await server.asRole('associationAdministrator', 'association')
  })
  afterAll(() => server.stop())

  const today = (day: string) => server.setClock(startOfDay(day) + 1)
  const show = (unitId: UnitId, asOn?: string) =>
    officer.api.organisation.showUnit.query({ unitId, ...(asOn ? { asOn } : {}) })
  const rev = async (unitId: UnitId) => (await show(unitId)).unit.rev

  it('keeps a unit’s former name, affiliation and state for the days on which it had them', async () => {
    const { units } = server.world
    today('2024-01-10')
    const { unitId } = await officer.api.organisation.foundUnit.mutate({
      parentId: units.a,
      name: '旧名党支部',
      kind: 'officePartyOrganisation',
      form: 'branch',
      affiliation: 'supportingUnit',
    })
    const paper = { documentNo: '批〔2024〕1号', documentFileId: null }
    for (const [day, act] of [
      ['2024-02-01', 'applyUnit'],
      ['2024-03-01', 'approveUnit'],
      ['2024-04-01', 'activateUnit'],
    ] as const) {
      today(day)
      await officer.api.organisation[act].mutate({ unitId, rev: await rev(unitId), on: day, ...paper, note: null })
    }
    today('2025-05-01')
    await officer.api.organisation.renameUnit.mutate({
      unitId,
      rev: await rev(unitId),
      name: '新名党支部',
      on: '2025-05-01',
      ...noPaper,
    })
    today('2025-09-01')
    await officer.api.organisation.changeAffiliation.mutate({
      unitId,
      rev: await rev(unitId),
      affiliation: 'association',
      on: '2025-08-01',
      ...noPaper,
    })
    today('2026-06-01')
    await officer.api.organisation.suspendUnit.mutate({
      unitId,
      rev: await rev(unitId),
      on: '2026-05-01',
      ...noPaper,
      note: null,
    })

    const on = async (day: string) => {
      const { unit, nextActions } = await show(unitId, day)
      return [unit.name, unit.affiliation, unit.state, nextActions.length]
    }
    await expect(show(unitId, '2024-01-09')).rejects.toMatchObject({ data: { httpStatus: 404 } })
    expect(await on('2024-01-10')).toEqual(['旧名党支部', 'supportingUnit', 'planned', 0])
    expect(await on('2024-04-01')).toEqual(['旧名党支部', 'supportingUnit', 'active', 0])
    expect(await on('2025-06-01')).toEqual(['新名党支部', 'supportingUnit', 'active', 0])
    expect(await on('2025-08-01')).toEqual(['新名党支部', 'association', 'active', 0])
    expect(await on('2026-06-01')).toEqual(['新名党支部', 'association', 'suspended', 3])
    const children = async (day: string) =>
      (await show(units.a, day)).children.map((child) => `${child.name} ${child.state}`)
    expect(await children('2024-02-15')).toContain('旧名党支部 applied')
    expect(await children('2024-01-09')).not.toContain('旧名党支部 planned')
  })

  it('refuses a new name that is taken, unchanged, or of a day to come', async () => {
    today('2026-06-01')
    const unitId = server.world.units['b.office']
    const rename = async (name: string, on = '2026-06-01') =>
      officer.api.organisation.renameUnit.mutate({ unitId, rev: await rev(unitId), name, on, ...noPaper })
    await expect(rename('金丝雀BB学会党委')).rejects.toMatchObject({ data: { refusal: 'unit-name-taken' } })
    await expect(rename('金丝雀BB学会办事机构党支部')).rejects.toMatchObject({
      data: { refusal: 'unit-name-unchanged' },
    })
    await expect(rename('又名', '2026-06-02')).rejects.toMatchObject({ data: { refusal: 'unit-change-in-future' } })
    await expect(rename('又名', '2020-02-29')).rejects.toMatchObject({
      data: { refusal: 'unit-change-before-founding' },
    })
  })

  it('counts coverage as of a day beside a year before, and a cell opens the societies that it counts', async () => {
    const { units } = server.world
    today('2026-06-01')
    const paper = { documentNo: '撤〔2026〕1号', documentFileId: null }
    await officer.api.organisation.dissolveUnit.mutate({
      unitId: units['c.group'],
      rev: await rev(units['c.group']),
      on: '2026-05-31',
      ...paper,
      note: null,
    })
    const science = async (asOn?: string) => {
      const { cells } = await officer.api.organisation.showCoverage.query({
        unitId: units.association,
        ...(asOn ? { asOn } : {}),
      })
      return cells.find((cell) => cell.category === 'science' && cell.tier === 3)
    }
    expect(await science()).toMatchObject({
      societies: 3,
      covered: 2,
      coveredYearBefore: 3,
      lacking: [{ id: units.c }],
    })
    expect(await science('2026-05-30')).toMatchObject({ societies: 3, covered: 3, lacking: [] })
    const list = (asOn?: string) =>
      officer.api.organisation.listSocieties.query({
        unitId: units.association,
        category: 'science',
        lackingTier: 3,
        ...(asOn ? { asOn } : {}),
      })
    expect((await list()).rows.map((row) => row.id)).toEqual([units.c])
    expect(await list('2026-05-30')).toMatchObject({ rows: [], total: 0 })
    const own = await server.asRole('societySecretary', 'a')
    const seen = await own.api.organisation.showCoverage.query({ unitId: units.a })
    expect(seen.cells.filter((cell) => cell.societies > 0).map((cell) => cell.societies)).toEqual([1, 1, 1])
    await expect(own.api.organisation.showCoverage.query({ unitId: units.association })).rejects.toMatchObject({
      data: { httpStatus: 404 },
    })
  })

  it('finds societies by name, code, pinyin and initials, filters them, pages through them, and exports what is filtered', async () => {
    today('2026-06-01')
    const { units } = server.world
    const unitId = units.association
    await officer.api.organisation.foundSociety.mutate({
      unitId,
      code: 'B-77',
      name: '华夏云网学会',
      category: 'engineering',
      admittedOn: '2026-01-01',
      ...noPaper,
    })
    const names = async (filter: object) =>
      (await officer.api.organisation.listSocieties.query({ unitId, ...filter })).rows.map((row) => row.code)
    for (const search of ['云网', 'yunwang', 'hxyw', 'b-77']) expect(await names({ search })).toEqual(['B-77'])
    expect(await names({ category: 'engineering' })).toEqual(['B-77'])
    expect(await names({ lackingTier: 1 })).toEqual(['B-77'])
    expect(await names({ state: 'suspended' })).toEqual([])
    const first = await officer.api.organisation.listSocieties.query({ unitId, limit: 3 })
    expect([first.rows.length, first.total, first.nextCursor]).toEqual([3, 4, 'A-03'])
    expect(await names({ limit: 3, cursor: 'A-03' })).toEqual(['B-77'])
    const file = await officer.api.organisation.exportSocieties.query({
      unitId,
      category: 'engineering',
      format: 'csv',
      language: 'zh-CN',
    })
    expect(file.fileName).toBe('全国学会 2026-06-01.csv')
    expect(Buffer.from(file.base64, 'base64').toString('utf8')).toBe(
      '\ufeff编码,名称,类别,状态,学会党委,办事机构党组织,分支机构党的工作小组\r\nB-77,华夏云网学会,工科,运行中,0,0,0\r\n',
    )
  })
})
