import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileId } from '@dangjian/domain/access'
import { retitleSection, type ClauseId } from '@dangjian/domain/tasks'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'
import { createYear, draftOf, showYear, yearText } from './testing/year-plan.ts'

const NOON = Date.parse('2026-11-24T04:00:00Z')
const refused = (refusal: string, status = 422) => ({ data: { httpStatus: status, refusal } })
const missing = { data: { httpStatus: 404 } }

describe.each(databaseKinds)('work plans over HTTP (%s)', (kind) => {
  let server: TestServer
  let planner: Visitor
  let second: Visitor
  let reader: Visitor
  let cadre: Visitor
  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(NOON)
    planner = await server.asRole('associationAdministrator', 'association')
    second = await server.asRole('associationAdministrator', 'association', 1)
    reader = await server.asRole('guidanceCommitteeMember', 'association', 2)
    cadre = await server.asRole('societyCadre', 'a', 1)
  })
  afterAll(() => server.stop())

  const upload = async (visitor: Visitor, content: string | Uint8Array<ArrayBuffer>, name: string): Promise<FileId> => {
    const body = new FormData()
    body.append('file', new Blob([content]), name)
    const answer = await fetch(`${server.url}/files?purpose=work-points`, {
      method: 'POST',
      headers: visitor.headers,
      body,
    })
    return ((await answer.json()) as { fileId: FileId }).fileId
  }

  it('reads an uploaded document in whichever encoding it is', async () => {
    const fileId = await upload(planner, yearText, '要点.txt')
    expect(await planner.api.tasks.readWorkPoints.query({ fileId })).toMatchObject({
      name: '要点.txt',
      kind: 'text',
      text: yearText,
    })
    const utf16 = Buffer.from(`\ufeff${yearText}`, 'utf16le')
    const other = await upload(planner, Uint8Array.from(utf16), '要点二.txt')
    const read = await planner.api.tasks.readWorkPoints.query({ fileId: other })
    expect(read.text.replace('\ufeff', '')).toBe(yearText)
  })

  it('refuses a document that it cannot read, and another person’s file does not exist', async () => {
    const long = await upload(planner, '一、学习。\n'.repeat(40_000), '很长.txt')
    await expect(planner.api.tasks.readWorkPoints.query({ fileId: long })).rejects.toMatchObject(
      refused('document-too-long'),
    )
    const theirs = await upload(second, yearText, '要点.txt')
    await expect(planner.api.tasks.readWorkPoints.query({ fileId: theirs })).rejects.toMatchObject(missing)
  })

  it('makes the year’s plan with the outline that the text has, once a year', async () => {
    const { plan, clauseIds } = await createYear(planner, 2026)
    expect(plan).toMatchObject({ year: 2026, state: 'draft', rev: 1, sourceText: yearText })
    expect(plan.outline.sections.map(({ title, items }) => [title, items.map(({ number }) => number)])).toEqual([
      ['理论学习', [1, 2]],
      ['组织建设', [3]],
    ])
    expect(clauseIds).toHaveLength(6)
    await expect(createYear(second, 2026)).rejects.toMatchObject(refused('plan-year-taken'))
    const bare = planner.api.tasks.createWorkPlan.mutate({ year: 2027, title: '空', text: '没有标题的一段话。' })
    await expect(bare).rejects.toMatchObject(refused('document-without-headings'))
    const { rows } = await reader.api.tasks.listWorkPlans.query({})
    expect(rows).toMatchObject([{ year: 2026, clauses: 6, unanswered: 6, tasks: 0, drafts: 0 }])
  })

  it('saves a mended outline, and tells the second editor who was first and when', async () => {
    const { plan } = await createYear(planner, 2030)
    const outline = retitleSection(plan.outline, 0, { number: '一、', title: '学思想' })
    const saved = await planner.api.tasks.saveWorkPlan.mutate({ workPlanId: plan.id, rev: 1, title: '新标题', outline })
    expect(saved).toEqual({ rev: 2, updatedAt: NOON })
    const late = second.api.tasks.saveWorkPlan.mutate({
      workPlanId: plan.id,
      rev: 1,
      title: '另一个',
      outline: plan.outline,
    })
    await expect(late).rejects.toMatchObject({
      data: {
        httpStatus: 409,
        refusal: 'edited-meanwhile',
        detail: { by: expect.stringContaining('1号'), at: NOON },
      },
    })
    expect((await showYear(planner, plan.id)).plan).toMatchObject({ title: '新标题', outline })
  })

  it('keeps a clause that a task answers, and takes no clause of another plan’s', async () => {
    const { plan, clauseIds } = await createYear(planner, 2031)
    await planner.api.tasks.draftTask.mutate({ workPlanId: plan.id, draft: draftOf([clauseIds[0]!]) })
    const [section] = plan.outline.sections
    const withoutFirst = {
      ...plan.outline,
      sections: plan.outline.sections.with(0, { ...section!, items: section!.items.slice(1) }),
    }
    const save = (outline: typeof plan.outline) =>
      planner.api.tasks.saveWorkPlan.mutate({ workPlanId: plan.id, rev: 1, title: plan.title, outline })
    await expect(save(withoutFirst)).rejects.toMatchObject(refused('clause-has-tasks'))
    const stranger = (await createYear(planner, 2032)).clauseIds[0] as ClauseId
    const foreign = JSON.parse(JSON.stringify(plan.outline).replace(clauseIds[1]!, stranger)) as typeof plan.outline
    await expect(save(foreign)).rejects.toMatchObject(missing)
    expect((await showYear(planner, plan.id)).plan.rev).toBe(1)
  })

  it('drops a plan that never went out with its drafts, and frees its year', async () => {
    const { plan, clauseIds } = await createYear(planner, 2033)
    await planner.api.tasks.draftTask.mutate({ workPlanId: plan.id, draft: draftOf([clauseIds[0]!]) })
    await planner.api.tasks.dropWorkPlan.mutate({ workPlanId: plan.id, rev: 1 })
    await expect(showYear(planner, plan.id)).rejects.toMatchObject(missing)
    const again = await createYear(planner, 2033)
    const taskId = (
      await planner.api.tasks.draftTask.mutate({ workPlanId: again.plan.id, draft: draftOf([again.clauseIds[0]!]) })
    ).taskId
    await planner.api.tasks.publishWorkPlan.mutate({
      workPlanId: again.plan.id,
      rev: 1,
      tasks: [{ taskId, rev: 1 }],
    })
    await expect(planner.api.tasks.dropWorkPlan.mutate({ workPlanId: again.plan.id, rev: 2 })).rejects.toMatchObject(
      refused('plan-already-published'),
    )
  })

  it('lets the guidance committee read and not write, and societies neither', async () => {
    const { plan, clauseIds } = await createYear(planner, 2034)
    expect((await showYear(reader, plan.id)).clauseIds).toEqual(clauseIds)
    await expect(
      reader.api.tasks.draftTask.mutate({ workPlanId: plan.id, draft: draftOf([clauseIds[0]!]) }),
    ).rejects.toMatchObject({ data: { httpStatus: 403 } })
    await expect(showYear(cadre, plan.id)).rejects.toMatchObject({ data: { httpStatus: 403 } })
    const elsewhere = await server.asRole('associationAdministrator', 'b')
    await expect(showYear(elsewhere, plan.id)).rejects.toMatchObject(missing)
  })
})
