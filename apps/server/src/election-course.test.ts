import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startOfDay } from '@dangjian/domain/access'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

type PlainStep = 'request' | 'reply' | 'reject' | 'vet' | 'meet' | 'convene' | 'confirm'

describe.each(databaseKinds)('the course of an election over HTTP (%s)', (kind) => {
  let server: TestServer
  let secretary: Visitor
  let officer: Visitor
  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(startOfDay('2026-06-01') + 1)
    await server.services.storage.transact((tx) =>
      tx.updateTable('unit').set({ form: 'committee' }).where('id', '=', committee()).execute(),
    )
    officer = await server.asRole('associationAdministrator', 'association')
    secretary = await server.asRole('societySecretary', 'a')
  })
  afterAll(() => server.stop())

  const committee = () => server.world.units['a.committee']
  const course = async (unitId = committee()) => {
    const shown = await secretary.api.organisation.showElectionCourse.query({ unitId })
    if (!shown) throw new Error('No elections are held here')
    return shown
  }
  const take = async (
    who: Visitor,
    step: PlainStep,
    on: string,
    over: { rev?: number; note?: string | null; documentNo?: string | null; unitId?: string } = {},
  ) =>
    who.api.organisation[`${step}Election` as const].mutate({
      unitId: committee(),
      rev: over.rev ?? (await course()).rev,
      on,
      documentNo: `云党〔2026〕${step}号`,
      documentFileId: null,
      note: null,
      ...over,
    })
  const count = { entitled: 10, present: 9, issued: 9, returned: 9, valid: 9, places: 3, candidates: 4 }
  const stood = (name: string, votes: number, post: 'secretary' | 'deputySecretary' | 'member' | null) => ({
    name,
    personId: null as string | null,
    votes,
    posts: post ? [post] : [],
  })
  const record = (heldOn: string, votes = elected) =>
    secretary.api.organisation.recordElection.mutate({
      unitId: committee(),
      heldOn,
      ...count,
      votes,
      documentNo: null,
      documentFileId: null,
    })
  const elected = [
    stood('新书记', 9, 'secretary'),
    stood('新副书记', 8, 'deputySecretary'),
    stood('留任委员', 7, 'member'),
    stood('落选人', 3, null),
  ]
  const stages = async () => {
    const rows = await officer.api.organisation.listElectionCourses.query({ unitId: server.world.units.association })
    return rows.map(({ id, stage, next, holder }) => ({ id, stage, next, holder }))
  }

  it('begins with the society’s request, which the superior may send back with a reason', async () => {
    await expect(take(officer, 'reply', '2026-05-01')).rejects.toMatchObject({
      data: { refusal: 'election-step-out-of-turn' },
    })
    await expect(take(secretary, 'request', '2026-05-01', { documentNo: null })).rejects.toMatchObject({
      data: { refusal: 'unit-document-missing' },
    })
    await take(secretary, 'request', '2026-05-01')
    expect(await stages()).toEqual([{ id: committee(), stage: 'request', next: 'reply', holder: 'association' }])
    await expect(take(secretary, 'reply', '2026-05-02')).rejects.toMatchObject({ data: { httpStatus: 403 } })
    await expect(take(officer, 'reject', '2026-05-02')).rejects.toMatchObject({
      data: { refusal: 'election-reason-missing' },
    })
    await take(officer, 'reject', '2026-05-02', { note: '委员名额须说明' })
    expect(await stages()).toMatchObject([{ stage: 'reject', next: 'request', holder: 'society' }])
    await take(secretary, 'request', '2026-05-03')
  })

  it('is read by nobody of another society', async () => {
    const stranger = await server.asRole('societySecretary', 'b')
    await expect(stranger.api.organisation.showElectionCourse.query({ unitId: committee() })).rejects.toMatchObject({
      data: { httpStatus: 404 },
    })
    expect(await stranger.api.organisation.listElectionCourses.query({ unitId: server.world.units.b })).toEqual([])
  })

  it('tells the second of two who take a step who was first', async () => {
    const { rev } = await course()
    await take(officer, 'reply', '2026-05-04', { rev })
    await expect(take(officer, 'reject', '2026-05-04', { rev, note: '不同意' })).rejects.toMatchObject({
      data: { refusal: 'edited-meanwhile', detail: { at: startOfDay('2026-06-01') + 1 } },
    })
    const answers = await Promise.allSettled([1, 2].map(() => take(officer, 'vet', '2026-05-05', { rev: rev + 1 })))
    expect(answers.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('lets whoever took a wrong step withdraw it, which stays to be seen', async () => {
    const withdraw = async (who: Visitor) =>
      who.api.organisation.withdrawElectionStep.mutate({
        unitId: committee(),
        rev: (await course()).rev,
        reason: '日期写错',
      })
    await expect(withdraw(secretary)).rejects.toMatchObject({ data: { refusal: 'election-step-of-superior' } })
    await withdraw(officer)
    const shown = await course()
    expect(shown.next).toEqual(['vet'])
    expect(shown.courses.at(-1)?.at(-1)).toMatchObject({ step: 'vet', withdrawnReason: '日期写错' })
    await take(officer, 'vet', '2026-05-06')
  })

  it('takes the result after the meetings, with its counts; a withdrawn result leaves the term as it was', async () => {
    await expect(record('2026-05-10')).rejects.toMatchObject({ data: { refusal: 'election-step-out-of-turn' } })
    await take(secretary, 'meet', '2026-05-10', { documentNo: null })
    await take(secretary, 'convene', '2026-05-11', { documentNo: null })
    await expect(record('2026-05-09')).rejects.toMatchObject({ data: { refusal: 'unit-step-before-last' } })
    const term = async () => (await secretary.api.organisation.showUnit.query({ unitId: committee() })).term
    const before = await term()
    await record('2026-05-10')
    expect(await term()).toMatchObject({ electedOn: '2026-05-10', dueOn: '2031-05-10' })
    expect((await course()).courses.at(-1)?.at(-1)).toMatchObject({
      step: 'result',
      count: { entitled: 10, present: 9, valid: 9 },
    })
    await secretary.api.organisation.withdrawElectionStep.mutate({
      unitId: committee(),
      rev: (await course()).rev,
      reason: '票数抄错',
    })
    expect(await term()).toEqual(before)
  })

  it('seats those who were elected and ends the posts of the others; a withdrawn result leaves both as they were', async () => {
    const posts = async () => (await secretary.api.organisation.showUnit.query({ unitId: committee() })).posts
    const second = server.world.people['a.committee'][1] as string
    await secretary.api.organisation.assignPost.mutate({
      unitId: committee(),
      personId: second,
      post: 'member',
      fromOn: '2024-01-01',
      toOn: null,
    })
    const before = await posts()
    const [kept, ...leaving] = before.filter(({ toOn }) => toOn === null)
    if (!kept) throw new Error('Nobody holds a post')
    const votes = elected.map((each) =>
      each.name === '留任委员' ? { ...each, name: kept.personName, personId: kept.personId } : each,
    )
    const refused = (changed: typeof votes) =>
      record('2026-05-10', changed).catch((error: { data: { refusal: string } }) => error.data.refusal)
    expect(await refused(votes.slice(0, 1))).toBe('election-candidates-unlisted')
    expect(await refused(votes.map((each) => ({ ...each, posts: [] })))).toBe('election-post-missing')
    expect(await posts()).toEqual(before)
    await record('2026-05-10', votes)
    const after = await posts()
    const told = (rows: typeof after) =>
      rows.map(({ personName, post, fromOn }) => [personName, post, fromOn]).toSorted()
    expect(told(after.filter(({ toOn }) => toOn === null))).toEqual(
      [
        ['新书记', 'secretary', '2026-05-10'],
        ['新副书记', 'deputySecretary', '2026-05-10'],
        [kept.personName, 'member', '2026-05-10'],
      ].toSorted(),
    )
    const former = new Map(after.map(({ id, toOn }) => [id, toOn]))
    expect([kept, ...leaving].map(({ id }) => former.get(id))).toEqual(['2026-05-09', '2026-05-09'])
    await secretary.api.organisation.withdrawElectionStep.mutate({
      unitId: committee(),
      rev: (await course()).rev,
      reason: '职务抄错',
    })
    expect(await posts()).toEqual(before)
    await record('2026-05-10', votes)
  })

  it('ends with the superior’s approval and filing, also when the term runs anew by then', async () => {
    expect(await stages()).toMatchObject([{ stage: 'result', next: 'confirm', holder: 'association' }])
    await take(officer, 'confirm', '2026-05-20')
    expect(await stages()).toEqual([])
    expect((await course()).next).toEqual(['request'])
    const { rows } = await (
      await server.asRole('auditor', 'association')
    ).api.access.listAuditEntries.query({ limit: 50 })
    expect(rows.map((row) => row.action)).toContain('organisation.confirm-election')
  })

  it('is for units that hold elections', async () => {
    const group = server.world.units['a.group']
    expect(await secretary.api.organisation.showElectionCourse.query({ unitId: group })).toBeNull()
    await expect(take(secretary, 'request', '2026-05-01', { unitId: group, rev: 0 })).rejects.toMatchObject({
      data: { refusal: 'unit-holds-no-elections' },
    })
  })

  it('is due on the day to which the superior moved it, and no longer late', async () => {
    const unitId = server.world.units['b.office']
    const shown = () => officer.api.organisation.showUnit.query({ unitId })
    const { term, warnings } = await shown()
    expect(term?.standing).toBe('overdue')
    expect(warnings.map((each) => each.warning)).toContain('election-overdue')
    await officer.api.organisation.approveException.mutate({
      unitId,
      warning: 'election-overdue',
      approvedOn: '2026-05-30',
      untilOn: '2027-05-31',
      documentNo: '华科党〔2026〕31号',
      documentFileId: null,
    })
    const after = await shown()
    expect(after.term).toMatchObject({
      endsOn: term?.endsOn,
      dueOn: '2027-05-31',
      standing: 'due12',
      moved: { untilOn: '2027-05-31', document: { no: '华科党〔2026〕31号' } },
    })
    expect(after.warnings.map((each) => each.warning)).not.toContain('election-overdue')
    const due = await officer.api.organisation.listElectionsDue.query({ unitId: server.world.units.b })
    expect(due.find((each) => each.id === unitId)).toMatchObject({ dueOn: '2027-05-31', stage: null })
  })
})
