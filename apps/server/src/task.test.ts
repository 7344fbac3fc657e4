import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import type { UnitId } from '@dangjian/domain/access'
import type { TaskCourseId, TaskId } from '@dangjian/domain/tasks'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { publishTestCourse } from './testing/published-course.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'
import { createYear, draftOf, showYear, type DraftInput } from './testing/year-plan.ts'

const NOON = Date.parse('2026-11-24T04:00:00Z')
const refused = (refusal: string, status = 422) => ({ data: { httpStatus: status, refusal } })
const missing = { data: { httpStatus: 404 } }

describe.each(databaseKinds)('tasks over HTTP (%s)', (kind) => {
  let server: TestServer
  let planner: Visitor
  let second: Visitor
  let cadre: Visitor
  let year = 2030
  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(NOON)
    planner = await server.asRole('associationAdministrator', 'association')
    second = await server.asRole('associationAdministrator', 'association', 1)
    cadre = await server.asRole('societyCadre', 'a', 1)
  })
  afterAll(() => server.stop())

  const api = () => planner.api.tasks
  const drafted = async (over: Partial<DraftInput> = {}) => {
    const { plan, clauseIds } = await createYear(planner, (year += 1))
    const draft = draftOf([clauseIds[0]!, clauseIds[1]!], over)
    const { taskId } = await api().draftTask.mutate({ workPlanId: plan.id, draft })
    return { plan, clauseIds, taskId, draft }
  }
  const courseTraining = async () => {
    const { courseId } = await publishTestCourse(server.services.storage, {
      unitId: server.world.units.association,
      by: planner.personId,
      now: NOON,
    })
    return { courseId: courseId as string as TaskCourseId, posts: ['secretary' as const], share: 80 }
  }
  const published = async (over: Partial<DraftInput> = {}) => {
    const made = await drafted(over)
    await api().publishWorkPlan.mutate({
      workPlanId: made.plan.id,
      rev: 1,
      tasks: [{ taskId: made.taskId, rev: 1 }],
    })
    return made
  }
  const rowsOf = async (taskId: TaskId, who = planner) =>
    (await who.api.tasks.listTaskAssignments.query({ taskId })).rows
  const events = async (type: string) => {
    const rows = await server.services.storage.read
      .selectFrom('outboxEvent')
      .selectAll()
      .where('type', '=', type)
      .execute()
    return rows.map(({ body }) => JSON.parse(body) as Record<string, unknown>)
  }
  const society = (key: 'a' | 'b' | 'c'): UnitId => server.world.units[key]

  it('drafts a task from clauses, and refuses a past day, a strange clause and one evidence twice', async () => {
    const { plan, clauseIds, taskId } = await drafted()
    expect((await showYear(planner, plan.id)).tasks).toMatchObject([
      { id: taskId, state: 'draft', clauseIds: clauseIds.slice(0, 2), counts: [] },
    ])
    const draft = (over: Partial<DraftInput>) =>
      api().draftTask.mutate({ workPlanId: plan.id, draft: draftOf([clauseIds[0]!], over) })
    await expect(draft({ dueOn: '2026-11-23' })).rejects.toMatchObject(refused('task-due-in-past'))
    const { clauseIds: others } = await createYear(planner, (year += 1))
    await expect(draft({ clauseIds: [others[0]!] })).rejects.toMatchObject(refused('task-clause-not-in-plan'))
    const evidence = [1, 2].map((n) => ({ key: `e${n}`, label: '签到表', kind: 'file' as const }))
    await expect(draft({ evidence })).rejects.toMatchObject(refused('task-evidence-doubled'))
    const strange = { kind: 'chosen' as const, unitIds: [server.world.units['a.office']] }
    await expect(draft({ audience: strange })).rejects.toMatchObject(missing)
    const unknown = { courseId: uuidv7() as TaskCourseId, posts: ['secretary' as const], share: 80 }
    await expect(draft({ training: unknown })).rejects.toMatchObject(refused('task-course-unknown'))
  })

  it('changes and drops a draft, and tells the second editor who was first', async () => {
    const { taskId, draft } = await drafted()
    const change = (who: Visitor, rev: number, title: string) =>
      who.api.tasks.changeTask.mutate({ taskId, rev, draft: { ...draft, title } })
    expect(await change(second, 1, '新的名字')).toEqual({ rev: 2 })
    await expect(change(planner, 1, '别的名字')).rejects.toMatchObject({
      data: { httpStatus: 409, detail: { by: expect.stringContaining('2号'), at: NOON } },
    })
    await api().dropTask.mutate({ taskId, rev: 2 })
    await expect(api().showTask.query({ taskId })).rejects.toMatchObject(missing)
  })

  it('says beforehand whom a task reaches, and how many people its course concerns', async () => {
    const training = { courseId: uuidv7() as TaskCourseId, posts: ['secretary' as const], share: 80 }
    const reach = (audience: DraftInput['audience']) => api().previewReach.query({ audience, training })
    expect(await reach({ kind: 'all' })).toMatchObject({ societies: { length: 3 }, people: 12 })
    expect((await reach({ kind: 'category', categories: ['medicine'] })).societies).toEqual([])
    expect((await reach({ kind: 'lacking', tier: 1 })).societies).toEqual([])
    expect(await reach({ kind: 'chosen', unitIds: [society('b')] })).toMatchObject({
      societies: [{ id: society('b') }],
      people: 4,
    })
  })

  it('publishes what was seen: an assignment in each society, with its first entry, told to the other wings', async () => {
    const training = await courseTraining()
    const { plan, taskId } = await drafted({ training })
    const preview = await api().previewPublication.query({ workPlanId: plan.id })
    expect(preview).toMatchObject({
      tasks: [{ taskId, rev: 1, societies: { length: 3 }, people: 12, refusal: null }],
      societies: 3,
      assignments: 3,
    })
    const done = await api().publishWorkPlan.mutate({ workPlanId: plan.id, rev: 1, tasks: [{ taskId, rev: 1 }] })
    expect(done).toEqual({ tasks: 1, societies: 3, assignments: 3 })
    const [row] = await rowsOf(taskId, cadre)
    const { timeline, clauses, course } = await cadre.api.tasks.showAssignment.query({ assignmentId: row!.id })
    expect(course).toEqual({ id: training.courseId, title: '党务工作基础' })
    expect((await api().showTask.query({ taskId })).course).toEqual(course)
    expect(timeline).toMatchObject([{ kind: 'opened' }])
    expect(clauses.map(({ text }) => text)).toEqual(['办好读书班；', '每季度集中学习一次；'])
    const event = (await events('work-plan-published')).find(({ workPlanId }) => workPlanId === plan.id)
    expect(event).toMatchObject({
      tasks: [{ taskId, training, clauses: [{ itemNumber: 1 }, { itemNumber: 1 }], societyIds: { length: 3 } }],
    })
    const { plan: after, tasks } = await showYear(planner, plan.id)
    expect(after).toMatchObject({ state: 'published', publishedAt: NOON, rev: 2 })
    expect(tasks[0]).toMatchObject({ state: 'published', counts: [{ state: 'assigned', count: 3, overdue: 0 }] })
  })

  it('publishes later additions as well, and nothing when there is nothing', async () => {
    const { plan, clauseIds } = await published()
    const publish = (tasks: { taskId: TaskId; rev: number }[], rev = 2) =>
      api().publishWorkPlan.mutate({ workPlanId: plan.id, rev, tasks })
    await expect(publish([])).rejects.toMatchObject(refused('plan-nothing-to-publish'))
    const { taskId } = await api().draftTask.mutate({ workPlanId: plan.id, draft: draftOf([clauseIds[4]!]) })
    await expect(publish([{ taskId, rev: 2 }])).rejects.toMatchObject(refused('edited-meanwhile', 409))
    expect(await publish([{ taskId, rev: 1 }])).toMatchObject({ tasks: 1, assignments: 3 })
    await expect(publish([{ taskId, rev: 2 }], 3)).rejects.toMatchObject(refused('task-not-a-draft'))
    const elsewhere = await drafted()
    await expect(publish([{ taskId: elsewhere.taskId, rev: 1 }], 3)).rejects.toMatchObject(missing)
  })

  it('publishes nothing by half: one task that reaches nobody, or whose day has passed, holds all back', async () => {
    const { plan, clauseIds, taskId } = await drafted()
    const nobody = draftOf([clauseIds[2]!], { audience: { kind: 'category', categories: ['medicine'] } })
    const other = await api().draftTask.mutate({ workPlanId: plan.id, draft: nobody })
    const tasks = [taskId, other.taskId].map((each) => ({ taskId: each, rev: 1 }))
    const publish = (who: Visitor) => who.api.tasks.publishWorkPlan.mutate({ workPlanId: plan.id, rev: 1, tasks })
    const preview = (who: Visitor) => who.api.tasks.previewPublication.query({ workPlanId: plan.id })
    await expect(publish(planner)).rejects.toMatchObject(refused('task-reaches-nobody'))
    server.setClock(NOON + 40 * 86_400_000)
    const later = await server.asRole('associationAdministrator', 'association')
    await expect(publish(later)).rejects.toMatchObject(refused('task-due-in-past'))
    const refusals = (await preview(later)).tasks.map(({ refusal }) => refusal)
    expect(refusals).toEqual(['task-due-in-past', 'task-due-in-past'])
    server.setClock(NOON)
    expect(await rowsOf(taskId)).toEqual([])
    expect((await showYear(planner, plan.id)).tasks.map(({ state }) => state)).toEqual(['draft', 'draft'])
  })

  it('shows a society the task that it was given, and its own standing alone', async () => {
    const { taskId } = await published({ audience: { kind: 'chosen', unitIds: [society('a'), society('b')] } })
    expect((await planner.api.tasks.showTask.query({ taskId })).standing).toMatchObject([{ count: 2 }])
    const own = await cadre.api.tasks.showTask.query({ taskId })
    expect(own).toMatchObject({ standing: [{ count: 1, state: 'assigned' }], clauses: [{ itemNumber: 1 }, {}] })
    expect(await rowsOf(taskId, cadre)).toMatchObject([{ unitId: society('a') }])
    const stranger = await server.asRole('societyCadre', 'c', 1)
    await expect(stranger.api.tasks.showTask.query({ taskId })).rejects.toMatchObject(missing)
    const draft = await drafted()
    await expect(cadre.api.tasks.showTask.query({ taskId: draft.taskId })).rejects.toMatchObject(missing)
  })

  it('reminds those that still have something to do; their last movement stays their own', async () => {
    const { taskId } = await published()
    const rows = await rowsOf(taskId)
    const mine = rows.find(({ unitId }) => unitId === society('a'))!
    await cadre.api.tasks.acceptAssignment.mutate({ assignmentId: mine.id, rev: 1 })
    server.setClock(NOON + 300_000)
    const remind = (assignmentIds: (typeof mine.id)[]) =>
      api().remindAssignments.mutate({ taskId, assignmentIds, text: '请尽快报送' })
    expect(await remind(rows.map(({ id }) => id))).toEqual({ reminded: 3 })
    server.setClock(NOON)
    const after = (await rowsOf(taskId)).find(({ id }) => id === mine.id)
    expect(after).toMatchObject({ remindedAt: NOON + 300_000, movedAt: NOON })
    const elsewhere = await published()
    const [foreign] = await rowsOf(elsewhere.taskId)
    await expect(remind([mine.id, foreign!.id])).rejects.toMatchObject(missing)
  })

  it('puts a task off for all, or for some, never to an earlier day', async () => {
    const { taskId } = await published()
    const rows = await rowsOf(taskId)
    await api().extendAssignments.mutate({ taskId, assignmentIds: [rows[0]!.id], dueOn: '2027-01-31', text: '' })
    const extend = (dueOn: string, rev: number) => api().extendTask.mutate({ taskId, rev, dueOn, text: '统一延期' })
    await expect(extend('2026-12-15', 2)).rejects.toMatchObject(refused('task-due-not-later'))
    await expect(extend('2026-12-31', 1)).rejects.toMatchObject(refused('edited-meanwhile', 409))
    expect(await extend('2026-12-31', 2)).toEqual({ rev: 3, extended: 2 })
    expect((await rowsOf(taskId)).map(({ dueOn }) => dueOn)).toEqual(['2027-01-31', '2026-12-31', '2026-12-31'])
    expect((await events('task-extended')).filter((event) => event.taskId === taskId)).toMatchObject([
      { dueOn: '2027-01-31', societyIds: [rows[0]!.unitId] },
      { dueOn: '2026-12-31', societyIds: null },
    ])
  })

  it('takes a task back from some, and gives it to others and to them again', async () => {
    const { taskId } = await published({ audience: { kind: 'chosen', unitIds: [society('a'), society('b')] } })
    const rows = await rowsOf(taskId)
    await api().withdrawAssignments.mutate({ taskId, assignmentIds: [rows[0]!.id], text: '改由他会承担' })
    await expect(api().giveTask.mutate({ taskId, unitIds: [society('b')] })).rejects.toMatchObject(
      refused('task-given-already'),
    )
    await expect(api().giveTask.mutate({ taskId, unitIds: [server.world.units['a.office']] })).rejects.toMatchObject(
      missing,
    )
    expect(await api().giveTask.mutate({ taskId, unitIds: [society('a'), society('c')] })).toEqual({ given: 2 })
    expect((await rowsOf(taskId)).map(({ state }) => state)).toEqual(['assigned', 'assigned', 'assigned'])
    const { timeline } = await cadre.api.tasks.showAssignment.query({ assignmentId: rows[0]!.id })
    expect(timeline.map((entry) => entry.kind)).toEqual(['opened', 'withdrawn', 'opened'])
  })

  it('takes a task back from all; closed work stays as it was, and the clause is free again', async () => {
    const { plan, taskId } = await published({ evidence: [] })
    const mine = (await rowsOf(taskId)).find(({ unitId }) => unitId === society('a'))!
    await cadre.api.tasks.acceptAssignment.mutate({ assignmentId: mine.id, rev: 1 })
    await cadre.api.tasks.reportProgress.mutate({ assignmentId: mine.id, text: '已办' })
    await cadre.api.tasks.submitAssignment.mutate({ assignmentId: mine.id, rev: 2, text: '已办' })
    await api().closeAssignment.mutate({ assignmentId: mine.id, rev: 3 })
    await expect(
      api().withdrawAssignments.mutate({ taskId, assignmentIds: [mine.id], text: '' }),
    ).rejects.toMatchObject(refused('assignment-step-not-possible'))
    expect(await api().withdrawTask.mutate({ taskId, rev: 2, text: '不再要求' })).toEqual({ rev: 3, withdrawn: 2 })
    expect((await rowsOf(taskId)).map(({ state }) => state).toSorted()).toEqual(['closed', 'withdrawn', 'withdrawn'])
    const { rows } = await api().listWorkPlans.query({})
    expect(rows.find(({ id }) => id === plan.id)).toMatchObject({ tasks: 0, unanswered: 6 })
  })

  it('hands the list out as a file that runs nothing', async () => {
    const { taskId } = await published({ title: '=1+1 报送' })
    const file = await api().exportTaskAssignments.query({ taskId, format: 'csv', language: 'zh-CN' })
    const text = Buffer.from(file.base64, 'base64').toString('utf8')
    expect(text).toContain('代码,学会,类别,状态')
    expect(text.trim().split('\r\n')).toHaveLength(4)
    expect(file.fileName).toMatch(/报送 2026-11-24\.csv$/)
  })

  it('finds tasks by words of their title', async () => {
    const { taskId } = await published({ title: '建立独一无二的联络机制' })
    expect((await api().findTasks.query({ words: '独一无二' })).rows).toMatchObject([
      { id: taskId, state: 'published' },
    ])
  })
})
