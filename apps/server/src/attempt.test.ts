import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '@dangjian/domain/access'
import type { AttemptId, EnrolmentId, LessonId, Quiz } from '@dangjian/domain/training'
import { closeOverdueAttempts } from '@dangjian/api/training/close-overdue-attempts'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { publishTestCourse } from './testing/published-course.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const NOON = Date.parse('2026-11-24T04:00:00Z')
const MINUTE = 60_000
const device = 'window-one'

interface Seat {
  readonly enrolmentId: EnrolmentId
  readonly lessonId: LessonId
}

describe.each(databaseKinds)('a test sat over HTTP (%s)', (kind) => {
  let server: TestServer
  let learner: Visitor
  let now = NOON
  let made = 0
  const later = (ms: number): void => {
    now += ms
    server.setClock(now)
  }
  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(now)
    learner = await server.asRole(null, 'a.office')
  })
  afterAll(() => server.stop())

  const seat = async (quiz: Partial<Quiz> = {}): Promise<Seat> => {
    const course = await publishTestCourse(server.services.storage, {
      unitId: server.world.units.association,
      by: server.world.people.association[0] as PersonId,
      now,
      kinds: ['quiz'],
      title: `考试${(made += 1)}`,
      quiz: { shuffled: false, ...quiz },
    })
    const { enrolmentId } = await learner.api.training.enrol.mutate({ courseId: course.courseId })
    return { enrolmentId, lessonId: course.lessons.quiz }
  }
  const start = async (at: Seat, window = device): Promise<AttemptId> =>
    (await learner.api.training.startAttempt.mutate({ ...at, device: window })).attemptId
  const save = (attemptId: AttemptId, slot: number, response: object, seq: number, window = device) =>
    learner.api.training.saveAnswer.mutate({
      attemptId,
      slot,
      response: response as { judged: boolean },
      seq,
      device: window,
    })
  const close = (attemptId: AttemptId, over = {}) =>
    learner.api.training.closeAttempt.mutate({ attemptId, device, ...over })
  const show = (attemptId: AttemptId, window = device) =>
    learner.api.training.showAttempt.query({ attemptId, device: window })
  const result = (attemptId: AttemptId) => learner.api.training.showResult.query({ attemptId })
  const right = [{ chosen: ['qb2y'] }, { judged: true }]
  const refused = (refusal: string) => ({ data: { httpStatus: 422, refusal } })
  const attempts = (at: Seat) =>
    server.services.storage.read
      .selectFrom('attempt')
      .select(['id', 'number', 'state'])
      .where('lessonId', '=', at.lessonId)
      .execute()

  it('twenty starts at once make one attempt, and all are led to it', async () => {
    const at = await seat()
    const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => start(at, `window-${n}xx`)))
    expect(new Set(ids).size).toBe(1)
    expect(await attempts(at)).toHaveLength(1)
  })

  it('no number of tabs gives more attempts than allowed', async () => {
    const at = await seat({ attempts: 2 })
    for (let round = 0; round < 4; round += 1) {
      const tries = await Promise.allSettled(Array.from({ length: 8 }, () => start(at)))
      const ids = new Set(tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])))
      await Promise.all([...ids].map((id) => close(id)))
    }
    expect((await attempts(at)).map(({ number }) => number).toSorted()).toEqual([1, 2])
    await expect(start(at)).rejects.toMatchObject(refused('attempts-used-up'))
  })

  it('an attempt that was left is gone on with: its paper, its answers and its clock are those of its start', async () => {
    const at = await seat({ shuffled: true })
    const attemptId = await start(at)
    const first = await show(attemptId)
    await save(
      attemptId,
      0,
      first.questions[0]?.asked.kind === 'judgement' ? { judged: true } : { chosen: ['qa1x'] },
      1,
    )
    later(5 * MINUTE)
    expect(await start(at)).toBe(attemptId)
    const again = await show(attemptId)
    expect(again.questions).toEqual(first.questions)
    expect(again.answers).toMatchObject([{ slot: 0, seq: 1 }])
    expect(again.deadlineAt! - again.serverNow).toBe(25 * MINUTE)
  })

  it('saves that overtake one another leave the latest answer', async () => {
    const attemptId = await start(await seat())
    await Promise.all([3, 1, 5, 2, 4].map((seq) => save(attemptId, 0, { chosen: [seq === 5 ? 'qb2y' : 'qa1x'] }, seq)))
    expect((await show(attemptId)).answers).toMatchObject([{ seq: 5, response: { chosen: ['qb2y'] } }])
  })

  it('handing in twice, from two tabs or after a timeout, gives one result', async () => {
    const at = await seat()
    const attemptId = await start(at)
    await save(attemptId, 0, right[0]!, 1)
    await save(attemptId, 1, right[1]!, 1)
    const closes = await Promise.all(Array.from({ length: 10 }, () => close(attemptId)))
    expect(closes.filter(({ coursePassed }) => coursePassed)).toHaveLength(1)
    expect(await result(attemptId)).toMatchObject({ score: 10, outOf: 10, passed: true, closedBy: 'learner' })
    const certificates = await server.services.storage.read
      .selectFrom('certificate')
      .select('id')
      .where('enrolmentId', '=', at.enrolmentId)
      .execute()
    expect(certificates).toHaveLength(1)
    await expect(save(attemptId, 0, { chosen: ['qa1x'] }, 9)).rejects.toMatchObject(refused('attempt-closed'))
    expect((await result(attemptId)).score).toBe(10)
  })

  it('answers that a lost line held back come with the hand-in', async () => {
    const attemptId = await start(await seat())
    await close(attemptId, { answers: right.map((response, slot) => ({ slot, response, seq: 1 })) })
    expect(await result(attemptId)).toMatchObject({ score: 10, passed: true })
  })

  it('one window answers at a time: the other may look, and take over', async () => {
    const at = await seat()
    const attemptId = await start(at)
    expect(await start(at, 'window-two')).toBe(attemptId)
    expect(await show(attemptId, 'window-two')).toMatchObject({ heldHere: false })
    await expect(save(attemptId, 0, right[0]!, 1, 'window-two')).rejects.toMatchObject(
      refused('attempt-on-other-device'),
    )
    await expect(close(attemptId, { device: 'window-two' })).rejects.toMatchObject(refused('attempt-on-other-device'))
    await learner.api.training.takeOverAttempt.mutate({ attemptId, device: 'window-two' })
    await save(attemptId, 0, right[0]!, 1, 'window-two')
    await expect(save(attemptId, 1, right[1]!, 1)).rejects.toMatchObject(refused('attempt-on-other-device'))
  })

  it('the clock closes what nobody handed in, with what was saved and at its deadline', async () => {
    const at = await seat({ minutes: 10 })
    const attemptId = await start(at)
    await save(attemptId, 0, right[0]!, 1)
    later(10 * MINUTE + 4000)
    await save(attemptId, 1, right[1]!, 1)
    expect(await closeOverdueAttempts(server.services)).toBe(0)
    later(2000)
    await expect(save(attemptId, 1, { judged: false }, 2)).rejects.toMatchObject(refused('attempt-time-over'))
    await expect(result(attemptId)).rejects.toMatchObject(refused('attempt-still-open'))
    await Promise.all([closeOverdueAttempts(server.services), closeOverdueAttempts(server.services)])
    const closed = await result(attemptId)
    expect(closed).toMatchObject({ closedBy: 'clock', score: 10, passed: true })
    expect(closed.closedAt - closed.startedAt).toBe(10 * MINUTE)
    expect(closed.course).toMatchObject({ missing: [], entry: { hours: 2 } })
    expect(await close(attemptId)).toMatchObject({ closedBy: 'clock', coursePassed: false })
    await server.deliver()
  })

  it('an attempt whose time ran out while nobody looked is closed before the next one begins', async () => {
    const at = await seat({ minutes: 10, attempts: 2 })
    const first = await start(at)
    later(20 * MINUTE)
    const second = await start(at)
    expect(second).not.toBe(first)
    expect(await result(first)).toMatchObject({ closedBy: 'clock', passed: false, left: 0 })
  })

  it('an answer must be of its question, and of a question on the paper', async () => {
    const attemptId = await start(await seat())
    await expect(save(attemptId, 0, { judged: true }, 1)).rejects.toMatchObject(refused('answer-does-not-fit'))
    await expect(save(attemptId, 0, { chosen: ['zzzz'] }, 1)).rejects.toMatchObject(refused('answer-does-not-fit'))
    await expect(save(attemptId, 7, { judged: true }, 1)).rejects.toMatchObject(refused('answer-not-on-paper'))
  })

  it('explains right and wrong after the close, and only where the paper allows', async () => {
    const silent = await start(await seat({ explained: false }))
    await close(silent)
    expect((await result(silent)).questions).toBeNull()
    const open = await start(await seat())
    await save(open, 0, { chosen: ['qa1x'] }, 1)
    await close(open)
    const explained = await result(open)
    expect(explained).toMatchObject({ passed: false, left: 1 })
    expect(explained.questions).toMatchObject([
      { response: { chosen: ['qa1x'] }, right: right[0], marks: 0, outOf: 5, explanation: '见章程。' },
      { response: null, right: right[1] },
    ])
  })

  it('a lesson shows the rules of its test, and no question before an attempt begins', async () => {
    const at = await seat()
    const shown = await learner.api.training.showLesson.query(at)
    expect(shown.content).toMatchObject({ questions: 2, outOf: 10, minutes: 30, left: 2, taken: [] })
    expect(JSON.stringify(shown)).not.toMatch(/stem|任期|党课/)
  })

  it('exams are listed: to sit, open, and taken', async () => {
    const at = await seat()
    const attemptId = await start(at)
    const { toSit } = await learner.api.training.listMyExams.query()
    expect(toSit.find(({ lessonId }) => lessonId === at.lessonId)).toMatchObject({ openAttemptId: attemptId, left: 1 })
    expect((await learner.api.training.showHome.query()).exam?.attemptId).not.toBeNull()
    await close(attemptId)
    const { taken } = await learner.api.training.listMyExams.query()
    expect(taken[0]).toMatchObject({ attemptId, score: 0, passed: false })
  })
})
