import { z } from 'zod'
import {
  canPublishCourse,
  CourseChange,
  courseDifference,
  CourseId,
  LessonId,
  SectionId,
  type CourseGapKind,
} from '@dangjian/domain/training'
import { findCourse } from '@dangjian/db/training/course-store'
import { findCourseVersion, listCourseVersions } from '@dangjian/db/training/course-version-store'
import { questionSupplyOf } from '@dangjian/db/training/question-store'
import { notFound, query } from '../trpc.ts'
import { courseTarget } from './course-scope.ts'

/** What publishing lacks, and what it would change for learners. Writes nothing. */
export const previewPublish = query({
  permission: 'training.preview-publish',
  input: z.strictObject({ courseId: CourseId }),
  output: z.strictObject({
    rev: z.int(),
    /** The number that the version would have. */
    number: z.int(),
    gaps: z.array(
      z.strictObject({
        gap: z.string().transform((gap) => gap as CourseGapKind),
        sectionId: SectionId.nullable(),
        lessonId: LessonId.nullable(),
        detail: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
    /** Against the latest version; null where there is none. */
    changes: z.array(CourseChange).nullable(),
    /** Learners who have begun and stay on the version they began. */
    learners: z.int(),
  }),
  target: courseTarget,
  run: async ({ db, input }) => {
    const course = (await findCourse(db, input.courseId)) ?? notFound()
    const latest = course.latestVersionId ? await findCourseVersion(db, course.latestVersionId) : undefined
    const gaps = canPublishCourse(course, await questionSupplyOf(db, course.content))
    const versions = await listCourseVersions(db, course.id)
    return {
      rev: course.rev,
      number: (latest?.number ?? 0) + 1,
      gaps: gaps.map((each) => ({ ...each, detail: { ...each.detail } })),
      changes: latest ? courseDifference(latest, course) : null,
      learners: versions.reduce((sum, { learners }) => sum + (learners ?? 0), 0),
    }
  },
})
