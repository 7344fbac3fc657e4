import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startOfDay, type FileId, type UnitId } from '@dangjian/domain/access'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'
import { upload } from './testing/upload.ts'

const NOON = 12 * 3_600_000
const paper = { documentNo: '华科党〔2026〕7号', documentFileId: null }
const noPaper: { documentNo: string | null; documentFileId: FileId | null } = { documentNo: null, documentFileId: null }

describe.each(databaseKinds)('the life of a unit over HTTP (%s)', (kind) => {
  let server: TestServer
  let officer: Visitor
  let secretary: Visitor
  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(startOfDay('2026-06-01') + NOON)
    officer = await server.asRole('associationAdministrator', 'association')
    secretary = await server.asRole('societySecretary', 'a')
  })
  beforeEach(() => server.setClock(startOfDay('2026-06-01') + NOON))
  afterAll(() => server.stop())

  const show = async (unitId: UnitId) => (await officer.api.organisation.showUnit.query({ unitId })).unit
  const found = (name: string, parentId = server.world.units.a) =>
    secretary.api.organisation.foundUnit.mutate({
      parentId,
      name,
      kind: 'officePartyOrganisation',
      form: 'branch',
      affiliation: 'association',
    })
  const step = async (unitId: UnitId, on: string, document = noPaper) => ({
    unitId,
    rev: (await show(unitId)).rev,
    on,
    ...document,
    note: null,
  })

  it('leads from the plan over application and approval to its founding, each step with its date and document', async () => {
    const { unitId } = await found('新设党支部')
    await secretary.api.organisation.applyUnit.mutate(await step(unitId, '2026-06-01'))
    const approval = await upload(server, officer, 'approval', '批复.txt', '同意成立。')
    await officer.api.organisation.approveUnit.mutate(
      await step(unitId, '2026-06-01', { documentNo: '华科党〔2026〕7号', documentFileId: approval }),
    )
    await secretary.api.organisation.activateUnit.mutate(await step(unitId, '2026-06-01'))
    const page = await secretary.api.organisation.showUnit.query({ unitId })
    expect(page.unit).toMatchObject({ state: 'active', foundedOn: '2026-06-01', tier: 2 })
    expect(page.events.map((event) => event.action)).toEqual(['activate', 'approve', 'apply', 'plan'])
    expect(page.events[1]).toMatchObject({ document: { no: '华科党〔2026〕7号', file: { name: '批复.txt' } } })
    // The approval lies with the unit: the society may read what the association uploaded.
    const file = page.events[1]?.document.file?.id as string
    const answer = await fetch(`${server.url}/files/${file}`, { headers: secretary.headers })
    expect([answer.status, await answer.text()]).toEqual([200, '同意成立。'])
    const stranger = await server.asRole('societySecretary', 'b')
    expect((await fetch(`${server.url}/files/${file}`, { headers: stranger.headers })).status).toBe(404)
  })

  it('asks for the paper of an approval, keeps its dates in order and takes no step twice', async () => {
    const { unitId } = await found('等批复党支部')
    await secretary.api.organisation.applyUnit.mutate(await step(unitId, '2026-06-01'))
    const approve = async (on: string, document = noPaper) =>
      officer.api.organisation.approveUnit.mutate(await step(unitId, on, document))
    await expect(approve('2026-06-01')).rejects.toMatchObject({ data: { refusal: 'unit-document-missing' } })
    await expect(approve('2026-05-31', paper)).rejects.toMatchObject({
      data: { refusal: 'unit-step-before-last', detail: { date: '2026-06-01' } },
    })
    await expect(approve('2026-06-02', paper)).rejects.toMatchObject({
      data: { refusal: 'unit-step-in-future' },
    })
    await expect(secretary.api.organisation.applyUnit.mutate(await step(unitId, '2026-06-01'))).rejects.toMatchObject({
      data: { refusal: 'unit-step-not-possible' },
    })
    expect((await show(unitId)).state).toBe('applied')
  })

  it('leaves approving to the association: the society is told that its role lacks the act', async () => {
    const { unitId } = await found('自批党支部')
    const approve = secretary.api.organisation.approveUnit.mutate(await step(unitId, '2026-06-01', paper))
    await expect(approve).rejects.toMatchObject({ data: { httpStatus: 403 } })
  })

  it('tells the second of two who edit one unit who was first and when, and writes nothing of theirs', async () => {
    const { unitId } = await found('两人同改党支部')
    const stale = await step(unitId, '2026-06-01')
    await secretary.api.organisation.applyUnit.mutate(stale)
    const second = await officer.api.organisation.dissolveUnit
      .mutate({ ...stale, documentNo: '撤〔2026〕1号' })
      .catch((error: { data: unknown }) => error.data)
    expect(second).toMatchObject({
      httpStatus: 409,
      refusal: 'edited-meanwhile',
      detail: { by: '金丝雀AA学会1号', at: startOfDay('2026-06-01') + NOON },
    })
    expect((await show(unitId)).state).toBe('applied')
  })

  it('puts the three tiers under their society alone, one Party committee each', async () => {
    const { units } = server.world
    const plan = (parentId: UnitId, kind: 'societyPartyCommittee' | 'branchWorkingGroup', name: string) =>
      officer.api.organisation.foundUnit.mutate({
        parentId,
        name,
        kind,
        form: kind === 'branchWorkingGroup' ? 'group' : 'committee',
        affiliation: null,
      })
    await expect(plan(units.a, 'societyPartyCommittee', '第二党委')).rejects.toMatchObject({
      data: { refusal: 'society-has-committee' },
    })
    for (const parent of [units.association, units['a.committee'], units['a.group']]) {
      await expect(plan(parent, 'branchWorkingGroup', '错位小组')).rejects.toMatchObject({
        data: { refusal: 'unit-under-wrong-parent' },
      })
    }
    await expect(found('金丝雀AA学会办事机构党支部')).rejects.toMatchObject({ data: { refusal: 'unit-name-taken' } })
  })

  it('never moves a unit under itself, under what hangs on it, or under a stranger’s', async () => {
    const { units } = server.world
    const general = await officer.api.organisation.foundUnit.mutate({
      parentId: units.c,
      name: '办事机构党总支',
      kind: 'officePartyOrganisation',
      form: 'generalBranch',
      affiliation: 'association',
    })
    await officer.api.organisation.applyUnit.mutate(await step(general.unitId, '2026-06-01'))
    await officer.api.organisation.approveUnit.mutate(await step(general.unitId, '2026-06-01', paper))
    await officer.api.organisation.activateUnit.mutate(await step(general.unitId, '2026-06-01'))
    const move = async (unitId: UnitId, parentId: UnitId) =>
      officer.api.organisation.moveUnit.mutate({ unitId, rev: (await show(unitId)).rev, parentId, on: '2026-06-01' })
    await expect(move(general.unitId, general.unitId)).rejects.toMatchObject({ data: { refusal: 'unit-under-itself' } })
    await move(units['c.office'], general.unitId)
    expect(await show(units['c.office'])).toMatchObject({ parentId: general.unitId })
    await expect(move(general.unitId, units['c.office'])).rejects.toMatchObject({
      data: { refusal: 'unit-under-itself' },
    })
    await expect(move(units['c.office'], units['b.office'])).rejects.toMatchObject({
      data: { refusal: 'unit-under-stranger' },
    })
    const own = await server.asRole('societySecretary', 'c')
    const foreign = own.api.organisation.moveUnit.mutate({
      unitId: units['c.office'],
      rev: (await show(units['c.office'])).rev,
      parentId: units.b,
      on: '2026-06-01',
    })
    await expect(foreign).rejects.toMatchObject({ data: { httpStatus: 404 } })
    const path = await own.api.organisation.showUnit.query({ unitId: units['c.office'] })
    expect(path.path.map((each) => each.name)).toEqual(['金丝雀CC学会', '办事机构党总支'])
  })

  it('ends a unit only when nothing active is beneath it, and merges it into its like alone', async () => {
    const { units } = server.world
    const dissolve = officer.api.organisation.dissolveUnit.mutate(await step(units.b, '2026-06-01', paper))
    await expect(dissolve).rejects.toMatchObject({
      data: { refusal: 'unit-has-active-children', detail: { count: 3 } },
    })
    const merge = async (intoId: UnitId) =>
      officer.api.organisation.mergeUnit.mutate({
        ...(await step(units['b.group'], '2026-06-01', paper)),
        intoId,
      })
    await expect(merge(units['a.group'])).rejects.toMatchObject({ data: { refusal: 'unit-merges-into-stranger' } })
    await expect(merge(units['b.office'])).rejects.toMatchObject({ data: { refusal: 'unit-merges-into-stranger' } })
    await expect(merge(units['b.group'])).rejects.toMatchObject({ data: { refusal: 'unit-merges-into-stranger' } })
    const other = await officer.api.organisation.foundUnit.mutate({
      parentId: units.b,
      name: '另一小组',
      kind: 'branchWorkingGroup',
      form: 'group',
      affiliation: null,
    })
    for (const name of ['decideUnit', 'activateUnit'] as const)
      await officer.api.organisation[name].mutate(await step(other.unitId, '2026-06-01', paper))
    await merge(other.unitId)
    const page = await officer.api.organisation.showUnit.query({ unitId: units['b.group'] })
    expect(page).toMatchObject({
      unit: { state: 'merged', endedOn: '2026-06-01' },
      mergedInto: { name: '另一小组' },
      nextActions: [],
    })
  })

  it('sets a working group up by the society’s own decision; the association is not asked, a paper is', async () => {
    const { unitId } = await secretary.api.organisation.foundUnit.mutate({
      parentId: server.world.units.a,
      name: '航次专业委员会党的工作小组',
      kind: 'branchWorkingGroup',
      form: 'group',
      affiliation: null,
    })
    await expect(secretary.api.organisation.applyUnit.mutate(await step(unitId, '2026-06-01'))).rejects.toMatchObject({
      data: { refusal: 'unit-step-not-possible' },
    })
    await expect(secretary.api.organisation.decideUnit.mutate(await step(unitId, '2026-06-01'))).rejects.toMatchObject({
      data: { refusal: 'unit-document-missing' },
    })
    await secretary.api.organisation.decideUnit.mutate(await step(unitId, '2026-06-01', paper))
    await expect(
      secretary.api.organisation.activateUnit.mutate(await step(unitId, '2026-06-01')),
    ).rejects.toMatchObject({ data: { refusal: 'unit-document-missing' } })
    await secretary.api.organisation.activateUnit.mutate(await step(unitId, '2026-06-01', paper))
    const page = await secretary.api.organisation.showUnit.query({ unitId })
    expect(page.events.map((event) => event.action)).toEqual(['activate', 'decide', 'plan'])
  })

  it('answers a unit out of scope exactly as one that does not exist', async () => {
    const foreign = await secretary.api.organisation.showUnit
      .query({ unitId: server.world.units['b.office'] })
      .catch((error: { data: unknown }) => error.data)
    const unknown = await secretary.api.organisation.showUnit
      .query({ unitId: '01900000-0000-7000-8000-000000000000' })
      .catch((error: { data: unknown }) => error.data)
    expect(foreign).toMatchObject({ httpStatus: 404 })
    expect(foreign).toEqual(unknown)
  })

  it('takes a society in by hand under a code of its own', async () => {
    const society = {
      unitId: server.world.units.association,
      category: 'medicine' as const,
      admittedOn: '2026-05-20',
      ...noPaper,
    }
    const admit = (code: string, name: string) =>
      officer.api.organisation.foundSociety.mutate({ ...society, code, name })
    await expect(admit('a-01', '华夏新学会')).rejects.toMatchObject({ data: { refusal: 'society-code-taken' } })
    await expect(admit('第一', '华夏新学会')).rejects.toMatchObject({ data: { refusal: 'society-code-unknown' } })
    const { unitId } = await admit('d-09', '华夏新学会')
    expect(await show(unitId)).toMatchObject({ code: 'D-09', state: 'active', foundedOn: '2026-05-20' })
  })
})
