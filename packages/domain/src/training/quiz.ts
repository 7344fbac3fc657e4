import { z } from 'zod'
import { BankId, QuestionVersionId } from './question.ts'

const Marks = z.number().min(0.5).max(100).multipleOf(0.5)

/** A place on the paper: one fixed question, or some drawn from a bank when an attempt begins. */
export const QuizSlot = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), questionVersionId: QuestionVersionId, marks: Marks }),
  z.strictObject({
    kind: z.literal('drawn'),
    bankId: BankId,
    /** Only questions of this category; null for the whole bank. */
    category: z.string().max(100).nullable(),
    count: z.int().min(1).max(200),
    /** For each question drawn. */
    marks: Marks,
  }),
])
export type QuizSlot = z.infer<typeof QuizSlot>

/** A test. Pass marks are the trainer's own: no public source fixes them. */
export const Quiz = z.strictObject({
  slots: z.array(QuizSlot).max(200),
  /** Percent of the marks, 1 to 100. */
  passShare: z.int().min(1).max(100),
  /** Minutes from start to deadline, on the server's clock; null for no limit. */
  minutes: z.int().min(1).max(600).nullable(),
  /** Attempts a learner has; null for any number. */
  attempts: z.int().min(1).max(100).nullable(),
  shuffled: z.boolean(),
  /** Whether the right answers and explanations are shown once the attempt is closed. */
  explained: z.boolean(),
})
export type Quiz = z.infer<typeof Quiz>

/** Whether learners are shown the right answers to questions that they can be asked again. */
export function tellsAnswersEarly({
  explained,
  attempts,
  slots,
}: Pick<Quiz, 'explained' | 'attempts' | 'slots'>): boolean {
  return explained && attempts !== 1 && slots.some(({ kind }) => kind === 'fixed')
}
