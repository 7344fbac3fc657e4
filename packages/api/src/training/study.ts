import type { Instant, LocalDate } from '@dangjian/domain/access'
import {
  completionStanding,
  lessonsOf,
  type CompletionStanding,
  type CourseId,
  type CourseVersion,
  type Enrolment,
  type EnrolmentId,
  type Lesson,
  type LessonId,
  type LessonProgress,
  type Section,
} from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import { listPassedQuizzes } from '@dangjian/db/training/attempt-store'
import { findCourseVersion } from '@dangjian/db/training/course-version-store'
import {
  findEnrolment,
  findEnrolmentOf,
  findOpenCourse,
  saveEnrolmentMoved,
} from '@dangjian/db/training/enrolment-store'
import { listProgress } from '@dangjian/db/training/progress-store'
import type { Actor } from '../context.ts'
import { notFound, type Target } from '../trpc.ts'

/** A person's study of a course: the version they began, how far they are, and what completion still needs. */
export interface Study {
  readonly enrolment: Enrolment
  readonly version: CourseVersion
  readonly progress: ReadonlyMap<LessonId, LessonProgress>
  readonly standing: CompletionStanding
}

/** The version that a learner is on. */
export async function findVersionOf(db: Db, enrolment: Enrolment): Promise<CourseVersion> {
  const version = await findCourseVersion(db, enrolment.versionId)
  if (!version) throw new Error(`Enrolment ${enrolment.id} is on a version that is not there`)
  return version
}

export async function findStudy(db: Db, enrolment: Enrolment): Promise<Study> {
  const version = await findVersionOf(db, enrolment)
  const progress = new Map((await listProgress(db, enrolment.id)).map((each) => [each.lessonId, each]))
  const passed = new Set(await listPassedQuizzes(db, enrolment.id))
  return { enrolment, version, progress, standing: completionStanding(version.content, progress, passed) }
}

export async function findStudyById(db: Db, id: EnrolmentId): Promise<Study> {
  return findStudy(db, (await findEnrolment(db, id)) ?? notFound())
}

/** A lesson of the version that the learner is on: of no other. */
export function lessonIn(version: CourseVersion, id: LessonId): { lesson: Lesson; section: Section } {
  return lessonsOf(version.content).find(({ lesson }) => lesson.id === id) ?? notFound()
}

/** What hangs on an enrolment is done to its learner. */
export async function learnerOfEnrolment({
  db,
  input,
}: {
  readonly db: Db
  readonly input: { readonly enrolmentId: EnrolmentId }
}): Promise<(Target & { readonly enrolment: Enrolment }) | null> {
  const enrolment = await findEnrolment(db, input.enrolmentId)
  return enrolment ? { personId: enrolment.personId, enrolment } : null
}

/** A course is a learner's own to look at when they study it or may begin it; else it does not exist for them. */
export async function learnerOfCourse({
  db,
  input,
  actor,
  today,
}: {
  readonly db: Db
  readonly input: { readonly courseId: CourseId }
  readonly actor: Actor
  readonly today: LocalDate
}): Promise<Target | null> {
  const known =
    (await findEnrolmentOf(db, actor.personId, input.courseId)) ??
    (await findOpenCourse(db, actor.personId, input.courseId, today))
  return known ? { personId: actor.personId } : null
}

/** Where a learner was in a lesson, or its beginning. */
export function progressIn(study: Study, lessonId: LessonId, now: Instant): LessonProgress {
  const begun = { enrolmentId: study.enrolment.id, lessonId, position: 0, played: [], doneAt: null, movedAt: now }
  return study.progress.get(lessonId) ?? begun
}

export async function touchStudy(db: Db, { enrolment }: Pick<Study, 'enrolment'>, now: Instant): Promise<void> {
  await saveEnrolmentMoved(db, enrolment.id, now)
}
