import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '@dangjian/domain/access'
import type { CourseId, EnrolmentId } from '@dangjian/domain/training'
import { insertOutboxEvents } from '@dangjian/db/access/outbox-store'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { publishTestCourse, type PublishedCourse } from './testing/published-course.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const NOON = Date.parse('2026-11-24T04:00:00Z')

describe.each(databaseKinds)('who is behind, over HTTP (%s)', (kind) => {
  let server: TestServer
  let learner: Visitor | undefined
  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(NOON)
    learner = await server.asRole(null, 'a.office')
  })
  afterAll(() => server.stop())

  const publish = (over = {}): Promise<PublishedCourse> =>
    publishTestCourse(server.services.storage, {
      unitId: server.world.units.association,
      by: server.world.people.association[0] as PersonId,
      now: NOON,
      ...over,
    })
  const begin = async (course: PublishedCourse): Promise<EnrolmentId> =>
    (await learner!.api.training.enrol.mutate({ courseId: course.courseId })).enrolmentId
  const tell = async (event: { type: string }): Promise<void> => {
    await server.services.storage.transact((tx) =>
      insertOutboxEvents(tx, [
        { id: uuidv7(), at: NOON, type: event.type, body: JSON.stringify(event), deliveredAt: null, tries: 0 },
      ]),
    )
    await server.deliver()
  }
  const task = (courseId: CourseId, over = {}) => ({
    taskId: uuidv7(),
    taskTitle: '轮训支部书记',
    clauses: [{ itemNumber: 5, itemTitle: '建强党校分校', clauseText: '定期培训支部书记和党务干部' }],
    dueOn: '2026-12-01',
    training: { courseId, posts: ['secretary'], share: 80 },
    societyIds: [server.world.units.a],
    ...over,
  })
  const missing = { data: { httpStatus: 404 } }

  it('a superior sees who is behind in their own units, and a stranger nothing', async () => {
    const course = await publish({ title: '看进度的课', kinds: ['text'] })
    await tell({
      type: 'work-plan-published',
      workPlanId: uuidv7(),
      tasks: [task(course.courseId, { societyIds: [server.world.units.a, server.world.units.b], dueOn: '2026-11-01' })],
    } as { type: string })
    const enrolmentId = await begin(course)
    await learner!.api.training.finishLesson.mutate({ enrolmentId, lessonId: course.lessons.text })
    const superior = await server.asRole('associationAdministrator', 'association')
    const cadre = await server.asRole('societyCadre', 'a', 2)
    const { units } = server.world
    const { courseId } = course
    // Four secretaries in each society: its own, and those of its units.
    expect(await superior.api.training.countCourseLearners.query({ unitId: units.association, courseId })).toBe(8)
    const all = await superior.api.training.listCourseLearners.query({ unitId: units.association, courseId })
    expect(all.rows).toHaveLength(8)
    const figures = await superior.api.training.listAskedCourses.query({ unitId: units.association })
    expect(figures.find((each) => each.courseId === courseId)).toMatchObject({
      asked: 8,
      begun: 1,
      passed: 1,
      overdue: 7,
    })
    const ours = await cadre.api.training.listCourseLearners.query({ unitId: units.a, courseId })
    expect(ours.rows.map(({ standing }) => standing).toSorted()).toEqual(['overdue', 'overdue', 'overdue', 'passed'])
    const behind = { unitId: units.a, courseId, standing: 'behind' } as const
    expect(await cadre.api.training.countCourseLearners.query(behind)).toBe(3)
    expect((await cadre.api.training.listCourseLearners.query(behind)).rows).toHaveLength(3)
    const { certificateId } = ours.rows.find(({ standing }) => standing === 'passed') ?? {}
    expect(await cadre.api.training.showCertificate.query({ certificateId: certificateId! })).toMatchObject({
      own: false,
    })

    await expect(cadre.api.training.listCourseLearners.query({ unitId: units.b })).rejects.toMatchObject(missing)
    const stranger = await server.asRole('societyCadre', 'b', 2)
    await expect(stranger.api.training.showCertificate.query({ certificateId: certificateId! })).rejects.toMatchObject(
      missing,
    )
    await expect(learner!.api.training.listCourseLearners.query({ unitId: units.a })).rejects.toMatchObject({
      data: { httpStatus: 403 },
    })
  })

  it('a page of learners goes on where the last one ended', async () => {
    const superior = await server.asRole('associationLeader', 'association', 1)
    const unitId = server.world.units.association
    const whole = await superior.api.training.listCourseLearners.query({ unitId, limit: 100 })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await superior.api.training.listCourseLearners.query({
        unitId,
        limit: 2,
        ...(cursor ? { cursor } : {}),
      })
      seen.push(...page.rows.map(({ personId, courseId }) => personId + courseId))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(whole.rows.map(({ personId, courseId }) => personId + courseId))
  })
})
