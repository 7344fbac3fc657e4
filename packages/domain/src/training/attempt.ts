import { z } from 'zod'
import { idSchema, PersonId } from '../access/id.ts'
import { Instant } from '../access/time.ts'
import { EnrolmentId } from './enrolment.ts'
import { LessonId } from './lesson.ts'
import { QuestionVersionId, Response } from './question.ts'

export const AttemptId = idSchema('AttemptId')
export type AttemptId = z.infer<typeof AttemptId>

/** One question on a frozen paper: which version, the order of its options, its marks. */
export const PaperSlot = z.strictObject({
  questionVersionId: QuestionVersionId,
  /** Keys of the options (of a matching question: of its choices) in the order shown. */
  order: z.array(z.string()),
  marks: z.number(),
})
export type PaperSlot = z.infer<typeof PaperSlot>

export const AttemptState = z.enum(['open', 'closed'])
export type AttemptState = z.infer<typeof AttemptState>

/** A sitting of a quiz (答卷). Its paper is frozen at the start; its clock and its count live on the server. */
export const Attempt = z.strictObject({
  id: AttemptId,
  enrolmentId: EnrolmentId,
  personId: PersonId,
  lessonId: LessonId,
  /** 1, 2, 3 … for the learner and lesson. */
  number: z.int().min(1),
  paper: z.array(PaperSlot),
  state: AttemptState,
  startedAt: Instant,
  /** Null where the quiz has no time limit. */
  deadlineAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  /** Whether the learner closed it or the clock did; null while open. */
  closedBy: z.enum(['learner', 'clock']).nullable(),
  /** Marks reached and marks there were; null while open. */
  score: z.number().nullable(),
  outOf: z.number(),
  passed: z.boolean().nullable(),
})
export type Attempt = z.infer<typeof Attempt>

/** A saved answer. A save with a lower `seq` than the one kept changes nothing. */
export const Answer = z.strictObject({
  attemptId: AttemptId,
  /** Place on the paper, from 0. */
  slot: z.int().min(0).max(500),
  response: Response,
  seq: z.int().min(0),
  savedAt: Instant,
})
export type Answer = z.infer<typeof Answer>
