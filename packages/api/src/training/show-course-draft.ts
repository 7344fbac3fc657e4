import { z } from 'zod'
import { FileId, Instant, UnitId } from '@dangjian/domain/access'
import {
  BankId,
  Course,
  courseDifference,
  CourseId,
  CourseState,
  CourseVersionId,
  filesOf,
  lessonsOf,
  QuestionId,
  QuestionKind,
  QuestionVersionId,
} from '@dangjian/domain/training'
import { findFiles } from '@dangjian/db/access/file-store'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { findCourse, findCourseEditor } from '@dangjian/db/training/course-store'
import { findCourseVersion } from '@dangjian/db/training/course-version-store'
import { listQuestionVersions } from '@dangjian/db/training/question-store'
import { notFound, query } from '../trpc.ts'
import { courseTarget } from './course-scope.ts'

/** A course as its trainers work on it, with the questions that its quizzes name (without what is right). */
export const showCourseDraft = query({
  permission: 'training.show-course-draft',
  input: z.strictObject({ courseId: CourseId }),
  output: z.strictObject({
    id: CourseId,
    unitId: UnitId,
    unitName: z.string(),
    title: z.string(),
    summary: z.string(),
    audience: z.string(),
    hours: z.number(),
    content: Course.shape.content,
    state: CourseState,
    rev: z.int(),
    updatedAt: Instant,
    updatedByName: z.string(),
    version: z.strictObject({ id: CourseVersionId, number: z.int(), publishedAt: Instant }).nullable(),
    /** Whether the draft says something else than the latest version; false where there is none. */
    ahead: z.boolean(),
    /** The files of its lessons, by the name that they were uploaded under. */
    files: z.array(z.strictObject({ id: FileId, name: z.string() })),
    questions: z.array(
      z.strictObject({
        versionId: QuestionVersionId,
        questionId: QuestionId,
        bankId: BankId,
        kind: QuestionKind,
        stem: z.string(),
        retired: z.boolean(),
        /** The version that its bank has now, when it is another one. */
        newerVersionId: QuestionVersionId.nullable(),
      }),
    ),
  }),
  target: courseTarget,
  run: async ({ db, input }) => {
    const course = (await findCourse(db, input.courseId)) ?? notFound()
    const version = course.latestVersionId ? await findCourseVersion(db, course.latestVersionId) : undefined
    const fixed = lessonsOf(course.content).flatMap(({ lesson }) =>
      lesson.kind === 'quiz'
        ? lesson.quiz.slots.flatMap((slot) => (slot.kind === 'fixed' ? [slot.questionVersionId] : []))
        : [],
    )
    const questions = await listQuestionVersions(db, fixed)
    const { id, unitId, title, summary, audience, hours, content, state, rev, updatedAt } = course
    return {
      id,
      unitId,
      title,
      summary,
      audience,
      hours,
      content,
      state,
      rev,
      updatedAt,
      unitName: (await findUnit(db, unitId))?.name ?? '',
      updatedByName: (await findCourseEditor(db, id))?.name ?? '',
      version: version ? { id: version.id, number: version.number, publishedAt: version.publishedAt } : null,
      ahead: version !== undefined && courseDifference(version, course).length > 0,
      files: (await findFiles(db, filesOf(content))).map((file) => ({ id: file.id, name: file.name })),
      questions: questions.map((each) => ({
        versionId: each.id,
        questionId: each.questionId,
        bankId: each.bankId,
        kind: each.body.kind,
        stem: each.body.stem,
        retired: each.state === 'retired',
        newerVersionId: each.latestVersionId === each.id ? null : each.latestVersionId,
      })),
    }
  },
})
