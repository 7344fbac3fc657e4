import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startOfDay } from '@dangjian/domain/access'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

describe.each(databaseKinds)('people, posts and elections over HTTP (%s)', (kind) => {
  let server: TestServer
  let secretary: Visitor
  let officer: Visitor
  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(startOfDay('2026-06-01') + 1)
    officer = await server.asRole('associationAdministrator', 'association')
    secretary = await server.asRole('societySecretary', 'a')
  })
  afterAll(() => server.stop())

  const office = () => server.world.units['a.office']
  const join = (name: string, unitId = office()) =>
    secretary.api.organisation.joinUnit.mutate({ unitId, person: { name, memberStatus: 'full' }, fromOn: '2026-01-05' })
  const assign = (personId: string, post: 'secretary' | 'member' | 'cadre', fromOn = '2026-06-01', unitId = office()) =>
    secretary.api.organisation.assignPost.mutate({ unitId, personId, post, fromOn, toOn: null })
  const page = () => secretary.api.organisation.showUnit.query({ unitId: office() })

  it('lets people join, take a post, and leave when they hold none any more', async () => {
    const { personId } = await join('柳新知')
    const { postHoldingId } = await assign(personId, 'member')
    expect((await page()).posts).toContainEqual(expect.objectContaining({ personName: '柳新知', post: 'member' }))
    const leave = (lastOn: string) =>
      secretary.api.organisation.leaveUnit.mutate({ unitId: office(), personId, lastOn })
    await expect(leave('2026-06-01')).rejects.toMatchObject({ data: { refusal: 'holds-posts' } })
    await secretary.api.organisation.endPost.mutate({ postHoldingId, lastOn: '2026-06-01' })
    await expect(leave('2025-12-31')).rejects.toMatchObject({ data: { refusal: 'leaves-before-joining' } })
    await leave('2026-06-01')
    await expect(leave('2026-06-01')).rejects.toMatchObject({ data: { refusal: 'not-in-unit' } })
    await expect(
      secretary.api.organisation.joinUnit.mutate({ unitId: office(), person: { personId }, fromOn: '2026-06-02' }),
    ).rejects.toMatchObject({ data: { refusal: 'unit-step-in-future' } })
  })

  it('refuses a second secretary and names the first, until the first one’s last day has passed', async () => {
    const { personId } = await join('简以宁')
    await expect(assign(personId, 'secretary')).rejects.toMatchObject({
      data: { refusal: 'second-secretary', detail: { name: '金丝雀AA学会办事机构党支部1号', since: '2020-03-01' } },
    })
    const first = (await page()).posts.find((each) => each.post === 'secretary')
    await secretary.api.organisation.endPost.mutate({ postHoldingId: first?.id as string, lastOn: '2026-05-31' })
    await assign(personId, 'secretary')
    expect((await page()).warnings.map((each) => each.warning)).not.toContain('branch-no-secretary')
  })

  it('gives one post of two people who assign it at once to one of them', async () => {
    const unitId = server.world.units['a.group']
    const people = await Promise.all(['甲同时', '乙同时'].map((name) => join(name, unitId)))
    const first = (await secretary.api.organisation.showUnit.query({ unitId })).posts[0]
    await secretary.api.organisation.endPost.mutate({ postHoldingId: first?.id as string, lastOn: '2026-05-31' })
    const answers = await Promise.allSettled(
      people.map(({ personId }) => assign(personId, 'secretary', '2026-06-01', unitId)),
    )
    expect(answers.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const posts = (await secretary.api.organisation.showUnit.query({ unitId })).posts
    expect(posts.filter((each) => each.post === 'secretary' && each.toOn === null)).toHaveLength(1)
  })

  it('gives posts to people of the unit only, and knows nobody of another society', async () => {
    const own = server.world.people.a[1] as string
    await expect(assign(own, 'cadre')).rejects.toMatchObject({ data: { refusal: 'post-holder-not-in-unit' } })
    const stranger = server.world.people['b.office'][1] as string
    await expect(assign(stranger, 'cadre')).rejects.toMatchObject({ data: { httpStatus: 404 } })
    const { organisation } = secretary.api
    await expect(
      organisation.joinUnit.mutate({ unitId: office(), person: { personId: stranger }, fromOn: '2026-06-01' }),
    ).rejects.toMatchObject({ data: { httpStatus: 404 } })
    await expect(
      organisation.leaveUnit.mutate({ unitId: office(), personId: stranger, lastOn: '2026-06-01' }),
    ).rejects.toMatchObject({ data: { httpStatus: 404 } })
  })

  it('corrects a person’s details, and tells the second of two editors who was first', async () => {
    const { personId } = await join('错字名')
    const change = { unitId: office(), personId, rev: 1, memberStatus: 'probationary' as const }
    await secretary.api.organisation.correctPerson.mutate({ ...change, name: '措词明' })
    await expect(officer.api.organisation.correctPerson.mutate({ ...change, name: '另一改法' })).rejects.toMatchObject({
      data: { refusal: 'edited-meanwhile', detail: { by: '金丝雀AA学会1号', at: startOfDay('2026-06-01') + 1 } },
    })
    const found = await secretary.api.organisation.listPeople.query({ unitId: office(), search: 'ccm' })
    expect(found.rows.map((row) => row.name)).toEqual(['措词明'])
  })

  it('warns with the rule’s name when a committee is below its size, and shows what the superior approved', async () => {
    const unitId = server.world.units['b.committee']
    const warning = async () => {
      const { warnings } = await officer.api.organisation.showUnit.query({ unitId })
      return warnings.find((each) => each.warning === 'society-committee-below-size')
    }
    expect(await warning()).toMatchObject({ detail: { have: 1, least: 3, most: 15 }, approved: null })
    const approve = {
      unitId,
      warning: 'society-committee-below-size' as const,
      approvedOn: '2026-05-30',
      untilOn: null,
      documentFileId: null,
    }
    await expect(
      officer.api.organisation.approveException.mutate({ ...approve, documentNo: null }),
    ).rejects.toMatchObject({ data: { refusal: 'exception-document-missing' } })
    await officer.api.organisation.approveException.mutate({ ...approve, documentNo: '华科党〔2026〕21号' })
    expect(await warning()).toMatchObject({
      approved: { approvedOn: '2026-05-30', document: { no: '华科党〔2026〕21号' } },
    })
    await expect(
      secretary.api.organisation.approveException.mutate({ ...approve, documentNo: '自批' }),
    ).rejects.toMatchObject({ data: { httpStatus: 403 } })
  })

  it('records a valid election, from which the term runs anew, and no other', async () => {
    const count = {
      unitId: office(),
      heldOn: '2026-05-20',
      entitled: 10,
      present: 8,
      issued: 8,
      returned: 8,
      valid: 8,
      places: 3,
      candidates: 4,
      votes: [
        { name: '甲', personId: null as string | null, votes: 7, posts: ['secretary'] as ('secretary' | 'member')[] },
        { name: '乙', personId: null, votes: 6, posts: ['member' as const] },
        { name: '丙', personId: null, votes: 6, posts: ['member' as const] },
        { name: '丁', personId: null, votes: 5, posts: [] },
      ],
      documentNo: '选〔2026〕1号',
      documentFileId: null,
    }
    const record = (over: Partial<typeof count>) =>
      secretary.api.organisation.recordElection.mutate({ ...count, ...over })
    const refused = async (over: Partial<typeof count>) =>
      record(over).catch((error: { data: { refusal: string } }) => error.data.refusal)
    expect(await refused({ present: 7, issued: 7, returned: 7, valid: 7 })).toBe('election-too-few-present')
    expect(await refused({ candidates: 3 })).toBe('election-too-few-candidates')
    expect(await refused({ issued: 9 })).toBe('election-more-ballots-than-present')
    expect(await refused({ returned: 9 })).toBe('election-more-returned-than-issued')
    expect(await refused({ valid: 9 })).toBe('election-more-valid-than-returned')
    expect(await refused({ places: 2 })).toBe('election-votes-tied')
    expect(await refused({ heldOn: '2026-06-02' })).toBe('unit-step-in-future')
    expect(await refused({ unitId: server.world.units['a.group'] })).toBe('unit-holds-no-elections')
    const due = async () =>
      (await secretary.api.organisation.listElectionsDue.query({ unitId: server.world.units.a })).map((each) => each.id)
    expect(await due()).toContain(office())
    expect(await refused({})).toBe('election-post-begun-since')
    const secretaryNow = (await page()).posts.find((each) => each.post === 'secretary' && each.toOn === null)
    const [, ...others] = count.votes
    const name = secretaryNow?.personName ?? ''
    await record({
      votes: [{ name, personId: secretaryNow?.personId ?? null, votes: 7, posts: ['secretary'] }, ...others],
    })
    expect((await page()).posts.filter((each) => each.post === 'secretary' && each.toOn === null)).toEqual([
      secretaryNow,
    ])
    expect(await due()).not.toContain(office())
    expect((await page()).term).toMatchObject({ electedOn: '2026-05-20', dueOn: '2029-05-20', standing: 'running' })
  })

  it('lists where a post that must be filled is vacant', async () => {
    const vacant = await officer.api.organisation.listVacantPosts.query({ unitId: server.world.units.c })
    expect(vacant.map(({ id, posts }) => [id, posts])).toEqual([
      [server.world.units['c.committee'], ['disciplineCommissioner']],
    ])
  })

  it('pages through people by pinyin, each once, and finds them by name, pinyin and initials', async () => {
    const unitId = server.world.units.c
    const names = ['阿一', '欧阳远', '周知', '周之', '曾晓', '单雨', '陈陈', '陈晨']
    for (const name of names)
      await officer.api.organisation.joinUnit.mutate({
        unitId,
        person: { name, memberStatus: 'none' },
        fromOn: '2026-06-01',
      })
    const seen: string[] = []
    let cursor: string | null = null
    const asked = { unitId, direct: true, memberStatus: 'none' } as const
    do {
      const page: { rows: { name: string }[]; nextCursor: string | null } =
        await officer.api.organisation.listPeople.query({ ...asked, limit: 3, ...(cursor ? { cursor } : {}) })
      seen.push(...page.rows.map((row) => row.name))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toHaveLength(names.length)
    expect(seen.toSorted()).toEqual(names.toSorted())
    expect(await officer.api.organisation.countPeople.query(asked)).toBe(names.length)
    for (const search of ['欧阳', 'ouyang', 'oyy']) {
      const found = await officer.api.organisation.listPeople.query({ unitId, search })
      expect(found.rows.map((row) => row.name)).toEqual(['欧阳远'])
    }
    const found = await officer.api.organisation.search.query({ unitId, words: 'ouyang' })
    expect(found.people.map((person) => person.name)).toEqual(['欧阳远'])
  })

  it('is found by the words asked before as soon as it is there', async () => {
    const search = async (visitor: Visitor, unitId = office()) =>
      (await visitor.api.organisation.search.query({ unitId, words: 'zgq' })).people.map(({ name }) => name)
    expect(await search(secretary)).toEqual([])
    await join('诸葛青')
    expect(await search(secretary)).toEqual(['诸葛青'])
    expect(await search(officer)).toEqual(['诸葛青'])
    await expect(search(secretary, server.world.units['b.office'])).rejects.toMatchObject({ data: { httpStatus: 404 } })
  })

  it('shows as of a day who was there on that day', async () => {
    const then = await officer.api.organisation.listPeople.query({
      unitId: server.world.units.c,
      asOn: '2026-05-31',
      search: '欧阳',
    })
    expect(then.rows).toEqual([])
  })
})
