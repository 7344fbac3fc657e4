import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '@dangjian/domain/access'
import type { CourseId, EnrolmentId } from '@dangjian/domain/training'
import { insertOutboxEvents } from '@dangjian/db/access/outbox-store'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { publishTestCourse, type PublishedCourse } from './testing/published-course.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const NOON = Date.parse('2026-11-24T04:00:00Z')
const device = 'window-one'

describe.each(databaseKinds)('learning over HTTP (%s)', (kind) => {
  let server: TestServer
  let [learner, other]: Visitor[] = []
  let now = NOON
  const later = (ms: number): void => {
    now += ms
    server.setClock(now)
  }
  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(now)
    learner = await server.asRole(null, 'a.office')
    other = await server.asRole(null, 'b.office')
  })
  afterAll(() => server.stop())

  const by = () => server.world.people.association[0] as PersonId
  const publish = (over = {}): Promise<PublishedCourse> =>
    publishTestCourse(server.services.storage, { unitId: server.world.units.association, by: by(), now, ...over })
  const begin = async (course: PublishedCourse, who = learner!): Promise<EnrolmentId> =>
    (await who.api.training.enrol.mutate({ courseId: course.courseId })).enrolmentId
  const tell = async (event: { type: string }): Promise<void> => {
    await server.services.storage.transact((tx) =>
      insertOutboxEvents(tx, [
        { id: uuidv7(), at: now, type: event.type, body: JSON.stringify(event), deliveredAt: null, tries: 0 },
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
  const refused = (refusal: string) => ({ data: { httpStatus: 422, refusal } })

  it('a learner finds the courses of their own units and of those above, and of no other', async () => {
    const [ours, theirs] = [
      await publish({ unitId: server.world.units.a }),
      await publish({ unitId: server.world.units.b }),
    ]
    const common = await publish({ title: '共同课程' })
    const { rows } = await learner!.api.training.listOpenCourses.query({})
    const ids = rows.map(({ courseId }) => courseId)
    expect(ids).toContain(ours.courseId)
    expect(ids).toContain(common.courseId)
    expect(ids).not.toContain(theirs.courseId)
    await expect(learner!.api.training.showCourse.query({ courseId: theirs.courseId })).rejects.toMatchObject(missing)
    await expect(begin(theirs)).rejects.toMatchObject(missing)
    expect((await learner!.api.training.listOpenCourses.query({ search: '共同' })).rows).toHaveLength(1)
  })

  it('a task gives its course to who holds the post, and the course answers why', async () => {
    const course = await publish({ title: '书记轮训' })
    const asked = task(course.courseId)
    await tell({ type: 'work-plan-published', workPlanId: uuidv7(), tasks: [asked] } as { type: string })
    const shown = await learner!.api.training.showCourse.query({ courseId: course.courseId })
    expect(shown.reasons).toMatchObject([
      { taskTitle: '轮训支部书记', dueOn: '2026-12-01', post: 'secretary', clauses: [{ itemNumber: 5 }] },
    ])
    const home = await learner!.api.training.showHome.query()
    expect(home.learns).toBe(true)
    expect(home.asked).toMatchObject([
      { title: '书记轮训', dueOn: '2026-12-01', begun: false, taskTitles: ['轮训支部书记'] },
    ])
    // Who holds another post, or stands in another society, is not asked.
    const member = await server.asRole(null, 'a.office', 1)
    expect(await member.api.training.showHome.query()).toMatchObject({ asked: [], learns: false })
    expect((await other!.api.training.showHome.query()).asked).toEqual([])

    await tell({ type: 'task-extended', taskId: asked.taskId, dueOn: '2026-12-20' } as { type: string })
    expect((await learner!.api.training.showHome.query()).asked[0]?.dueOn).toBe('2026-12-20')
    await tell({ type: 'task-withdrawn', taskId: asked.taskId, societyIds: null } as { type: string })
    expect((await learner!.api.training.showHome.query()).asked).toEqual([])
  })

  it('two tasks for one course are one course with both reasons', async () => {
    const course = await publish({ title: '两项任务的课' })
    const tasks = [
      task(course.courseId, { taskTitle: '甲', dueOn: '2026-12-31' }),
      task(course.courseId, { taskTitle: '乙' }),
    ]
    await tell({ type: 'work-plan-published', workPlanId: uuidv7(), tasks } as { type: string })
    await tell({ type: 'work-plan-published', workPlanId: uuidv7(), tasks } as { type: string })
    const { asked } = await learner!.api.training.showHome.query()
    expect(asked.filter(({ courseId }) => courseId === course.courseId)).toMatchObject([
      { dueOn: '2026-12-01', taskTitles: ['乙', '甲'] },
    ])
  })

  it('a learner stays on the version they began', async () => {
    const course = await publish({ title: '第一版', kinds: ['text'] })
    await begin(course)
    const again = await publish({ title: '第二版' })
    await server.services.storage.transact(async (tx) => {
      await tx
        .updateTable('courseVersion')
        .set({ courseId: course.courseId, number: 2, changeNote: '补充了一段。' })
        .where('id', '=', again.versionId)
        .execute()
      await tx
        .updateTable('course')
        .set({ latestVersionId: again.versionId })
        .where('id', '=', course.courseId)
        .execute()
    })
    const shown = await learner!.api.training.showCourse.query({ courseId: course.courseId })
    expect(shown).toMatchObject({ title: '第一版', versionNumber: 1, changeNote: '' })
    expect(shown.newerVersions).toEqual([{ number: 2, changeNote: '补充了一段。', publishedAt: expect.any(Number) }])
    await begin(course, other!)
    expect(await other!.api.training.showCourse.query({ courseId: course.courseId })).toMatchObject({
      title: '第二版',
      changeNote: '补充了一段。',
      newerVersions: [],
    })
  })

  it('twenty requests to begin make one enrolment', async () => {
    const course = await publish()
    const ids = await Promise.all(Array.from({ length: 20 }, () => begin(course)))
    expect(new Set(ids).size).toBe(1)
  })

  it('a text is done when it was read to its end, a PDF when each page was seen, and no click finishes another kind', async () => {
    const course = await publish({ kinds: ['text', 'pdf'] })
    const enrolmentId = await begin(course)
    const { api } = learner!
    await api.training.recordPosition.mutate({ enrolmentId, lessonId: course.lessons.text, position: 0.4 })
    const text = await api.training.showLesson.query({ enrolmentId, lessonId: course.lessons.text })
    expect(text).toMatchObject({ position: 0.4, lesson: { need: { need: 'read' } } })
    await expect(api.training.finishLesson.mutate({ enrolmentId, lessonId: course.lessons.pdf })).rejects.toMatchObject(
      refused('lesson-finishes-otherwise'),
    )
    await api.training.finishLesson.mutate({ enrolmentId, lessonId: course.lessons.text })
    const page = (pagesSeen: number[]) =>
      api.training.recordPosition.mutate({
        enrolmentId,
        lessonId: course.lessons.pdf,
        position: pagesSeen.at(-1)!,
        pagesSeen,
      })
    expect((await page([1, 99])).need).toEqual({ need: 'pages', pages: 2 })
    expect(await page([2, 3])).toMatchObject({ need: null, coursePassed: true })
  })

  it('watched time is credited by the server, resumes on another device, and only one device counts', async () => {
    const course = await publish({ kinds: ['video', 'text'] })
    const enrolmentId = await begin(course)
    const lessonId = course.lessons.video
    const { api } = learner!
    const first = await api.training.openPlay.mutate({ enrolmentId, lessonId, device })
    later(15_000)
    const report = (ticket: string, from: number, to: number, rate = 1) =>
      api.training.reportPlay.mutate({ enrolmentId, ticket, position: to, ranges: [{ from, to, rate }] })
    expect(await report(first.ticket, 0, 15)).toMatchObject({ uncredited: null, need: { need: 'play', seconds: 38 } })
    expect(await report(first.ticket, 15, 60, 16)).toMatchObject({ uncredited: { reason: 'faster-than-time' } })

    const second = await api.training.openPlay.mutate({ enrolmentId, lessonId, device: 'window-two' })
    expect(second).toMatchObject({ tookOver: true, position: 60 })
    expect(second.played[0]?.from).toBe(0)
    await expect(report(first.ticket, 15, 30)).rejects.toMatchObject(refused('play-taken-over'))
    later(60_000)
    expect((await report(second.ticket, 0, 60)).need).toBeNull()
    expect((await api.training.showLesson.query({ enrolmentId, lessonId })).lesson.need).toBeNull()
  })

  it('two devices that play at once are credited no more than one', async () => {
    const course = await publish({ kinds: ['video', 'text'] })
    const enrolmentId = await begin(course)
    const { api } = learner!
    for (let n = 0; n < 10; n += 1) {
      const { ticket } = await api.training.openPlay.mutate({
        enrolmentId,
        lessonId: course.lessons.video,
        device: `window-${n % 2}x`,
      })
      const ranges = [{ from: n * 5, to: n * 5 + 5, rate: 2 }]
      await api.training.reportPlay.mutate({ enrolmentId, ticket, position: 0, ranges })
    }
    const { content } = await api.training.showLesson.query({ enrolmentId, lessonId: course.lessons.video })
    const seconds = content.kind === 'video' ? content.played.reduce((sum, { from, to }) => sum + to - from, 0) : 0
    expect(seconds).toBeLessThanOrEqual(3.01)
  })

  it('completing a course gives hours, a signed certificate and one event, once, however many requests complete it', async () => {
    const course = await publish({ title: '一次结业', kinds: ['text'] })
    const enrolmentId = await begin(course)
    const { api, personId } = learner!
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        api.training.finishLesson.mutate({ enrolmentId, lessonId: course.lessons.text }),
      ),
    )
    expect(answers.filter(({ coursePassed }) => coursePassed)).toHaveLength(1)
    const hours = await api.training.showHours.query({})
    expect(hours.entries.filter(({ sourceTitle }) => sourceTitle === '一次结业')).toMatchObject([
      { hours: 2, mode: 'online' },
    ])
    const { rows } = await api.training.listCertificates.query()
    expect(rows.filter(({ courseTitle }) => courseTitle === '一次结业')).toHaveLength(1)
    const events = await server.services.storage.read
      .selectFrom('outboxEvent')
      .select('body')
      .where('type', '=', 'course-passed')
      .execute()
    expect(events.filter(({ body }) => body.includes(enrolmentId))).toHaveLength(1)
    await server.deliver()
    const evidence = await server.services.storage.read
      .selectFrom('trainingEvidence')
      .select('personId')
      .where('enrolmentId', '=', enrolmentId)
      .execute()
    expect(evidence).toEqual([{ personId }])
  })

  it('the ledger says by cycle what is asked by post, and what is missing', async () => {
    const { summary, cycles, rule } = await learner!.api.training.showHours.query({})
    expect(cycles[0]).toBe(2026)
    // A secretary of a branch: 56 hours with a class.
    expect(summary.requirement).toMatchObject({ hours: 56, classNeeded: true, missingClass: true, verified: false })
    expect(summary.requirement?.missingHours).toBe(56 - summary.total)
    expect(rule.version).toBe('2026-01-01')
    expect((await learner!.api.training.showHours.query({ asOn: '2026-01-01' })).totalAsOn).toBe(0)
  })

  it('nothing of a learner is reached by another: every id of theirs reads as not existing', async () => {
    const course = await publish({ title: '别人的学习' })
    const enrolmentId = await begin(course)
    const { lessons } = course
    const play = await learner!.api.training.openPlay.mutate({ enrolmentId, lessonId: lessons.video, device })
    const { attemptId } = await learner!.api.training.startAttempt.mutate({
      enrolmentId,
      lessonId: lessons.quiz,
      device,
    })
    const { training } = other!.api
    const answer = { attemptId, device, slot: 0, response: null, seq: 1 }
    for (const attack of [
      () => training.showLesson.query({ enrolmentId, lessonId: lessons.text }),
      () => training.openPlay.mutate({ enrolmentId, lessonId: lessons.video, device }),
      () => training.reportPlay.mutate({ enrolmentId, ticket: play.ticket, position: 0, ranges: [] }),
      () => training.recordPosition.mutate({ enrolmentId, lessonId: lessons.text, position: 1 }),
      () => training.finishLesson.mutate({ enrolmentId, lessonId: lessons.text }),
      () => training.startAttempt.mutate({ enrolmentId, lessonId: lessons.quiz, device }),
      () => training.showAttempt.query({ attemptId, device }),
      () => training.saveAnswer.mutate(answer),
      () => training.takeOverAttempt.mutate({ attemptId, device }),
      () => training.closeAttempt.mutate({ attemptId, device }),
      () => training.showResult.query({ attemptId }),
    ])
      await expect(attack()).rejects.toMatchObject(missing)
    // A lesson of another course is none of this enrolment's.
    const strange = await publish({ title: '另一门' })
    await expect(
      learner!.api.training.finishLesson.mutate({ enrolmentId, lessonId: strange.lessons.text }),
    ).rejects.toMatchObject(missing)
  })
})
