import { z } from 'zod'
import { idSchema, UnitId } from '../access/id.ts'
import { Instant } from '../access/time.ts'

export const BankId = idSchema('BankId')
export type BankId = z.infer<typeof BankId>
export const QuestionId = idSchema('QuestionId')
export type QuestionId = z.infer<typeof QuestionId>
export const QuestionVersionId = idSchema('QuestionVersionId')
export type QuestionVersionId = z.infer<typeof QuestionVersionId>

/** A question bank (题库) of a school branch. */
export const QuestionBank = z.strictObject({
  id: BankId,
  unitId: UnitId,
  title: z.string().trim().min(2).max(200),
  createdAt: Instant,
})
export type QuestionBank = z.infer<typeof QuestionBank>

/** An option's key: opaque, never its place in the list, so that a shuffled paper gives nothing away. */
const OptionKey = z.string().regex(/^[a-z0-9]{1,12}$/)
export const QuestionOption = z.strictObject({ key: OptionKey, text: z.string().trim().min(1).max(2000) })
export type QuestionOption = z.infer<typeof QuestionOption>

/** What is asked, without what is right: all that may reach a learner before the attempt is closed. */
export const QuestionAsked = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['single', 'multiple']), stem: z.string(), options: z.array(QuestionOption) }),
  z.strictObject({ kind: z.literal('judgement'), stem: z.string() }),
  z.strictObject({ kind: z.literal('blank'), stem: z.string() }),
  z.strictObject({ kind: z.literal('numerical'), stem: z.string() }),
  z.strictObject({
    kind: z.literal('matching'),
    stem: z.string(),
    premises: z.array(QuestionOption),
    choices: z.array(QuestionOption),
  }),
])
export type QuestionAsked = z.infer<typeof QuestionAsked>

const Stem = z.string().trim().min(1).max(5000)
const Options = z.array(QuestionOption).min(2).max(20)

/** A whole question with its key. Never leaves the server while an attempt on it may be open. */
export const QuestionBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), stem: Stem, options: Options, right: OptionKey }),
  z.strictObject({
    kind: z.literal('multiple'),
    stem: Stem,
    options: Options,
    right: z.array(OptionKey).min(1).max(20),
  }),
  z.strictObject({ kind: z.literal('judgement'), stem: Stem, right: z.boolean() }),
  z.strictObject({
    kind: z.literal('blank'),
    stem: Stem,
    /** Every accepted form; white space, width and case do not count. */
    accepted: z.array(z.string().trim().min(1).max(200)).min(1).max(50),
  }),
  z.strictObject({
    kind: z.literal('numerical'),
    stem: Stem,
    right: z.number(),
    /** How far from `right` an answer may lie. */
    tolerance: z.number().min(0),
  }),
  z.strictObject({
    kind: z.literal('matching'),
    stem: Stem,
    premises: Options,
    choices: Options,
    /** Premise key to choice key. */
    right: z.record(OptionKey, OptionKey),
  }),
])
export type QuestionBody = z.infer<typeof QuestionBody>
export const QuestionKind = z.enum(['single', 'multiple', 'judgement', 'blank', 'numerical', 'matching'])
export type QuestionKind = z.infer<typeof QuestionKind>

/** What a learner answered. Null stands for nothing. */
export const Response = z.union([
  z.null(),
  z.strictObject({ chosen: z.array(OptionKey).max(20) }),
  z.strictObject({ judged: z.boolean() }),
  z.strictObject({ written: z.string().max(2000) }),
  z.strictObject({ matched: z.record(OptionKey, OptionKey) }),
])
export type Response = z.infer<typeof Response>

/** A question (试题) in its bank; what is asked stands in its versions, which are immutable. */
export const Question = z.strictObject({
  id: QuestionId,
  bankId: BankId,
  category: z.string().max(100),
  state: z.enum(['active', 'retired']),
  latestVersionId: QuestionVersionId,
  rev: z.int(),
  createdAt: Instant,
})
export type Question = z.infer<typeof Question>

export const QuestionVersion = z.strictObject({
  id: QuestionVersionId,
  questionId: QuestionId,
  number: z.int().min(1),
  body: QuestionBody,
  explanation: z.string().max(5000),
  /** The trainer's estimate: 1 easy to 5 hard. */
  difficulty: z.int().min(1).max(5),
  createdAt: Instant,
})
export type QuestionVersion = z.infer<typeof QuestionVersion>
