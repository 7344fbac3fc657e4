import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { addDays, type LocalDate } from '@dangjian/domain/access'
import { deskLists, type AssignmentState, type ClauseId, type DeskCount, type WorkPlanId } from '@dangjian/domain/tasks'
import { insertWorkPlan } from '@dangjian/db/tasks/work-plan-store'
import { assignTask } from './testing/assigned-task.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'
import type { SocietyKey } from './testing/world.ts'

const NOON = Date.parse('2026-11-24T04:00:00Z')
const TODAY = '2026-11-24'
const keys = Object.keys(deskLists(TODAY)) as DeskCount[]

/** Every state against days long past, yesterday, today, within the week, and in the next year. */
const days = [-90, -1, 0, 7, 8, 60].map((by) => addDays(TODAY, by))
const states: readonly AssignmentState[] = ['assigned', 'accepted', 'submitted', 'returned', 'closed', 'withdrawn']

describe.each(databaseKinds)('numbers and their lists (%s)', (kind) => {
  let server: TestServer
  let planner: Visitor

  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(NOON)
    planner = await server.asRole('associationAdministrator', 'association')
    const { units } = server.world
    const { storage } = server.services
    const societies = [units.a, units.b, units.c]
    for (const [nth, dueOn] of days.entries()) {
      const ids = await assignTask(storage, planner.personId, societies, {
        dueOn,
        ...(nth === 0 ? { evidence: [] } : {}),
      })
      await setStates(ids, nth)
    }
    // A task taken back as a whole, and work of the plan of the year before that is still to be done.
    const back = await assignTask(storage, planner.personId, societies, { dueOn: days[0]!, state: 'withdrawn' })
    await storage.transact((tx) =>
      tx.updateTable('assignment').set({ state: 'withdrawn' }).where('id', 'in', back).execute(),
    )
    await assignTask(storage, planner.personId, [units.a], { dueOn: '2025-12-20', workPlanId: await planOf(2025) })
    // Something that a society could submit as it is.
    const cadre = await server.asRole('societyCadre', 'a')
    const { rows } = await cadre.api.tasks.listAssignments.query({ unitId: units.a, state: 'accepted' })
    for (const { id } of rows) {
      const evidence = { requirementKey: 'summary', text: '按期开展，全员参加。', fileId: null }
      await cadre.api.tasks.attachEvidence.mutate({ assignmentId: id, ...evidence }).catch(() => undefined)
    }
  })
  afterAll(() => server.stop())

  /** Each assignment in another state, turning with the day. */
  const setStates = (ids: readonly string[], nth: number) =>
    server.services.storage.transact(async (tx) => {
      for (const [index, id] of ids.entries()) {
        const state = states[(index * 2 + nth) % states.length]!
        await tx
          .updateTable('assignment')
          .set({ state })
          .where('id', '=', id as never)
          .execute()
      }
    })

  const planOf = async (year: number): Promise<WorkPlanId> => {
    const place = { start: 0, end: 1 }
    const clause = { id: uuidv7() as ClauseId, text: '一件事', ...place }
    const item = { number: 1, title: '一件事', ...place, clauses: [clause] }
    const id = uuidv7() as WorkPlanId
    await server.services.storage.transact((tx) =>
      insertWorkPlan(
        tx,
        {
          id,
          year,
          title: `${year} 年工作要点`,
          sourceText: '一、',
          outline: { preamble: '', sections: [{ number: '一', title: '甲', ...place, items: [item] }] },
          state: 'published',
          publishedAt: NOON,
          rev: 1,
          updatedAt: NOON,
        },
        planner.personId,
      ),
    )
    return id
  }

  const listOf = (visitor: Visitor, input: object, unitId: string) =>
    visitor.api.tasks.listAssignments.query({ unitId: unitId as never, ...input })

  it.each(['association', 'a', 'b', 'c'] as const)(
    'every number on the desk of %s is the length of its list',
    async (place) => {
      const unitId = server.world.units[place]
      const visitor = place === 'association' ? planner : await server.asRole('societyCadre', place as SocietyKey)
      const desk = await visitor.api.tasks.showDesk.query({ unitId })
      for (const key of keys) {
        const list = await listOf(visitor, { standing: true, ...deskLists(TODAY)[key] }, unitId)
        expect([key, desk[key].total]).toEqual([key, list.total])
      }
      expect(keys.some((key) => desk[key].total > 0)).toBe(true)
      const parts = async (...of: ('given' | 'returned' | 'done')[]) =>
        (await visitor.api.tasks.listParts.query({ unitId, states: of })).total
      expect(desk.partsToDo.total).toBe(await parts('given', 'returned'))
      expect(desk.partsToConfirm.total).toBe(await parts('done'))
      if (place === 'association') {
        const { total } = await visitor.api.tasks.listSubmitted.query({ unitId })
        expect(desk.toReview.total).toBe(total)
      }
      for (const { month, due } of desk.year.months) {
        const span = { dueFrom: `${month}-01`, dueTo: lastDayOf(month) }
        expect([month, (await listOf(visitor, { year: desk.year.year, ...span }, unitId)).total]).toEqual([month, due])
      }
    },
  )

  it.each(['association', 'a'] as const)('desk, list and panorama of %s count one year’s work alike', async (place) => {
    const unitId = server.world.units[place]
    const leader = await server.asRole(place === 'a' ? 'societySecretary' : 'associationLeader', place)
    const { year } = await leader.api.tasks.showDesk.query({ unitId })
    const list = await listOf(leader, { year: year.year }, unitId)
    const { plan, work } = await leader.api.panorama.showPanorama.query({ unitId })
    const onDesk = (key: 'due' | 'closed' | 'overdue') => year.months.reduce((sum, month) => sum + month[key], 0)
    expect(plan?.year).toBe(year.year)
    expect(work.overdue).toBeGreaterThan(0)
    expect([onDesk('due'), onDesk('closed'), onDesk('overdue')]).toEqual([work.total, work.closed, work.overdue])
    expect([list.total, list.counts.closed, list.overdue]).toEqual([work.total, work.closed, work.overdue])
    expect((await listOf(leader, { year: year.year, overdue: true }, unitId)).total).toBe(work.overdue)
    expect((await listOf(leader, { year: year.year, state: 'closed' }, unitId)).total).toBe(work.closed)
    // The list that names no year is of the year that the desk shows, and says so.
    const shown = await listOf(leader, { year: 'shown' }, unitId)
    expect([shown.year, shown.total]).toEqual([year.year, work.total])
    expect([(await listOf(leader, {}, unitId)).year, shown.years]).toEqual([null, [2026, 2025]])
    // What the plan asks for in another year counts with it.
    if (place === 'association') expect(year.months.find(({ month }) => month === '2027-01')?.due).toBe(2)
  })

  it('leaves a desk when it is withdrawn, and tells the other wings', async () => {
    const unitId = server.world.units.c
    const own = await server.asRole('societyCadre', 'c')
    const [id] = await assignTask(server.services.storage, planner.personId, [unitId], { dueOn: '2026-11-20' })
    const before = await own.api.tasks.showDesk.query({ unitId })
    const { task } = await own.api.tasks.showAssignment.query({ assignmentId: id! })
    await planner.api.tasks.withdrawTask.mutate({ taskId: task.id, rev: 1, text: '另行安排' })
    const after = await own.api.tasks.showDesk.query({ unitId })
    expect([after.toAccept.total, after.overdue.total]).toEqual([before.toAccept.total - 1, before.overdue.total - 1])
    const shown = [...after.toAccept.rows, ...after.overdue.rows, ...after.next.rows]
    expect(shown.some((row) => row.id === id)).toBe(false)
    expect((await listOf(own, { standing: true, taskId: task.id }, unitId)).total).toBe(0)
    const events = await server.services.storage.read.selectFrom('outboxEvent').selectAll().execute()
    expect(JSON.stringify(events)).toContain(`task-withdrawn`)
  })
})

function lastDayOf(month: string): LocalDate {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10)
}
