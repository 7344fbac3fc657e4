import type { FileId } from '@dangjian/domain/access'
import {
  likenessOf,
  planQuestionImport,
  type BankId,
  type QuestionImportLine,
  type QuestionRow,
} from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import { findByLikeness } from '@dangjian/db/training/question-store'
import { QUESTION_FILE_LIMIT, questionRows, type QuestionRows } from '@dangjian/formats/training/question-rows'
import { findOwnFile } from '../access/own-file.ts'
import type { Actor, Services } from '../context.ts'
import { accept, notFound, refuseWith } from '../refusal.ts'
import { optionKey } from './question-made.ts'

export interface QuestionFile extends QuestionRows {
  readonly fileName: string
}

/** Reads an uploaded file of questions. */
export async function readQuestionFile(
  db: Db,
  files: Services['files'],
  actor: Actor,
  fileId: FileId,
): Promise<QuestionFile> {
  const file = await findOwnFile(db, fileId, actor)
  if (file.purpose !== 'import') notFound()
  if (file.size > QUESTION_FILE_LIMIT)
    refuseWith('question-import-too-large', { megabytes: QUESTION_FILE_LIMIT / 1024 / 1024 })
  const read = accept(await questionRows(await files.read(file, QUESTION_FILE_LIMIT), file.name))
  return { ...read, fileName: file.name }
}

/** What importing rows into a bank would do, as the bank is now. */
export async function planImport(
  db: Db,
  bankId: BankId,
  rows: readonly QuestionRow[],
  newId: <Id extends string>() => Id,
): Promise<QuestionImportLine[]> {
  const existing = await findByLikeness(
    db,
    bankId,
    rows.map(({ draft }) => likenessOf(draft.stem)),
  )
  return planQuestionImport(existing, rows, optionKey(newId))
}
