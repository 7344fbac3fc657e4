import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonId, UnitId } from '@dangjian/domain/access'
import {
  openAssignment,
  stepAssignment,
  type Assignment,
  type AssignmentId,
  type AssignmentPart,
  type AssignmentPartId,
  type ClauseId,
  type EvidenceId,
  type TaskCourseId,
  type TaskId,
  type TimelineKind,
  type WorkPlanId,
} from '@dangjian/domain/tasks'
import type { PostHoldingId } from '@dangjian/domain/organisation'
import { insertUnitClosure } from '../organisation/unit-scope.ts'
import { describeStores, type EmptyDatabase } from '../testing/both-databases.ts'
import {
  countAssignments,
  countAssignmentsByDay,
  listAssignments,
  listClausesOfTasks,
  listLatestEvents,
  listSubmitted,
} from './assignment-list-store.ts'
import {
  findAssignment,
  findLastMover,
  insertAssignmentEvents,
  insertAssignments,
  listAssignmentsAnswered,
  listReasonsOf,
  saveAssignment,
} from './assignment-store.ts'
import {
  insertEvidence,
  insertTrainingEvidence,
  listEvidence,
  listTrainingEvidence,
  saveEvidenceWithdrawn,
} from './evidence-store.ts'
import { countParts, insertPart, listPartReturns, listPartsBeneath, savePart } from './part-store.ts'

let made = 0
/** Ids that rise, as those of the application do. */
const id = <Id extends string>(): Id => `01900000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}` as Id
const course = id<TaskCourseId>()
const [association, society, office, other] = [id<UnitId>(), id<UnitId>(), id<UnitId>(), id<UnitId>()]
const person = id<PersonId>()
const task = id<TaskId>()
const plan = id<WorkPlanId>()

function assignment(unitId: UnitId, dueOn: string, over: Partial<Assignment> = {}): Assignment {
  return { ...openAssignment({ id: id<AssignmentId>(), taskId: task, unitId, dueOn, now: 1000 }), ...over }
}

function event(assignmentId: AssignmentId, kind: TimelineKind, text = '', detail: object = {}) {
  return {
    id: id<string>(),
    assignmentId,
    at: 1000,
    kind,
    personId: person,
    actingUnitId: society,
    text,
    detail: JSON.stringify(detail),
  }
}

describeStores('the stores of assignments', (open) => {
  let database: EmptyDatabase
  const mine = assignment(society, '2026-12-01')
  const due = (n: number) => `2026-11-${String(n).padStart(2, '0')}`

  beforeAll(async () => {
    database = await open()
    await database.storage.transact(async (db) => {
      const units = [
        {
          unitId: association,
          parentId: null,
          kind: 'association' as const,
          name: '华夏科学技术协会',
          societyId: null,
        },
        { unitId: society, parentId: association, kind: 'society' as const, name: '云山学会', societyId: society },
        {
          unitId: office,
          parentId: society,
          kind: 'officePartyOrganisation' as const,
          name: '云山学会支部',
          societyId: society,
        },
        { unitId: other, parentId: association, kind: 'society' as const, name: '海石学会', societyId: other },
      ]
      for (const { unitId, ...unit } of units) {
        await db
          .insertInto('unit')
          .values({
            ...unit,
            id: unitId,
            tier: null,
            code: null,
            namePinyin: '',
            category: 'science',
            form: null,
            affiliation: null,
            state: 'active',
            stateOn: '2020-03-01',
            foundedOn: null,
            endedOn: null,
            mergedIntoId: null,
            seq: 0,
            rev: 1,
            createdAt: 0,
          })
          .execute()
        await insertUnitClosure(db, unitId, unit.parentId)
      }
      await db
        .insertInto('person')
        .values({
          id: person,
          name: '顾清和',
          namePinyin: 'guqinghe',
          memberStatus: 'full',
          rev: 1,
          createdAt: 0,
        })
        .execute()
      await db
        .insertInto('postHolding')
        .values({
          id: id<PostHoldingId>(),
          unitId: office,
          personId: person,
          post: 'cadre',
          fromOn: '2020-03-01',
          toOn: null,
        })
        .execute()
      const clause = id<ClauseId>()
      await db
        .insertInto('clause')
        .values({
          id: clause,
          workPlanId: plan,
          position: 0,
          sectionIndex: 0,
          sectionNumber: '一',
          sectionTitle: '学习',
          itemNumber: 1,
          itemTitle: '学习',
          text: '开展学习',
        })
        .execute()
      await db
        .insertInto('task')
        .values({
          id: task,
          workPlanId: plan,
          title: '开展主题学习',
          kind: 'study',
          audience: '{"kind":"all"}',
          dueOn: '2026-12-01',
          evidence: '[]',
          training: null,
          trainingCourseId: course,
          state: 'published',
          rev: 1,
          publishedAt: 0,
        })
        .execute()
      await db.insertInto('taskClause').values({ taskId: task, clauseId: clause }).execute()
      await insertAssignments(db, [mine])
    })
  })
  afterAll(() => database.close())
  const write = <T>(act: Parameters<EmptyDatabase['storage']['transact']>[0]) =>
    database.storage.transact(act) as Promise<T>

  it('save a step once: whoever holds an older revision saves nothing', async () => {
    const first = stepAssignment(mine, 'accept', 2000)
    const second = stepAssignment(mine, 'withdraw', 3000)
    if (!first.ok || !second.ok) throw new Error('both are possible')
    expect(await write((db) => saveAssignment(db, first.value))).toBe(true)
    expect(await write((db) => saveAssignment(db, second.value))).toBe(false)
    expect(await findAssignment(database.storage.read, mine.id)).toEqual(first.value)
  })

  it('name who took the last step, however much was told since', async () => {
    await write((db) =>
      insertAssignmentEvents(db, [event(mine.id, 'accepted'), { ...event(mine.id, 'reminded'), personId: null }]),
    )
    expect(await findLastMover(database.storage.read, mine.id)).toEqual({ name: '顾清和', at: 1000 })
  })

  it('offer reasons once each, the latest first, and those of one kind alone', async () => {
    await write((db) =>
      insertAssignmentEvents(db, [
        event(mine.id, 'returned', '缺签到表'),
        event(mine.id, 'returned', '照片不清'),
        event(mine.id, 'returned', '缺签到表'),
        event(mine.id, 'part-returned', '请补数字', { partId: mine.id }),
      ]),
    )
    expect(await listReasonsOf(database.storage.read, person, 'returned', 8)).toEqual(['缺签到表', '照片不清'])
    expect(await listReasonsOf(database.storage.read, person, 'part-returned', 8)).toEqual(['请补数字'])
    const latest = await listLatestEvents(database.storage.read, [mine.id], ['returned'])
    expect(latest.map(({ text }) => text)).toEqual(['缺签到表'])
    expect(await listPartReturns(database.storage.read, [mine.id])).toHaveLength(1)
  })

  it('find what a course answers in the society of a post’s holder, and nowhere else', async () => {
    const found = await listAssignmentsAnswered(database.storage.read, course, person)
    expect(found.map((each) => each.id)).toEqual([mine.id])
    expect(await listAssignmentsAnswered(database.storage.read, id<TaskCourseId>(), person)).toEqual([])
  })

  it('page by due day without losing or doubling one, with the clause that each goes back to', async () => {
    const more = id<TaskId>()
    await write(async (db) => {
      for (let n = 1; n <= 9; n += 1) {
        const taskId = id<TaskId>()
        await db
          .insertInto('task')
          .values({
            id: taskId,
            workPlanId: plan,
            title: `任务${n}`,
            kind: 'report',
            audience: '{"kind":"all"}',
            dueOn: due(n),
            evidence: '[]',
            training: null,
            trainingCourseId: null,
            state: 'published',
            rev: 1,
            publishedAt: 0,
          })
          .execute()
        await insertAssignments(db, [
          { ...assignment(society, due(Math.ceil(n / 3))), taskId },
          { ...assignment(other, due(n)), taskId: n === 1 ? more : taskId, state: 'submitted', stateAt: 5000 - n },
        ])
      }
    })
    const seen: string[] = []
    let cursor: { dueOn: string; id: AssignmentId } | undefined
    for (;;) {
      const rows = await listAssignments(database.storage.read, { beneath: society }, { cursor, limit: 4 })
      seen.push(...rows.map((row) => row.id))
      const last = rows.at(-1)
      if (rows.length < 4 || !last) break
      cursor = { dueOn: last.dueOn, id: last.id }
    }
    expect(new Set(seen).size).toBe(10)
    expect(seen).toHaveLength(10)
    expect(await countAssignments(database.storage.read, { beneath: society })).toBe(10)
    const clauses = await listClausesOfTasks(database.storage.read, [task])
    expect(clauses).toMatchObject([{ taskId: task, text: '开展学习', itemNumber: 1 }])
  })

  it('count by state and day within a unit, and what is overdue is only what is still to be done', async () => {
    const counted = await countAssignmentsByDay(database.storage.read, { beneath: society })
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(10)
    const filter = { beneath: association, overdueOn: '2026-11-24' }
    const overdue = await listAssignments(database.storage.read, filter, { limit: 50 })
    expect(overdue.every((row) => row.unitId === society && row.state === 'assigned')).toBe(true)
    expect(overdue).toHaveLength(9)
    expect(await countAssignments(database.storage.read, filter)).toBe(9)
  })

  it('queue what was submitted beneath a unit, the longest waiting first, and never the unit’s own', async () => {
    const { rows } = await listSubmitted(database.storage.read, association, { limit: 50 })
    expect(rows.map((row) => row.stateAt)).toEqual([...rows.map((row) => row.stateAt)].sort((a, b) => a - b))
    expect(rows).toHaveLength(8)
    expect((await listSubmitted(database.storage.read, other, { limit: 50 })).total).toBe(0)
  })

  it('show parts to the unit that they were given to and to those above it', async () => {
    const part: AssignmentPart = {
      id: id<AssignmentPartId>(),
      assignmentId: mine.id,
      unitId: office,
      personId: person,
      title: '收集签到表',
      dueOn: '2026-11-28',
      state: 'given',
      report: '',
      movedAt: 1000,
    }
    await write((db) => insertPart(db, part))
    for (const beneath of [association, society, office]) {
      const { rows } = await listPartsBeneath(database.storage.read, { beneath, states: ['given'], limit: 10 })
      expect(rows).toMatchObject([
        { id: part.id, societyName: '云山学会', personName: '顾清和', taskTitle: '开展主题学习' },
      ])
    }
    expect((await listPartsBeneath(database.storage.read, { beneath: other, limit: 10 })).total).toBe(0)
    await write((db) => savePart(db, { ...part, state: 'done', report: '已收齐' }))
    expect(await countParts(database.storage.read, [mine.id])).toEqual([
      { assignmentId: mine.id, state: 'done', count: 1 },
    ])
  })

  it('keep a first pass of a course and ignore a second', async () => {
    const pass = { personId: person, courseId: course, enrolmentId: 'first', certificateId: null, passedAt: 1000 }
    await write((db) => insertTrainingEvidence(db, pass))
    await write((db) => insertTrainingEvidence(db, { ...pass, enrolmentId: 'second', passedAt: 2000 }))
    expect(await listTrainingEvidence(database.storage.read, course, [person])).toEqual([pass])
  })

  it('keep evidence that was taken back, marked as such', async () => {
    const evidence = {
      id: id<EvidenceId>(),
      assignmentId: mine.id,
      requirementKey: null,
      text: '已组织学习',
      fileId: null,
      attachedBy: person,
      attachedAt: 1000,
      withdrawnAt: null,
    }
    await write((db) => insertEvidence(db, evidence))
    await write((db) => saveEvidenceWithdrawn(db, evidence.id, 3000))
    expect(await listEvidence(database.storage.read, mine.id)).toMatchObject([
      { ...evidence, withdrawnAt: 3000, attachedByName: '顾清和', fileName: null },
    ])
  })
})
