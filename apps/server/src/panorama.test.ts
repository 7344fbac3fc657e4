import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertAssignments } from '@dangjian/db/tasks/assignment-store'
import { insertTask } from '@dangjian/db/tasks/task-store'
import { insertWorkPlan } from '@dangjian/db/tasks/work-plan-store'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import type { UnitId } from '@dangjian/domain/access'
import type {
  AssignmentId,
  AssignmentPartId,
  AssignmentState,
  ClauseId,
  TaskId,
  WorkPlan,
  WorkPlanId,
} from '@dangjian/domain/tasks'
import type { CourseAssignmentId, CourseId, CourseVersionId, EnrolmentId, HourEntryId } from '@dangjian/domain/training'
import { canaryOf, societyKeys, type SocietyKey } from './testing/world.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const id = <T>(): T => uuidv7() as T
const clauses = [id<ClauseId>(), id<ClauseId>(), id<ClauseId>()]
const place = { start: 0, end: 1 }
const NOW = Date.parse('2031-06-20T03:00:00Z')

function planOf(state: WorkPlan['state'], year: number): WorkPlan {
  const clause = (index: number, text: string) => ({ id: clauses[index] as ClauseId, text, ...place })
  return {
    id: id<WorkPlanId>(),
    year,
    title: `${year} 年工作要点`,
    sourceText: '一、',
    outline: {
      preamble: '',
      sections: [
        {
          number: '一',
          title: '建强组织',
          ...place,
          items: [{ number: 1, title: '第一项', ...place, clauses: [clause(0, '摸清底数'), clause(1, '应建尽建')] }],
        },
        {
          number: '二',
          title: '抓好培训',
          ...place,
          items: [{ number: 2, title: '第二项', ...place, clauses: [clause(2, '办好分校')] }],
        },
      ],
    },
    state,
    publishedAt: NOW,
    rev: 1,
    updatedAt: NOW,
  }
}

describe.each(databaseKinds)('the panorama over HTTP (%s)', (kind) => {
  let server: TestServer
  let leader: Visitor
  let secretary: Visitor
  const taskIds = [id<TaskId>(), id<TaskId>()] as const
  const courseId = id<CourseId>()

  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(NOW)
    leader = await server.asRole('associationLeader', 'association')
    secretary = await server.asRole('societySecretary', 'a')
    const { units, people } = server.world
    const learner = people['a.office'][0]
    if (!learner) throw new Error('the world has no learner')
    await server.services.storage.transact(async (tx) => {
      const plan = planOf('published', 2031)
      await insertWorkPlan(tx, plan, leader.personId)
      for (const [index, taskId] of taskIds.entries()) {
        await insertTask(tx, {
          id: taskId,
          workPlanId: plan.id,
          title: index === 0 ? '报送底数' : '党务干部学一门课',
          kind: 'report',
          clauseIds: [clauses[index === 0 ? 0 : 2] as ClauseId],
          audience: { kind: 'all' },
          dueOn: index === 0 ? '2031-05-31' : '2031-09-30',
          evidence: [],
          training: index === 0 ? null : { courseId, posts: ['cadre'], share: 80 },
          state: 'published',
          rev: 1,
          publishedAt: NOW,
        })
      }
      const states: Record<SocietyKey, [AssignmentState, AssignmentState]> = {
        a: ['closed', 'assigned'],
        b: ['accepted', 'accepted'],
        c: ['withdrawn', 'submitted'],
      }
      const assignments = Object.entries(states).flatMap(([key, pair]) =>
        pair.map((state, index) => ({
          id: id<AssignmentId>(),
          taskId: taskIds[index as 0 | 1],
          unitId: units[key as SocietyKey],
          state,
          dueOn: index === 0 ? '2031-05-31' : '2031-09-30',
          rev: 1,
          stateAt: Date.parse('2031-05-20T03:00:00Z'),
          movedAt: NOW,
        })),
      )
      await insertAssignments(tx, assignments)
      // One person holds the post twice, in the office and in the committee.
      for (const unitId of [units['a.office'], units['a.committee']] as UnitId[]) {
        await tx
          .insertInto('postHolding')
          .values({ id: id(), unitId, personId: learner, post: 'cadre', fromOn: '2030-01-01', toOn: null })
          .execute()
      }
      const only = { societyId: units.a, post: 'cadre' as const, taskId: taskIds[1] }
      await tx
        .insertInto('courseAssignment')
        .values({
          id: id<CourseAssignmentId>(),
          courseId,
          taskTitle: '',
          clauses: '[]',
          dueOn: '2031-09-30',
          withdrawnAt: null,
          ...only,
        })
        .execute()
      await tx
        .insertInto('course')
        .values({
          id: courseId,
          unitId: units.association,
          title: '组织工作实务',
          titlePinyin: '',
          summary: '',
          audience: '',
          hours: 2,
          content: '{"sections":[]}',
          state: 'published',
          latestVersionId: null,
          rev: 1,
          updatedAt: NOW,
          updatedBy: leader.personId,
          createdAt: NOW,
        })
        .execute()
      await tx
        .insertInto('enrolment')
        .values({
          id: id<EnrolmentId>(),
          personId: learner,
          courseId,
          versionId: id<CourseVersionId>(),
          startedAt: NOW,
          movedAt: NOW,
          passedAt: NOW,
        })
        .execute()
      await tx
        .insertInto('hourEntry')
        .values({
          id: id<HourEntryId>(),
          personId: learner,
          cycle: 2031,
          mode: 'online',
          sourceKind: 'course',
          sourceId: courseId,
          sourceTitle: '组织工作实务',
          ruleVersion: 'test',
          hours: 2,
          reason: 'course-passed',
          correctsId: null,
          onceKey: 'once',
          at: NOW,
        })
        .execute()
    })
  })
  afterAll(() => server.stop())

  const show = (visitor: Visitor, place: 'association' | SocietyKey, filter = {}) =>
    visitor.api.panorama.showPanorama.query({ unitId: server.world.units[place], filter })

  it('counts what is due, closed and overdue, by item, and leaves out what was withdrawn', async () => {
    const { work, sections, plan } = await show(leader, 'association')
    expect(plan).toMatchObject({ year: 2031, tasks: 2 })
    expect(work).toMatchObject({ total: 5, closed: 1, overdue: 1, submitted: 1, assigned: 1, accepted: 2 })
    expect(
      sections.map((section) => section.items.map((item) => [item.number, item.work.total, item.work.overdue])),
    ).toEqual([[[1, 2, 1]], [[2, 3, 0]]])
    expect(sections[0]?.items[0]?.clauses.map(({ answered }) => answered)).toEqual([true, false])
  })

  it('says in one word how each society stands', async () => {
    const { societies } = await show(leader, 'association')
    expect(societies.map(({ standing }) => standing)).toEqual(['toAccept', 'overdue', 'waiting'])
  })

  it('cuts every figure by the same filter', async () => {
    const second = await show(leader, 'association', { section: 1 })
    expect(second.work.total).toBe(3)
    expect(second.plan?.tasks).toBe(1)
    const none = await show(leader, 'association', { item: 0, quarter: 3 })
    expect(none.plan?.tasks).toBe(0)
    expect(none.societies.map(({ standing }) => standing)).toEqual(['nothing', 'nothing', 'nothing'])
    expect(second.sections).toHaveLength(1)
    expect(second.societies.map(({ standing }) => standing)).toEqual(['toAccept', 'working', 'waiting'])
    expect((await show(leader, 'association', { quarter: 2 })).work.total).toBe(2)
    const asked = async (quarter?: number): Promise<number> =>
      (await show(leader, 'association', { quarter })).training.reduce((sum, { concerned }) => sum + concerned, 0)
    expect([await asked(), await asked(3), await asked(2)]).toEqual([1, 1, 0])
    const ofQuarter = { unitId: server.world.units.association, filter: { quarter: 2 } }
    expect(await leader.api.panorama.countLearners.query(ofQuarter)).toBe(0)
    expect((await leader.api.panorama.listLearners.query(ofQuarter)).rows).toEqual([])
    expect((await show(leader, 'association', { category: 'medicine' })).societies).toEqual([])
  })

  it('gives for each figure a list of just that length', async () => {
    const { work, training } = await show(leader, 'association')
    const unitId = server.world.units.association
    const list = (more: object) => leader.api.panorama.listWork.query({ unitId, ...more })
    expect((await list({})).total).toBe(work.total)
    expect((await list({ overdue: true })).rows).toHaveLength(work.overdue)
    expect((await list({ state: 'submitted' })).rows).toHaveLength(work.submitted)
    const learners = await leader.api.panorama.listLearners.query({ unitId, limit: 100 })
    expect(learners.rows).toHaveLength(training.reduce((sum, { concerned }) => sum + concerned, 0))
    expect(await leader.api.panorama.countLearners.query({ unitId })).toBe(learners.rows.length)
    const paged: string[] = []
    let cursor: typeof learners.nextCursor | undefined
    do {
      const page: typeof learners = await leader.api.panorama.listLearners.query({
        unitId,
        limit: 2,
        ...(cursor ? { cursor } : {}),
      })
      paged.push(...page.rows.map((row) => JSON.stringify(row)))
      cursor = page.nextCursor
    } while (cursor)
    expect(paged).toEqual(learners.rows.map((row) => JSON.stringify(row)))
    const ofParts = await Promise.all(
      societyKeys.map((key) => leader.api.panorama.listLearners.query({ unitId: server.world.units[key] })),
    )
    const inParts = ofParts.flatMap(({ rows }) => rows.map((row) => JSON.stringify(row)))
    expect(inParts.toSorted()).toEqual(paged.toSorted())
    const counted = { passed: 0, learning: 0, notBegun: 0 }
    for (const { concerned, begun, passed } of training) {
      counted.passed += passed
      counted.learning += begun - passed
      counted.notBegun += concerned - begun
    }
    for (const standing of ['passed', 'learning', 'notBegun'] as const) {
      const total = await leader.api.panorama.countLearners.query({ unitId, standing })
      expect([standing, total]).toEqual([standing, counted[standing]])
      const { rows } = await leader.api.panorama.listLearners.query({ unitId, standing })
      expect(rows).toHaveLength(total)
    }
    const { rows } = await leader.api.panorama.listHours.query({ unitId })
    const hours = rows.reduce((sum, row) => sum + row.hours, 0)
    expect(hours).toBe(training.reduce((sum, each) => sum + each.hours, 0))
    expect(await leader.api.panorama.sumHours.query({ unitId })).toEqual({ entries: rows.length, hours })
    const parts = await Promise.all(
      societyKeys.map((key) => leader.api.panorama.sumHours.query({ unitId: server.world.units[key] })),
    )
    expect(parts.map((part) => part.hours)).toContain(0)
    expect(parts.reduce((sum, part) => sum + part.entries, 0)).toBe(rows.length)
    const medicine = { unitId, filter: { category: 'medicine' } } as const
    expect((await leader.api.panorama.listHours.query(medicine)).rows).toEqual([])
    expect(await leader.api.panorama.sumHours.query(medicine)).toEqual({ entries: 0, hours: 0 })
  })

  it('gives for each figure of parts a list of just that length, and leaves out what was taken back', async () => {
    const { units } = server.world
    await server.services.storage.transact(async (tx) => {
      const { id: assignmentId } = await tx
        .selectFrom('assignment')
        .select('id')
        .where('unitId', '=', units.b)
        .orderBy('dueOn')
        .executeTakeFirstOrThrow()
      for (const state of ['given', 'accepted', 'returned', 'withdrawn'] as const) {
        const part = { id: id<AssignmentPartId>(), assignmentId, unitId: units['b.office'], personId: null, state }
        const rest = { title: '清点人数', dueOn: '2031-05-01', report: '', movedAt: NOW }
        await tx
          .insertInto('assignmentPart')
          .values({ ...part, ...rest })
          .execute()
      }
    })
    const unitId = units.association
    const { parts } = await show(leader, 'association')
    const list = async (more: object) => (await leader.api.panorama.listPartWork.query({ unitId, ...more })).total
    expect(parts.find(({ tier }) => tier === 2)).toMatchObject({ total: 3, accepted: 1, returned: 1 })
    for (const { tier, total, accepted, returned } of parts) {
      expect([
        await list({ tier }),
        await list({ tier, state: 'accepted' }),
        await list({ tier, state: 'returned' }),
      ]).toEqual([total, accepted, returned])
    }
    expect(await list({ filter: { section: 1 } })).toBe(0)
  })

  it('pages a list without losing or repeating a row', async () => {
    const unitId = server.world.units.association
    const seen: string[] = []
    let cursor
    do {
      const page: Awaited<ReturnType<typeof leader.api.panorama.listWork.query>> =
        await leader.api.panorama.listWork.query({
          unitId,
          limit: 2,
          ...(cursor ? { cursor } : {}),
        })
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.nextCursor
    } while (cursor)
    expect(new Set(seen).size).toBe(5)
    expect(seen).toHaveLength(5)
  })

  it('counts somebody with two posts once, and an hour once', async () => {
    const { training } = await show(leader, 'association')
    expect(training.find(({ category }) => category === 'science')).toMatchObject({ concerned: 1, passed: 1, hours: 2 })
  })

  it('leads from a clause to all that answers it', async () => {
    const trace = await leader.api.panorama.showClause.query({
      unitId: server.world.units.association,
      clauseId: clauses[2] as string,
    })
    expect(trace).toMatchObject({ year: 2031, item: { number: 2 }, text: '办好分校' })
    expect(trace.tasks).toMatchObject([
      { total: 3, training: { courseTitle: '组织工作实务', concerned: 1, passed: 1 } },
    ])
  })

  it('shows a society its own part alone', async () => {
    const own = await show(secretary, 'a')
    expect(own.societies).toHaveLength(1)
    expect(own.work.total).toBe(2)
    expect(JSON.stringify(own)).not.toContain(canaryOf('b'))
    await expect(show(secretary, 'b')).rejects.toMatchObject({ data: { httpStatus: 404 } })
    await expect(show(secretary, 'association')).rejects.toMatchObject({ data: { httpStatus: 404 } })
  })

  it('shows nothing of a plan that is still a draft', async () => {
    await server.services.storage.transact((tx) =>
      insertWorkPlan(tx, { ...planOf('draft', 2032), outline: { preamble: '', sections: [] } }, leader.personId),
    )
    const { plan, years } = await leader.api.panorama.showPanorama.query({
      unitId: server.world.units.association,
      year: 2032,
    })
    expect(plan).toBeNull()
    expect(years).toEqual([2031])
  })

  it('shows the unit that one acts for as one’s own, and nothing to who acts for none', async () => {
    for (const [visitor, place] of [
      [leader, 'association'],
      [secretary, 'a'],
    ] as const) {
      const own = await visitor.api.panorama.showPanorama.query({ unitId: 'own' })
      expect(own).toEqual(await show(visitor, place))
    }
    const learner = await server.asRole(null, 'a.office')
    await expect(learner.api.panorama.showPanorama.query({ unitId: 'own' })).rejects.toThrow('role-lacks-action')
  })

  it('opens on the year it is, even when the next one is published already', async () => {
    const next = { ...planOf('published', 2033), outline: { preamble: '', sections: [] } }
    await server.services.storage.transact((tx) => insertWorkPlan(tx, next, leader.personId))
    const { plan, years } = await leader.api.panorama.showPanorama.query({ unitId: server.world.units.association })
    expect(years).toEqual([2033, 2031])
    expect(plan?.year).toBe(2031)
  })
})
