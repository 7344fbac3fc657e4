import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import {
  CertificateId,
  completionStanding,
  CourseId,
  EnrolmentId,
  SectionId,
  type CompletionStanding,
  type CourseVersion,
} from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import { findPersonName } from '@dangjian/db/organisation/unit-scope'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { findCertificateOf } from '@dangjian/db/training/certificate-store'
import { listReasonsOf } from '@dangjian/db/training/course-assignment-store'
import { findCourse } from '@dangjian/db/training/course-store'
import { findCourseVersion, listCourseVersions } from '@dangjian/db/training/course-version-store'
import { findEnrolmentOf } from '@dangjian/db/training/enrolment-store'
import { notFound, query } from '../trpc.ts'
import { LessonMention, mentionOf, ReasonShape, reasonOf } from './learning-shapes.ts'
import { findStudy, learnerOfCourse } from './study.ts'

/** A course as its learner sees it: the version they are on, what is done and missing, and why they have it. */
export const showCourse = query({
  permission: 'training.show-course',
  kept: 'page',
  input: z.strictObject({ courseId: CourseId }),
  output: z.strictObject({
    id: CourseId,
    title: z.string(),
    summary: z.string(),
    audience: z.string(),
    hours: z.number(),
    unitName: z.string(),
    authorName: z.string(),
    versionNumber: z.int(),
    publishedAt: Instant,
    /** What the trainer says to learners of this version; may be empty. */
    changeNote: z.string(),
    /** Versions later than the one that the learner is on, the latest first; they stay on theirs. */
    newerVersions: z.array(z.strictObject({ number: z.int(), publishedAt: Instant, changeNote: z.string() })),
    enrolment: z
      .strictObject({
        id: EnrolmentId,
        startedAt: Instant,
        passedAt: Instant.nullable(),
        certificateId: CertificateId.nullable(),
      })
      .nullable(),
    sections: z.array(
      z.strictObject({
        id: SectionId,
        title: z.string(),
        lessons: z.array(
          LessonMention.extend({
            required: z.boolean(),
            begun: z.boolean(),
            /** Seconds of a recording, pages of a PDF, questions of a test; null for a text. */
            size: z.int().nullable(),
          }),
        ),
      }),
    ),
    required: z.int(),
    missing: z.array(LessonMention),
    next: LessonMention.nullable(),
    reasons: z.array(ReasonShape),
  }),
  target: learnerOfCourse,
  run: async ({ db, input, actor, today }) => {
    const course = (await findCourse(db, input.courseId)) ?? notFound()
    const enrolment = await findEnrolmentOf(db, actor.personId, course.id)
    const study = enrolment && (await findStudy(db, enrolment))
    const version =
      study?.version ?? (course.latestVersionId && (await findCourseVersion(db, course.latestVersionId))) ?? notFound()
    if (!version) notFound()
    const standing = study?.standing ?? completionStanding(version.content, new Map(), new Set())
    const certificate = enrolment && (await findCertificateOf(db, enrolment.id))
    return {
      id: course.id,
      title: version.title,
      summary: version.summary,
      audience: version.audience,
      hours: version.hours,
      unitName: (await findUnit(db, course.unitId))?.name ?? '',
      authorName: (await findPersonName(db, version.publishedBy)) ?? '',
      versionNumber: version.number,
      publishedAt: version.publishedAt,
      changeNote: version.changeNote,
      newerVersions: course.latestVersionId === version.id ? [] : await newerThan(db, version),
      enrolment: enrolment
        ? {
            id: enrolment.id,
            startedAt: enrolment.startedAt,
            passedAt: enrolment.passedAt,
            certificateId: certificate?.id ?? null,
          }
        : null,
      sections: sectionsOf(version, standing),
      required: standing.required,
      missing: standing.missing.map(mentionOf),
      next: standing.next && mentionOf(standing.next),
      reasons: (await listReasonsOf(db, actor.personId, today, course.id)).map(reasonOf),
    }
  },
})

async function newerThan(db: Db, { courseId, number }: CourseVersion) {
  const later = (await listCourseVersions(db, courseId)).filter((each) => each.number > number)
  return later.map((each) => ({ number: each.number, publishedAt: each.publishedAt, changeNote: each.changeNote }))
}

function sectionsOf(version: CourseVersion, standing: CompletionStanding) {
  return version.content.sections.map((section) => ({
    id: section.id,
    title: section.title,
    lessons: standing.lessons
      .filter((each) => each.section.id === section.id)
      .map((each) => ({
        ...mentionOf(each),
        required: each.lesson.required,
        begun: each.begun,
        size: sizeOf(each.lesson),
      })),
  }))
}

function sizeOf(lesson: CompletionStanding['lessons'][number]['lesson']): number | null {
  switch (lesson.kind) {
    case 'text':
      return null
    case 'pdf':
      return lesson.pages
    case 'quiz':
      return lesson.quiz.slots.reduce((sum, slot) => sum + (slot.kind === 'fixed' ? 1 : slot.count), 0)
    default:
      return lesson.seconds
  }
}
