import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '@dangjian/domain/access'
import type { CertificateId, CourseId } from '@dangjian/domain/training'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { publishTestCourse } from './testing/published-course.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const NOON = Date.parse('2026-11-24T04:00:00Z')
const MINUTE = 60_000

describe.each(databaseKinds)("a learner's record mended over HTTP (%s)", (kind) => {
  let server: TestServer
  let [learner, dean]: Visitor[] = []
  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(NOON)
    learner = await server.asRole(null, 'a.office')
    dean = await server.asRole('schoolDean', 'association', 1)
  })
  afterAll(() => server.stop())

  const refused = (refusal: string) => ({ data: { httpStatus: 422, refusal } })
  const missing = { data: { httpStatus: 404 } }
  const personId = () => learner!.personId
  const record = (asker = dean!) => asker.api.training.showLearnerRecord.query({ personId: personId() })
  const publish = (over = {}) =>
    publishTestCourse(server.services.storage, {
      unitId: server.world.units.association,
      by: server.world.people.association[0] as PersonId,
      now: NOON,
      kinds: ['text'],
      ...over,
    })
  const pass = async (): Promise<{ courseId: CourseId; certificateId: CertificateId }> => {
    const { courseId, lessons } = await publish()
    const { enrolmentId } = await learner!.api.training.enrol.mutate({ courseId })
    const passed = await learner!.api.training.finishLesson.mutate({ enrolmentId, lessonId: lessons.text })
    return { courseId, certificateId: passed.certificateId! }
  }
  const total = async () => (await learner!.api.training.showHours.query({})).summary.total
  const reason = '姓名写错，改正后重发'

  it('a revoked certificate says so to everybody, and why to its holder alone; the hours stay', async () => {
    const { certificateId } = await pass()
    const before = await total()
    const { token } = await learner!.api.training.showCertificate.query({ certificateId })
    await dean!.api.training.revokeCertificate.mutate({ certificateId, reason })
    const verified = await server.anonymous.training.verifyCertificate.query({ token })
    expect(verified).toMatchObject({ state: 'revoked', revokedOn: '2026-11-24' })
    expect(JSON.stringify(verified)).not.toContain(reason)
    expect(await learner!.api.training.showCertificate.query({ certificateId })).toMatchObject({
      revokedReason: reason,
    })
    expect(await total()).toBe(before)
    await expect(dean!.api.training.revokeCertificate.mutate({ certificateId, reason })).rejects.toMatchObject(
      refused('certificate-already-revoked'),
    )
    const told = await server.services.storage.read
      .selectFrom('outboxEvent')
      .select('body')
      .where('type', '=', 'certificate-revoked')
      .execute()
    expect(told.map(({ body }) => JSON.parse(body).certificateId)).toContain(certificateId)
    const audited = await server.services.storage.read
      .selectFrom('auditEntry')
      .select(['personId', 'detail'])
      .where('action', '=', 'training.revoke-certificate')
      .execute()
    expect(audited).toMatchObject([{ personId: dean!.personId, detail: expect.stringContaining(certificateId) }])
  })

  it('a certificate is issued anew once the old one is revoked, under a number of its own and once', async () => {
    const { certificateId } = await pass()
    const reissue = () => dean!.api.training.reissueCertificate.mutate({ certificateId })
    await expect(reissue()).rejects.toMatchObject(refused('certificate-still-valid'))
    await dean!.api.training.revokeCertificate.mutate({ certificateId, reason })
    expect((await record()).certificates[0]).toMatchObject({ mayRevoke: false, mayReissue: true })
    const tries = await Promise.allSettled([reissue(), reissue(), reissue()])
    const made = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value.certificateId] : []))
    expect(made).toHaveLength(1)
    const again = await learner!.api.training.showCertificate.query({ certificateId: made[0]! })
    const old = await learner!.api.training.showCertificate.query({ certificateId })
    expect(again).toMatchObject({ revokedAt: null, courseId: old.courseId, hours: old.hours })
    expect(again.number).not.toBe(old.number)
    // The old one names the way to the one that holds.
    expect([old.validId, again.validId]).toEqual([again.id, null])
    const verified = await server.anonymous.training.verifyCertificate.query({ token: again.token })
    expect(verified).toMatchObject({ state: 'valid' })
  })

  it('hours are corrected by a counter-entry with its reason, once, and the figures follow', async () => {
    await pass()
    const before = await total()
    const [entry] = (await record()).entries
    const correct = (hours: number) =>
      dean!.api.training.correctHours.mutate({ hourEntryId: entry!.id, hours, reason: '课程学时标错' })
    const tries = await Promise.allSettled([correct(0.5), correct(0.5)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(correct(1)).rejects.toMatchObject(refused('hours-already-corrected'))
    expect(await total()).toBe(before - entry!.hours + 0.5)
    const { entries } = await learner!.api.training.showHours.query({})
    expect(entries.slice(0, 3)).toMatchObject([
      { hours: 0.5, reason: 'corrected', note: '课程学时标错' },
      { hours: -entry!.hours, reason: 'correction', note: '课程学时标错', correctsId: entry!.id },
      { id: entry!.id, hours: entry!.hours, corrected: true },
    ])
  })

  it('only who answers for the school of the unit may, and nobody for themselves', async () => {
    const { certificateId } = await pass()
    const [entry] = (await record()).entries
    const society = await server.asRole('schoolDean', 'a', 2)
    const revoke = (who: Visitor) => who.api.training.revokeCertificate.mutate({ certificateId, reason })
    await expect(revoke(society)).rejects.toMatchObject(missing)
    await expect(
      society.api.training.correctHours.mutate({ hourEntryId: entry!.id, hours: 0, reason }),
    ).rejects.toMatchObject(missing)
    await expect(revoke(await server.asRole('trainer', 'association', 2))).rejects.toMatchObject({
      data: { httpStatus: 403 },
    })
    const own = await dean!.api.training.enrol.mutate({ courseId: (await publish()).courseId })
    expect(own.enrolmentId).toBeTruthy()
    await expect(
      dean!.api.training.grantExtraTime.mutate({
        personId: dean!.personId,
        courseId: (await publish()).courseId,
        share: 100,
      }),
    ).rejects.toMatchObject(refused('own-record'))
  })

  it('extra time lengthens the next attempt by the server’s clock, and the learner is told', async () => {
    const course = await publish({ kinds: ['quiz'], quiz: { minutes: 10, attempts: null } })
    const { courseId } = course
    const { enrolmentId } = await learner!.api.training.enrol.mutate({ courseId })
    const at = { enrolmentId, lessonId: course.lessons.quiz }
    const device = 'window-one'
    const minutesOf = async () => {
      const { attemptId } = await learner!.api.training.startAttempt.mutate({ ...at, device })
      const { deadlineAt, startedAt } = await learner!.api.training.showAttempt.query({ attemptId, device })
      return { attemptId, minutes: (deadlineAt! - startedAt) / MINUTE }
    }
    const begun = await minutesOf()
    expect(begun.minutes).toBe(10)
    const trainer = await server.asRole('trainer', 'association', 2)
    await trainer.api.training.grantExtraTime.mutate({ personId: personId(), courseId, share: 50 })
    // What has begun keeps its deadline.
    expect(await minutesOf()).toEqual(begun)
    await learner!.api.training.closeAttempt.mutate({ attemptId: begun.attemptId, device })
    expect((await learner!.api.training.showLesson.query(at)).content).toMatchObject({ minutes: 15, extraMinutes: 5 })
    const longer = await minutesOf()
    expect(longer.minutes).toBe(15)
    await learner!.api.training.closeAttempt.mutate({ attemptId: longer.attemptId, device })
    // The record says both: what was sat, the latest first, and how long the next one may take.
    const courseIn = (shown: Awaited<ReturnType<typeof record>>) =>
      shown.courses.find((each) => each.courseId === courseId)
    expect(courseIn(await record())?.tests).toMatchObject({
      limits: [15],
      attempts: [
        { id: longer.attemptId, number: 2, passed: false },
        { id: begun.attemptId, number: 1, score: 0, passed: false },
      ],
      extraShare: 50,
    })
    // Who only asks whether their people have learned sees that, and neither marks nor extra time.
    const reader = await server.asRole('societyCadre', 'a', 1)
    expect(courseIn(await record(reader))).toMatchObject({ passedAt: null, tests: null })
    await trainer.api.training.withdrawExtraTime.mutate({ personId: personId(), courseId })
    expect((await minutesOf()).minutes).toBe(10)
  })

  it('extra time is given within one’s own courses and people, and says nothing of why', async () => {
    const theirs = await publish({ unitId: server.world.units.b, kinds: ['quiz'] })
    const grant = (courseId: CourseId, who: Visitor) =>
      who.api.training.grantExtraTime.mutate({ personId: personId(), courseId, share: 25 })
    await expect(grant(theirs.courseId, dean!)).rejects.toMatchObject(refused('course-not-open-to-person'))
    const society = await server.asRole('trainer', 'a', 1)
    const common = await publish({ kinds: ['quiz'] })
    await expect(grant(common.courseId, society)).rejects.toMatchObject(missing)
    const columns = await server.services.storage.read.selectFrom('extraTime').selectAll().execute()
    expect(Object.keys(columns[0] ?? { personId: 1, courseId: 1, share: 1, grantedAt: 1 }).toSorted()).toEqual(
      ['personId', 'courseId', 'share', 'grantedAt'].toSorted(),
    )
  })
})
