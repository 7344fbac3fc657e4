import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileId, PersonId, UnitId } from '@dangjian/domain/access'
import type { AssignmentId, TaskCourseId } from '@dangjian/domain/tasks'
import { insertFile } from '@dangjian/db/access/file-store'
import { insertOutboxEvents } from '@dangjian/db/access/outbox-store'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { assignTask } from './testing/assigned-task.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const NOON = Date.parse('2026-11-24T04:00:00Z')

describe.each(databaseKinds)('assignments over HTTP (%s)', (kind) => {
  let server: TestServer
  let [cadre, secretary, reviewer, office]: Visitor[] = []
  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(NOON)
    cadre = await server.asRole('societyCadre', 'a', 1)
    secretary = await server.asRole('societySecretary', 'a')
    reviewer = await server.asRole('associationAdministrator', 'association')
    office = await server.asRole('officeBranchSecretary', 'a.office')
  })
  afterAll(() => server.stop())

  const by = () => server.world.people.association[0] as PersonId
  const give = async (over = {}): Promise<AssignmentId> => {
    const [id] = await assignTask(server.services.storage, by(), [server.world.units.a], over, NOON)
    return id!
  }
  const show = (who: Visitor, assignmentId: AssignmentId) => who.api.tasks.showAssignment.query({ assignmentId })
  const accepted = async (over = {}): Promise<AssignmentId> => {
    const assignmentId = await give(over)
    await cadre!.api.tasks.acceptAssignment.mutate({ assignmentId, rev: 1 })
    return assignmentId
  }
  const submitted = async (): Promise<AssignmentId> => {
    const assignmentId = await accepted({ evidence: [] })
    await cadre!.api.tasks.reportProgress.mutate({ assignmentId, text: '已办完' })
    await cadre!.api.tasks.submitAssignment.mutate({ assignmentId, rev: 2, text: '请审核' })
    return assignmentId
  }
  const refused = (refusal: string, status = 422) => ({ data: { httpStatus: status, refusal } })
  const missing = { data: { httpStatus: 404 } }
  const insertOwnFile = async (who: PersonId, unitId: UnitId): Promise<FileId> => {
    const id = uuidv7() as FileId
    await server.services.storage.transact((tx) =>
      insertFile(tx, {
        id,
        sha256: '0'.repeat(64),
        name: '签到表.pdf',
        mediaType: 'application/pdf',
        size: 10,
        purpose: 'evidence',
        unitId,
        audience: 'unit',
        createdBy: who,
        createdAt: NOON,
      }),
    )
    return id
  }
  const pass = async (personId: PersonId, courseId: TaskCourseId, enrolmentId: string = uuidv7()) => {
    const event = { type: 'course-passed', personId, courseId, enrolmentId, certificateId: null, passedAt: NOON }
    await server.services.storage.transact((tx) =>
      insertOutboxEvents(tx, [
        { id: uuidv7(), at: NOON, type: event.type, body: JSON.stringify(event), deliveredAt: null, tries: 0 },
      ]),
    )
    await server.deliver()
  }

  it('goes from the clause to closed work, with everything that happened on one timeline', async () => {
    const assignmentId = await give()
    const asked = await show(cadre!, assignmentId)
    expect(asked.clauses).toMatchObject([
      { sectionNumber: '一、', itemNumber: 1, text: expect.stringContaining('主题学习') },
    ])
    await cadre!.api.tasks.acceptAssignment.mutate({ assignmentId, rev: 1 })
    await cadre!.api.tasks.reportProgress.mutate({ assignmentId, text: '已定于周五学习' })
    await expect(cadre!.api.tasks.submitAssignment.mutate({ assignmentId, rev: 2, text: '' })).rejects.toMatchObject(
      refused('evidence-missing'),
    )
    await cadre!.api.tasks.attachEvidence.mutate({
      assignmentId,
      requirementKey: 'summary',
      text: '学习了一次',
      fileId: null,
    })
    await secretary!.api.tasks.submitAssignment.mutate({ assignmentId, rev: 2, text: '请审核' })
    const queue = await reviewer!.api.tasks.listSubmitted.query({ unitId: server.world.units.association })
    expect(queue.rows.find(({ id }) => id === assignmentId)).toMatchObject({
      evidence: 1,
      unitName: expect.any(String),
    })
    await reviewer!.api.tasks.returnAssignment.mutate({ assignmentId, rev: 3, reason: '请补充人数' })
    expect(await reviewer!.api.tasks.listReturnReasons.query({ of: 'assignment' })).toContain('请补充人数')
    const again = () => cadre!.api.tasks.submitAssignment.mutate({ assignmentId, rev: 4, text: '已补充' })
    await expect(again()).rejects.toMatchObject(refused('unchanged-since-return'))
    expect((await show(cadre!, assignmentId)).facts).toMatchObject({ unchanged: true })
    await cadre!.api.tasks.reportProgress.mutate({ assignmentId, text: '参加 32 人' })
    await again()
    await reviewer!.api.tasks.closeAssignment.mutate({ assignmentId, rev: 5 })
    const closed = await show(cadre!, assignmentId)
    expect(closed.assignment).toMatchObject({ state: 'closed', rev: 6 })
    expect(closed.timeline.map((entry) => entry.kind)).toEqual([
      'opened',
      'accepted',
      'reported',
      'evidence-attached',
      'submitted',
      'returned',
      'reported',
      'submitted',
      'closed',
    ])
  })

  it('keeps closed work as it was', async () => {
    const assignmentId = await submitted()
    await reviewer!.api.tasks.closeAssignment.mutate({ assignmentId, rev: 3 })
    const before = await show(cadre!, assignmentId)
    const evidence = { assignmentId, requirementKey: null, text: '补一句', fileId: null }
    await expect(cadre!.api.tasks.attachEvidence.mutate(evidence)).rejects.toMatchObject(refused('evidence-fixed'))
    await expect(cadre!.api.tasks.reportProgress.mutate({ assignmentId, text: '补一句' })).rejects.toMatchObject(
      refused('work-not-open'),
    )
    await expect(cadre!.api.tasks.recallAssignment.mutate({ assignmentId, rev: 4 })).rejects.toMatchObject(
      refused('assignment-step-not-possible'),
    )
    expect(await show(cadre!, assignmentId)).toEqual(before)
  })

  it('tells a second reviewer who decided, and when', async () => {
    const assignmentId = await submitted()
    const second = await server.asRole('associationAdministrator', 'association', 1)
    await reviewer!.api.tasks.closeAssignment.mutate({ assignmentId, rev: 3 })
    const late = second.api.tasks.returnAssignment.mutate({ assignmentId, rev: 3, reason: '缺材料' })
    await expect(late).rejects.toMatchObject({
      data: {
        httpStatus: 409,
        refusal: 'edited-meanwhile',
        detail: { by: expect.stringContaining('1号'), at: NOON },
      },
    })
  })

  it('returns nothing without a reason, and lets nobody review the work of their own society', async () => {
    const assignmentId = await submitted()
    await expect(
      reviewer!.api.tasks.returnAssignment.mutate({ assignmentId, rev: 3, reason: '  ' }),
    ).rejects.toMatchObject(refused('reason-missing'))
    await server.services.storage.transact((tx) =>
      tx
        .insertInto('membership')
        .values({
          id: uuidv7(),
          unitId: server.world.units.a,
          personId: server.world.people.association[2]!,
          fromOn: '2020-03-01',
          toOn: null,
        })
        .execute(),
    )
    const own = await server.asRole('associationAdministrator', 'association', 2)
    await expect(own.api.tasks.closeAssignment.mutate({ assignmentId, rev: 3 })).rejects.toMatchObject(
      refused('own-work-not-reviewed'),
    )
  })

  it('breaks the work down to a unit below, which reports it done; until it is confirmed nothing is submitted', async () => {
    const assignmentId = await accepted({ evidence: [] })
    const { partId } = await cadre!.api.tasks.givePart.mutate({
      assignmentId,
      unitId: server.world.units['a.office'],
      personId: server.world.people['a.office'][1]!,
      title: '组织支部学习',
      dueOn: '2026-12-10',
    })
    const theirs = await office!.api.tasks.listParts.query({ unitId: server.world.units['a.office'] })
    expect(theirs.rows).toMatchObject([{ id: partId, taskTitle: '开展主题学习', clauses: [{ itemNumber: 1 }] }])
    const submit = () => cadre!.api.tasks.submitAssignment.mutate({ assignmentId, rev: 2, text: '' })
    await expect(submit()).rejects.toMatchObject(refused('parts-open'))
    const fileId = await insertOwnFile(office!.personId, server.world.units['a.office'])
    await office!.api.tasks.finishPart.mutate({ partId, report: '已学习', fileIds: [fileId] })
    await secretary!.api.tasks.returnPart.mutate({ partId, reason: '请写明人数' })
    const [returned] = (await office!.api.tasks.listParts.query({ unitId: server.world.units['a.office'] })).rows
    expect(returned).toMatchObject({ state: 'returned', returnReason: '请写明人数' })
    await office!.api.tasks.finishPart.mutate({ partId, report: '已学习，12 人', fileIds: [] })
    await expect(submit()).rejects.toMatchObject(refused('parts-open'))
    await cadre!.api.tasks.acceptPart.mutate({ partId })
    await submit()
    const shown = await show(reviewer!, assignmentId)
    expect(shown.evidence).toMatchObject([{ file: { id: fileId, name: '签到表.pdf' } }])
    expect(shown.parts).toMatchObject([{ state: 'accepted', report: '已学习，12 人' }])
  })

  it('takes back a part that was given by mistake', async () => {
    const assignmentId = await accepted({ evidence: [] })
    const { partId } = await cadre!.api.tasks.givePart.mutate({
      assignmentId,
      unitId: server.world.units['a.group'],
      personId: null,
      title: '多给的一项',
      dueOn: '2026-12-10',
    })
    await cadre!.api.tasks.withdrawPart.mutate({ partId })
    const group = await server.asRole('workingGroupLeader', 'a.group')
    await expect(group.api.tasks.finishPart.mutate({ partId, report: '已办', fileIds: [] })).rejects.toMatchObject(
      refused('part-step-not-possible'),
    )
  })

  it('wants a report where no evidence is asked for', async () => {
    const assignmentId = await accepted({ evidence: [] })
    const submit = () => cadre!.api.tasks.submitAssignment.mutate({ assignmentId, rev: 2, text: '' })
    await expect(submit()).rejects.toMatchObject(refused('progress-not-reported'))
    await cadre!.api.tasks.reportProgress.mutate({ assignmentId, text: '已办完' })
    await submit()
  })

  it('is met by passed courses alone: the last pass puts it on the timeline once and makes it ready to submit', async () => {
    const courseId = uuidv7() as TaskCourseId
    const assignmentId = await accepted({ evidence: [], training: { courseId, posts: ['secretary'], share: 75 } })
    const secretaries = ['a', 'a.committee', 'a.office', 'a.group'] as const
    const people = secretaries.map((place) => server.world.people[place][0]!)
    await pass(people[0]!, courseId)
    await pass(server.world.people.b[0]!, courseId)
    await pass(people[1]!, courseId)
    await expect(cadre!.api.tasks.submitAssignment.mutate({ assignmentId, rev: 2, text: '' })).rejects.toMatchObject({
      data: { refusal: 'training-not-met', detail: { concerned: 4, passed: 2, needed: 3 } },
    })
    const enrolmentId = uuidv7()
    await pass(people[2]!, courseId, enrolmentId)
    await pass(people[2]!, courseId)
    await pass(people[3]!, courseId)
    const shown = await show(cadre!, assignmentId)
    expect(shown.training).toMatchObject({ concerned: 4, passed: 4, needed: 3 })
    expect(shown.training?.people.find(({ personId }) => personId === people[2])).toMatchObject({ enrolmentId })
    expect(shown.timeline.filter((entry) => entry.kind === 'training-met')).toMatchObject([
      { text: '3/4', personName: null },
    ])
    const desk = await cadre!.api.tasks.showDesk.query({ unitId: server.world.units.a })
    expect(desk.ready.rows.map(({ id }) => id)).toContain(assignmentId)
    await cadre!.api.tasks.submitAssignment.mutate({ assignmentId, rev: 2, text: '' })
  })

  it('shows closed work’s training as it stood, whoever passes or leaves later', async () => {
    const courseId = uuidv7() as TaskCourseId
    const assignmentId = await accepted({ evidence: [], training: { courseId, posts: ['secretary'], share: 25 } })
    await pass(server.world.people.a[0]!, courseId)
    await cadre!.api.tasks.submitAssignment.mutate({ assignmentId, rev: 2, text: '' })
    await reviewer!.api.tasks.closeAssignment.mutate({ assignmentId, rev: 3 })
    await server.services.storage.transact((tx) =>
      tx
        .insertInto('trainingEvidence')
        .values({
          personId: server.world.people['a.office'][0]!,
          courseId,
          enrolmentId: uuidv7(),
          certificateId: null,
          passedAt: NOON + 1000,
        })
        .execute(),
    )
    expect((await show(cadre!, assignmentId)).training).toMatchObject({ concerned: 4, passed: 1 })
  })

  it('takes evidence that was uploaded by oneself alone, and takes it back while the work is open', async () => {
    const assignmentId = await accepted({ evidence: [{ key: 'sheet', label: '签到表', kind: 'file' }] })
    const attach = (fileId: FileId | null) =>
      cadre!.api.tasks.attachEvidence.mutate({ assignmentId, requirementKey: 'sheet', text: '', fileId })
    const foreign = await insertOwnFile(server.world.people.b[0]!, server.world.units.b)
    await expect(attach(foreign)).rejects.toMatchObject(missing)
    const { evidenceId } = await attach(await insertOwnFile(cadre!.personId, server.world.units.a))
    expect((await show(cadre!, assignmentId)).facts.missingEvidence).toEqual([])
    await cadre!.api.tasks.withdrawEvidence.mutate({ evidenceId })
    const after = await show(cadre!, assignmentId)
    expect(after.facts.missingEvidence).toEqual(['签到表'])
    expect(after.evidence).toEqual([])
  })

  it('does not exist for another society, and every step on it reads the same as on what there never was', async () => {
    const assignmentId = await accepted()
    const { evidenceId } = await cadre!.api.tasks.attachEvidence.mutate({
      assignmentId,
      requirementKey: 'summary',
      text: '小结',
      fileId: null,
    })
    const part = { assignmentId, personId: null, title: '收集材料', dueOn: '2026-12-10' }
    const { partId } = await cadre!.api.tasks.givePart.mutate({ ...part, unitId: server.world.units['a.office'] })
    const stranger = await server.asRole('societySecretary', 'b')
    const { tasks } = stranger.api
    const tries = [
      tasks.showAssignment.query({ assignmentId }),
      tasks.listAssignments.query({ unitId: server.world.units.a }),
      tasks.listParts.query({ unitId: server.world.units.a }),
      tasks.showDesk.query({ unitId: server.world.units.a }),
      tasks.recallAssignment.mutate({ assignmentId, rev: 2 }),
      tasks.submitAssignment.mutate({ assignmentId, rev: 2, text: '' }),
      tasks.reportProgress.mutate({ assignmentId, text: '…' }),
      tasks.withdrawEvidence.mutate({ evidenceId }),
      tasks.acceptPart.mutate({ partId }),
      tasks.finishPart.mutate({ partId, report: '…', fileIds: [] }),
      tasks.givePart.mutate({ ...part, unitId: server.world.units['b.office'] }),
    ]
    await Promise.all(tries.map((attempt) => expect(attempt).rejects.toMatchObject(missing)))
    const foreignUnit = cadre!.api.tasks.givePart.mutate({ ...part, unitId: server.world.units['b.office'] })
    await expect(foreignUnit).rejects.toMatchObject(missing)
    const foreignPerson = {
      ...part,
      unitId: server.world.units['a.office'],
      personId: server.world.people['b.office'][0]!,
    }
    await expect(cadre!.api.tasks.givePart.mutate(foreignPerson)).rejects.toMatchObject(missing)
    const elsewhere = { ...part, unitId: server.world.units['a.office'], personId: server.world.people['a.group'][0]! }
    await expect(cadre!.api.tasks.givePart.mutate(elsewhere)).rejects.toMatchObject(refused('part-person-not-in-unit'))
    expect((await show(cadre!, assignmentId)).parts).toHaveLength(1)
  })

  it('is filtered by state, kind and lateness with counts that hold, and the desk agrees', async () => {
    const unitId = server.world.units.c
    const storage = server.services.storage
    await assignTask(storage, by(), [unitId], { dueOn: '2026-11-20' }, NOON)
    await assignTask(storage, by(), [unitId], { dueOn: '2026-11-27', kind: 'report' }, NOON)
    await assignTask(storage, by(), [unitId], { dueOn: '2026-12-30' }, NOON)
    const own = await server.asRole('societyCadre', 'c')
    const all = await own.api.tasks.listAssignments.query({ unitId })
    expect(all).toMatchObject({ total: 3, overdue: 1, counts: { assigned: 3, closed: 0 } })
    expect(all.otherYears).toBe(0)
    expect(await own.api.tasks.listAssignments.query({ unitId, year: 2000 })).toMatchObject({ total: 0, otherYears: 3 })
    expect(all.rows.map(({ dueOn }) => dueOn)).toEqual(['2026-11-20', '2026-11-27', '2026-12-30'])
    const late = await own.api.tasks.listAssignments.query({ unitId, overdue: true })
    expect(late).toMatchObject({ total: 1, rows: [{ overdue: true, dueOn: '2026-11-20' }] })
    const total = async (asked: object) => (await own.api.tasks.listAssignments.query({ unitId, ...asked })).total
    expect(await total({ kind: 'report' })).toBe(1)
    expect(await total({ state: 'assigned', limit: 1 })).toBe(3)
    expect(await total({ state: 'closed' })).toBe(0)
    expect(await total({ standing: true, kind: 'report' })).toBe(1)
    for (const { id } of all.rows) await own.api.tasks.acceptAssignment.mutate({ assignmentId: id, rev: 1 })
    const desk = await own.api.tasks.showDesk.query({ unitId })
    expect([desk.overdue.total, desk.dueSoon.total, desk.next.total]).toEqual([1, 1, 1])
    expect(desk.year.months.find(({ month }) => month === '2026-11')).toMatchObject({ due: 2, overdue: 1, closed: 0 })
  })

  it('lets a leader read and decide nothing', async () => {
    const assignmentId = await submitted()
    const leader = await server.asRole('associationLeader', 'association')
    expect((await show(leader, assignmentId)).assignment.state).toBe('submitted')
    await expect(leader.api.tasks.closeAssignment.mutate({ assignmentId, rev: 3 })).rejects.toMatchObject({
      data: { httpStatus: 403 },
    })
  })
})
