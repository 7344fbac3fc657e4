import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '@dangjian/domain/access'
import type { CertificateId } from '@dangjian/domain/training'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { publishTestCourse } from './testing/published-course.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const NOON = Date.parse('2026-11-24T04:00:00Z')

describe.each(databaseKinds)('certificates over HTTP (%s)', (kind) => {
  let server: TestServer
  let learner: Visitor
  let certificateId: CertificateId
  let token: string
  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(NOON)
    learner = await server.asRole(null, 'a.office')
    const course = await publishTestCourse(server.services.storage, {
      unitId: server.world.units.association,
      by: server.world.people.association[0] as PersonId,
      now: NOON,
      kinds: ['text'],
    })
    const { enrolmentId } = await learner.api.training.enrol.mutate({ courseId: course.courseId })
    const passed = await learner.api.training.finishLesson.mutate({ enrolmentId, lessonId: course.lessons.text })
    certificateId = passed.certificateId!
    token = (await learner.api.training.showCertificate.query({ certificateId })).token
  })
  afterAll(() => server.stop())

  const verify = (of = token) => server.anonymous.training.verifyCertificate.query({ token: of })
  const revoke = (values: { revokedAt: number | null; revokedReason: string | null }) =>
    server.services.storage.transact((tx) =>
      tx.updateTable('certificate').set(values).where('id', '=', certificateId).execute(),
    )

  it('a stranger sees that it is valid and no more than they must: no full name, no hours, no ids', async () => {
    const shown = await verify()
    expect(Object.keys(shown).toSorted()).toEqual(
      ['courseTitle', 'issuedOn', 'issuerName', 'maskedName', 'number', 'revokedOn', 'state'].toSorted(),
    )
    expect(shown).toMatchObject({ state: 'valid', maskedName: '金*', issuedOn: '2026-11-24' })
  })

  it('a stranger sees at once that it was revoked, and not why', async () => {
    await revoke({ revokedAt: NOON, revokedReason: '内部原因' })
    const shown = await verify()
    expect(shown).toMatchObject({ state: 'revoked', revokedOn: '2026-11-24' })
    expect(JSON.stringify(shown)).not.toContain('内部原因')
    await revoke({ revokedAt: null, revokedReason: null })
  })

  it('its secret has more than 128 bits, and anything else is unknown', async () => {
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    const another = token.endsWith('_') ? '-' : '_'
    expect(await verify(`${token.slice(0, -1)}${another}`)).toEqual({ state: 'unknown' })
    expect(await verify('')).toEqual({ state: 'unknown' })
    expect(await verify(certificateId)).toEqual({ state: 'unknown' })
  })

  it('one changed letter in what was signed makes it no certificate', async () => {
    const change = (personName: string) =>
      server.services.storage.transact((tx) =>
        tx.updateTable('certificate').set({ personName }).where('id', '=', certificateId).execute(),
      )
    const { personName } = await learner.api.training.showCertificate.query({ certificateId })
    await change(`${personName}二`)
    expect(await verify()).toEqual({ state: 'unknown' })
    await change(personName)
    expect(await verify()).toMatchObject({ state: 'valid' })
  })

  it('the PDF opens for its holder and for who stands above them, and for nobody else', async () => {
    const open = (who?: Visitor) =>
      fetch(`${server.url}/certificates/${certificateId}.pdf`, { headers: who?.headers ?? {} })
    const own = await open(learner)
    expect(own.status).toBe(200)
    expect(own.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await own.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect((await open(await server.asRole('societyCadre', 'a', 1))).status).toBe(200)
    expect((await open(await server.asRole('societyCadre', 'b', 1))).status).toBe(404)
    expect((await open(await server.asRole(null, 'a.office', 1))).status).toBe(404)
    expect((await open()).status).toBe(404)
  })

  it('asking more often than a person would is slowed down', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 40 }, () => verify()))
    const refused = answers.filter((each) => each.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]).toMatchObject({ reason: { data: { httpStatus: 429, refusal: 'too-many-tries' } } })
  })
})
