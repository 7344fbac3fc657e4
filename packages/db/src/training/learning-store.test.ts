import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonId } from '@dangjian/domain/access'
import {
  counterEntry,
  correctionOnceKey,
  courseEntry,
  courseOnceKey,
  openAttempt,
  type Attempt,
  type AttemptId,
  type Certificate,
  type CertificateId,
  type CourseId,
  type CourseVersionId,
  type EnrolmentId,
  type HourEntryId,
  type LessonId,
  type QuestionVersionId,
} from '@dangjian/domain/training'
import type { UnitId } from '@dangjian/domain/access'
import { describeStores, type EmptyDatabase } from '../testing/both-databases.ts'
import {
  findAnswer,
  findAttempt,
  insertAttempt,
  listAttemptsDue,
  listPassedQuizzes,
  saveAnswer,
  saveAttemptClosed,
} from './attempt-store.ts'
import { findCertificateByToken, findCertificateOf, insertCertificate } from './certificate-store.ts'
import { findEnrolmentOf, insertEnrolment, saveEnrolmentPassed } from './enrolment-store.ts'
import { insertHourEntry, listHourEntries } from './hour-store.ts'
import { findPlayTicket, findProgress, savePlayTicket, saveProgress } from './progress-store.ts'

let made = 0
const newId = <Id extends string>(): Id => `01900000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}` as Id

describeStores('the stores of learning', (open) => {
  let database: EmptyDatabase
  const personId = newId<PersonId>()
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())
  const db = () => database.storage.read
  const write = <T>(work: Parameters<EmptyDatabase['storage']['transact']>[0]): Promise<T> =>
    database.storage.transact(work) as Promise<T>

  const enrol = async () => {
    const enrolment = {
      id: newId<EnrolmentId>(),
      personId,
      courseId: newId<CourseId>(),
      versionId: newId<CourseVersionId>(),
      startedAt: 1000,
      movedAt: 1000,
      passedAt: null,
    }
    await write((tx) => insertEnrolment(tx, enrolment))
    return enrolment
  }
  const begin = async (over: Partial<Attempt> = {}): Promise<Attempt> => {
    const paper = [{ questionVersionId: newId<QuestionVersionId>(), order: ['b', 'a'], marks: 2.5 }]
    const who = {
      id: newId<AttemptId>(),
      enrolmentId: newId<EnrolmentId>(),
      personId,
      lessonId: newId<LessonId>(),
      number: 1,
    }
    const attempt = { ...openAttempt({ minutes: 10 }, paper, who, 1000), ...over }
    await write((tx) => insertAttempt(tx, attempt, 'seed', 'window-one'))
    return attempt
  }

  it('an enrolment passes once: only the first mark says that it was the one', async () => {
    const enrolment = await enrol()
    expect(await write((tx) => saveEnrolmentPassed(tx, enrolment.id, 5000))).toBe(true)
    expect(await write((tx) => saveEnrolmentPassed(tx, enrolment.id, 6000))).toBe(false)
    expect(await findEnrolmentOf(db(), personId, enrolment.courseId)).toMatchObject({ passedAt: 5000, movedAt: 5000 })
  })

  it('a person has one enrolment a course', async () => {
    const enrolment = await enrol()
    await expect(write((tx) => insertEnrolment(tx, { ...enrolment, id: newId<EnrolmentId>() }))).rejects.toThrow()
  })

  it('an attempt comes back as it was drawn, without its seed', async () => {
    const attempt = await begin()
    const found = await findAttempt(db(), attempt.id)
    expect(found).toEqual({ ...attempt, device: 'window-one' })
    expect(JSON.stringify(found)).not.toContain('seed')
  })

  it('two attempts of one number cannot both begin', async () => {
    const attempt = await begin()
    await expect(begin({ enrolmentId: attempt.enrolmentId, lessonId: attempt.lessonId })).rejects.toThrow()
  })

  it('an answer with a lower count of changes does not replace a later one', async () => {
    const { id: attemptId } = await begin()
    const save = (seq: number, written: string) =>
      write((tx) => saveAnswer(tx, { attemptId, slot: 0, response: { written }, seq, savedAt: seq * 1000 }))
    await save(2, '后写的')
    await save(1, '先写的')
    expect(await findAnswer(db(), attemptId, 0)).toMatchObject({
      seq: 2,
      response: { written: '后写的' },
      savedAt: 2000,
    })
    await save(3, '再写的')
    expect(await findAnswer(db(), attemptId, 0)).toMatchObject({ seq: 3, response: { written: '再写的' } })
  })

  it('an attempt closes once, and a passed test is read from its attempts', async () => {
    const attempt = await begin()
    const closed: Attempt = {
      ...attempt,
      state: 'closed',
      closedAt: 2000,
      closedBy: 'learner',
      score: 2.5,
      passed: true,
    }
    expect(await listAttemptsDue(db(), attempt.deadlineAt! + 1, 100)).toContain(attempt.id)
    expect(await write((tx) => saveAttemptClosed(tx, closed))).toBe(true)
    expect(await write((tx) => saveAttemptClosed(tx, { ...closed, score: 0, passed: false }))).toBe(false)
    expect(await listAttemptsDue(db(), attempt.deadlineAt! + 1, 100)).not.toContain(attempt.id)
    expect(await listPassedQuizzes(db(), attempt.enrolmentId)).toEqual([attempt.lessonId])
  })

  it('a source enters the ledger once in a cycle, and is mended once', async () => {
    const courseId = newId<CourseId>()
    const entry = courseEntry(
      { id: newId<HourEntryId>(), personId, sourceId: courseId, sourceTitle: '课程', hours: 1.75 },
      Date.parse('2026-05-01'),
    )
    const key = courseOnceKey(personId, 2026, courseId)
    expect(await write((tx) => insertHourEntry(tx, entry, key))).toBe(true)
    expect(await write((tx) => insertHourEntry(tx, { ...entry, id: newId<HourEntryId>() }, key))).toBe(false)
    const mend = () => counterEntry(entry, newId<HourEntryId>(), '重复计入', entry.at + 1)
    expect(await write((tx) => insertHourEntry(tx, mend(), correctionOnceKey(entry.id)))).toBe(true)
    expect(await write((tx) => insertHourEntry(tx, mend(), correctionOnceKey(entry.id)))).toBe(false)
    expect((await listHourEntries(db(), personId)).map(({ hours }) => hours)).toEqual([-1.75, 1.75])
  })

  it('progress in a lesson is one row that is written over, and a person has one ticket', async () => {
    const at = { enrolmentId: newId<EnrolmentId>(), lessonId: newId<LessonId>() }
    const progress = { ...at, position: 1.5, played: [{ from: 0, to: 1.5 }], doneAt: null, movedAt: 1000 }
    await write((tx) => saveProgress(tx, personId, progress))
    await write((tx) => saveProgress(tx, personId, { ...progress, position: 9, doneAt: 2000 }))
    expect(await findProgress(db(), at.enrolmentId, at.lessonId)).toEqual({ ...progress, position: 9, doneAt: 2000 })
    const ticket = { personId, ...at, ticket: 'first', device: 'one', openedAt: 1, reportedAt: 1 }
    await write((tx) => savePlayTicket(tx, ticket))
    await write((tx) => savePlayTicket(tx, { ...ticket, ticket: 'second', device: 'two' }))
    expect(await findPlayTicket(db(), personId)).toMatchObject({ ticket: 'second', device: 'two' })
  })

  it('an enrolment has one certificate, found by its secret', async () => {
    const certificate: Certificate = {
      id: newId<CertificateId>(),
      number: 'DJ-2026-23456789',
      token: 'secret',
      personId,
      personName: '甲',
      enrolmentId: newId<EnrolmentId>(),
      courseId: newId<CourseId>(),
      courseTitle: '课程',
      versionNumber: 1,
      cycle: 2026,
      hours: 1.75,
      issuerId: newId<UnitId>(),
      issuerName: '协会',
      issuedOn: '2026-05-01',
      signature: 's',
      keyId: 'k',
      revokedAt: null,
      revokedReason: null,
    }
    await write((tx) => insertCertificate(tx, certificate))
    expect(await findCertificateByToken(db(), 'secret')).toEqual(certificate)
    expect(await findCertificateOf(db(), certificate.enrolmentId)).toEqual(certificate)
    const second = { ...certificate, id: newId<CertificateId>(), number: 'x', token: 'y' }
    await expect(write((tx) => insertCertificate(tx, second))).rejects.toThrow()
  })
})
