import {
  decideQuestion,
  type BankId,
  type DecidedQuestion,
  type Question,
  type QuestionDraft,
  type QuestionId,
  type QuestionVersion,
  type QuestionVersionId,
} from '@dangjian/domain/training'
import { refuseWith } from '../refusal.ts'

type NewId = <Id extends string>() => Id

/** An option's key: the random end of an id, so that it tells nothing of its place. */
export function optionKey(newId: NewId): () => string {
  return () => newId<string>().slice(-10)
}

/** The question that a draft makes; its faults refuse it, and stand beside their fields in the page, which asks the same rule. */
export function decided(draft: QuestionDraft, newId: NewId): DecidedQuestion {
  const decision = decideQuestion(draft, optionKey(newId))
  return decision.ok ? decision.value : refuseWith('question-faulty', { count: decision.faults.length })
}

/** A new question with its first version. */
export function newQuestion(
  { body, category, explanation, difficulty }: DecidedQuestion,
  bankId: BankId,
  now: number,
  newId: NewId,
): { question: Question; version: QuestionVersion } {
  const [id, versionId] = [newId<QuestionId>(), newId<QuestionVersionId>()]
  return {
    question: { id, bankId, category, state: 'active', latestVersionId: versionId, rev: 1, createdAt: now },
    version: { id: versionId, questionId: id, number: 1, body, explanation, difficulty, createdAt: now },
  }
}
