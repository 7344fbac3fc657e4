import type { FileId } from '@dangjian/domain/access'
import {
  filesOf,
  fitFiles,
  lessonsOf,
  type BankId,
  type CourseContent,
  type QuestionVersionId,
} from '@dangjian/domain/training'
import { findFiles } from '@dangjian/db/access/file-store'
import type { Db } from '@dangjian/db/database'
import { findBank } from '@dangjian/db/training/bank-store'
import { listQuestionVersions } from '@dangjian/db/training/question-store'
import type { Actor } from '../context.ts'
import { accept, notFound } from '../refusal.ts'
import { mayAt } from './course-scope.ts'

/**
 * What a draft names and did not name before must be the saver's to use: files they uploaded for courses, questions and
 * banks within their reach. Anything else does not exist for them.
 */
export async function demandReferences(
  db: Db,
  actor: Actor,
  before: CourseContent,
  after: CourseContent,
): Promise<void> {
  const files = filesOf(after)
  const rows = await findFiles(db, files)
  const known = new Set(filesOf(before))
  const isOwn = (id: FileId): boolean =>
    rows.some((row) => row.id === id && row.createdBy === actor.personId && row.purpose === 'course-media')
  if (files.some((id) => !known.has(id) && !isOwn(id))) notFound()
  accept(fitFiles(after, new Map(rows.map(({ id, mediaType }) => [id, mediaType]))))

  const [named, earlier] = [questionsOf(after), questionsOf(before)]
  const versions = named.versions.filter((id) => !earlier.versions.includes(id))
  const found = await listQuestionVersions(db, versions)
  if (found.length < new Set(versions).size) notFound()
  const banks = new Set([
    ...found.map(({ bankId }) => bankId),
    ...named.banks.filter((id) => !earlier.banks.includes(id)),
  ])
  for (const bankId of banks) {
    const bank = await findBank(db, bankId)
    if (!bank || !(await mayAt(db, actor, 'training.list-questions', bank.unitId))) notFound()
  }
}

function questionsOf(content: CourseContent): { versions: QuestionVersionId[]; banks: BankId[] } {
  const slots = lessonsOf(content).flatMap(({ lesson }) => (lesson.kind === 'quiz' ? lesson.quiz.slots : []))
  return {
    versions: slots.flatMap((slot) => (slot.kind === 'fixed' ? [slot.questionVersionId] : [])),
    banks: slots.flatMap((slot) => (slot.kind === 'drawn' ? [slot.bankId] : [])),
  }
}
