import type { Instant } from '@dangjian/domain/access'
import { courseEntry } from '@dangjian/domain/training'
import type {
  AttemptId,
  BankId,
  CertificateId,
  Course,
  CourseContent,
  CourseId,
  CourseVersionId,
  EnrolmentId,
  HourEntryId,
  LessonId,
  QuestionId,
  QuestionVersionId,
  SectionId,
} from '@dangjian/domain/training'
import { insertAttempt } from '@dangjian/db/training/attempt-store'
import { insertBank } from '@dangjian/db/training/bank-store'
import { insertCertificate } from '@dangjian/db/training/certificate-store'
import { insertCourse } from '@dangjian/db/training/course-store'
import { insertCourseVersion } from '@dangjian/db/training/course-version-store'
import { insertEnrolment } from '@dangjian/db/training/enrolment-store'
import { insertHourEntry } from '@dangjian/db/training/hour-store'
import { insertQuestions } from '@dangjian/db/training/question-store'
import type { Db } from '@dangjian/db/database'
import { newTwinId, type Twin, type TwinSite } from './twin.ts'

const NOW: Instant = Date.parse('2026-11-20T00:00:00Z')

/** A bank with a question, a course of the unit's with a quiz from it, and a member who learns it. */
export async function addTrainingTwins(tx: Db, site: TwinSite): Promise<Record<string, Twin>> {
  const { unitId, personId, canary } = site
  const [bankId, questionId, versionId] = [newTwinId<BankId>(), newTwinId<QuestionId>(), newTwinId<QuestionVersionId>()]
  await insertBank(tx, { id: bankId, unitId, title: `${canary}题库`, createdAt: NOW })
  const question = {
    question: {
      id: questionId,
      bankId,
      category: '',
      state: 'active',
      latestVersionId: versionId,
      rev: 1,
      createdAt: NOW,
    },
    version: {
      id: versionId,
      questionId,
      number: 1,
      body: { kind: 'judgement', stem: `${canary}这句话对吗？`, right: true },
      explanation: canary,
      difficulty: 1,
      createdAt: NOW,
    },
  } as const
  await insertQuestions(tx, [question], { by: personId, at: NOW })

  const course = await addCourse(tx, site, versionId)
  return {
    BankId: { id: bankId, unitId },
    QuestionId: { id: questionId, unitId },
    QuestionVersionId: { id: versionId, unitId },
    ...course,
  }
}

async function addCourse(tx: Db, site: TwinSite, questionVersionId: QuestionVersionId): Promise<Record<string, Twin>> {
  const { unitId, personId, place, canary } = site
  const [courseId, versionId, lessonId] = [newTwinId<CourseId>(), newTwinId<CourseVersionId>(), newTwinId<LessonId>()]
  const [sectionId, videoLessonId, textLessonId] = [
    newTwinId<SectionId>(),
    newTwinId<LessonId>(),
    newTwinId<LessonId>(),
  ]
  const quiz = {
    slots: [{ kind: 'fixed', questionVersionId, marks: 1 }],
    passShare: 60,
    minutes: null,
    attempts: null,
    shuffled: false,
    explained: false,
  } as const
  const content: CourseContent = {
    sections: [
      {
        id: sectionId,
        title: '第一节',
        lessons: [
          { id: lessonId, title: '测验', required: true, kind: 'quiz', quiz: { ...quiz, slots: [...quiz.slots] } },
          {
            id: videoLessonId,
            title: '录像',
            required: false,
            kind: 'video',
            fileId: null,
            seconds: 60,
            neededShare: 90,
            transcript: canary,
          },
          { id: textLessonId, title: '正文', required: false, kind: 'text', body: { type: 'doc', content: [] } },
        ],
      },
    ],
  }
  const course: Course = {
    id: courseId,
    unitId,
    title: `${canary}课程 ${place}`,
    summary: '',
    audience: '',
    hours: 1,
    content,
    state: 'published',
    latestVersionId: versionId,
    rev: 1,
    updatedAt: NOW,
    updatedBy: personId,
    createdAt: NOW,
  }
  await insertCourse(tx, course)
  await insertCourseVersion(tx, {
    id: versionId,
    courseId,
    number: 1,
    title: course.title,
    summary: '',
    audience: '',
    hours: 1,
    content,
    changeNote: '',
    publishedAt: NOW,
    publishedBy: personId,
  })
  return {
    CourseId: { id: courseId, unitId },
    CourseVersionId: { id: versionId, unitId },
    LessonId: { id: lessonId, unitId },
    TextLessonId: { id: textLessonId, unitId },
    VideoLessonId: { id: videoLessonId, unitId },
    SectionId: { id: sectionId, unitId },
    ...(await addLearner(tx, site, { courseId, versionId, lessonId, questionVersionId })),
  }
}

interface Learnt {
  readonly courseId: CourseId
  readonly versionId: CourseVersionId
  readonly lessonId: LessonId
  readonly questionVersionId: QuestionVersionId
}

async function addLearner(tx: Db, site: TwinSite, learnt: Learnt): Promise<Record<string, Twin>> {
  const { unitId, personId, canary } = site
  const { courseId, versionId, lessonId, questionVersionId } = learnt
  const [enrolmentId, attemptId, certificateId] = [
    newTwinId<EnrolmentId>(),
    newTwinId<AttemptId>(),
    newTwinId<CertificateId>(),
  ]
  await insertEnrolment(tx, {
    id: enrolmentId,
    personId,
    courseId,
    versionId,
    startedAt: NOW,
    movedAt: NOW,
    passedAt: null,
  })
  await insertAttempt(
    tx,
    {
      id: attemptId,
      enrolmentId,
      personId,
      lessonId,
      number: 1,
      paper: [{ questionVersionId, order: [], marks: 1 }],
      state: 'open',
      startedAt: NOW,
      deadlineAt: null,
      closedAt: null,
      closedBy: null,
      score: null,
      outOf: 1,
      passed: null,
    },
    'seed',
    'device',
  )
  await insertCertificate(tx, {
    id: certificateId,
    number: certificateId,
    token: certificateId,
    personId,
    personName: `${canary}学员`,
    enrolmentId,
    courseId,
    courseTitle: canary,
    versionNumber: 1,
    cycle: 2026,
    hours: 1,
    issuerId: unitId,
    issuerName: canary,
    issuedOn: '2026-11-20',
    signature: '',
    keyId: '',
    revokedAt: null,
    revokedReason: null,
  })
  const hourEntryId = newTwinId<HourEntryId>()
  const earned = { id: hourEntryId, personId, sourceId: courseId, sourceTitle: canary, hours: 1 }
  await insertHourEntry(tx, courseEntry(earned, NOW), hourEntryId)
  return {
    EnrolmentId: { id: enrolmentId, unitId, personId },
    AttemptId: { id: attemptId, unitId, personId },
    HourEntryId: { id: hourEntryId, unitId },
    // Seen by who stands above the holder's society.
    CertificateId: { id: certificateId, unitId: site.societyId, personId },
  }
}
