import { z } from 'zod'
import { idSchema, PersonId, UnitId } from '../access/id.ts'
import { Instant, LocalDate } from '../access/time.ts'
import { Post } from '../organisation/post.ts'
import { CourseId, CourseVersionId } from './course.ts'
import { LessonId } from './lesson.ts'

export const EnrolmentId = idSchema('EnrolmentId')
export type EnrolmentId = z.infer<typeof EnrolmentId>
export const CourseAssignmentId = idSchema('CourseAssignmentId')
export type CourseAssignmentId = z.infer<typeof CourseAssignmentId>

/** A person's study of a course, on the version they began. One for a person and course. */
export const Enrolment = z.strictObject({
  id: EnrolmentId,
  personId: PersonId,
  courseId: CourseId,
  versionId: CourseVersionId,
  startedAt: Instant,
  /** The last time anything was learnt. */
  movedAt: Instant,
  /** When completion was reached; it is never taken back by a later version. */
  passedAt: Instant.nullable(),
})
export type Enrolment = z.infer<typeof Enrolment>

/** A clause of the year's document that a course is asked for, with its item. */
export const AskingClause = z.strictObject({ itemNumber: z.int(), itemTitle: z.string(), clauseText: z.string() })
export type AskingClause = z.infer<typeof AskingClause>

/**
 * A rule that gives a course to the holders of a post in a society (指派), because a task asks for it. Whoever holds
 * the post, now or later, has the course; several rules are joined, and 'why do I have this?' answers with all of them.
 */
export const CourseAssignment = z.strictObject({
  id: CourseAssignmentId,
  courseId: CourseId,
  societyId: UnitId,
  post: Post,
  /** The task that asked; an id of the tasks wing. */
  taskId: z.uuid(),
  /** The task's title and the clauses that it answers, as they were given out: a task that has gone out is not changed. */
  taskTitle: z.string(),
  clauses: z.array(AskingClause).min(1).max(50),
  dueOn: LocalDate,
  withdrawnAt: Instant.nullable(),
})
export type CourseAssignment = z.infer<typeof CourseAssignment>

/** A span of a recording that was played, in seconds from its beginning; `to` exclusive. */
export const PlayedRange = z.strictObject({ from: z.number().min(0), to: z.number().min(0) })
export type PlayedRange = z.infer<typeof PlayedRange>

/** How far a learner is in one lesson. */
export const LessonProgress = z.strictObject({
  enrolmentId: EnrolmentId,
  lessonId: LessonId,
  /** Where to go on: seconds of a recording, page of a PDF, share (0 to 1) of a text. */
  position: z.number().min(0),
  /** Credited ranges of a recording, joined and in order. */
  played: z.array(PlayedRange).max(5000),
  doneAt: Instant.nullable(),
  movedAt: Instant,
})
export type LessonProgress = z.infer<typeof LessonProgress>
