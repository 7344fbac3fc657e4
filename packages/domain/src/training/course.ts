import { z } from 'zod'
import { idSchema, PersonId, UnitId } from '../access/id.ts'
import { Instant } from '../access/time.ts'
import { Lesson } from './lesson.ts'

export const CourseId = idSchema('CourseId')
export type CourseId = z.infer<typeof CourseId>
export const CourseVersionId = idSchema('CourseVersionId')
export type CourseVersionId = z.infer<typeof CourseVersionId>
export const SectionId = idSchema('SectionId')
export type SectionId = z.infer<typeof SectionId>

/** Credit hours (学时): quarters of an hour-point, so that sums stay exact. No unit of clock time. */
export const Hours = z.number().min(0).max(1000).multipleOf(0.25)
export type Hours = z.infer<typeof Hours>

/** A section of a course (章节). */
export const Section = z.strictObject({
  id: SectionId,
  title: z.string().trim().max(200),
  lessons: z.array(Lesson).max(100),
})
export type Section = z.infer<typeof Section>

/** What a learner reads, in its order; the same shape as draft and as published version. */
export const CourseContent = z
  .strictObject({ sections: z.array(Section).max(50) })
  .refine(({ sections }) => isOnce([...sections, ...sections.flatMap(({ lessons }) => lessons)]), {
    error: 'id-doubled',
  })
export type CourseContent = z.infer<typeof CourseContent>

function isOnce(named: readonly { readonly id: string }[]): boolean {
  return new Set(named.map(({ id }) => id)).size === named.length
}

export const CourseState = z.enum(['draft', 'published', 'withdrawn'])
export type CourseState = z.infer<typeof CourseState>

/** A course (课程) with the draft its trainers work on. What learners read is a version of it. */
export const Course = z.strictObject({
  id: CourseId,
  /** The unit whose school branch offers it. */
  unitId: UnitId,
  title: z.string().trim().min(2).max(200),
  summary: z.string().max(2000),
  /** For whom it is meant, in words. */
  audience: z.string().max(200),
  hours: Hours,
  content: CourseContent,
  state: CourseState,
  latestVersionId: CourseVersionId.nullable(),
  /** Counts the saves of the draft; a save names the one it began from. */
  rev: z.int(),
  updatedAt: Instant,
  updatedBy: PersonId,
  createdAt: Instant,
})
export type Course = z.infer<typeof Course>

/** What was published: immutable. Learners stay on the version they began. */
export const CourseVersion = z.strictObject({
  id: CourseVersionId,
  courseId: CourseId,
  /** 1, 2, 3 … within its course. */
  number: z.int().min(1),
  title: z.string(),
  summary: z.string(),
  audience: z.string(),
  hours: Hours,
  content: CourseContent,
  /** What changes for learners, in the trainer's words. */
  changeNote: z.string().max(1000),
  publishedAt: Instant,
  publishedBy: PersonId,
})
export type CourseVersion = z.infer<typeof CourseVersion>

/** All lessons of a course in order, each with its section. */
export function lessonsOf(content: CourseContent): { readonly section: Section; readonly lesson: Lesson }[] {
  return content.sections.flatMap((section) => section.lessons.map((lesson) => ({ section, lesson })))
}
