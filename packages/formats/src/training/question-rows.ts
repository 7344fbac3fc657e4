import { allow, refuse, type Decision } from '@dangjian/domain/access'
import {
  IMPORT_QUESTIONS_LIMIT,
  type QuestionFileRefusal,
  type QuestionFormat,
  type QuestionRow,
} from '@dangjian/domain/training'
import { readApart } from '../access/read-apart.ts'
import { decodeBytes } from '../access/text-encoding.ts'
import { readTableRows, type TableRefusal } from '../organisation/table-rows.ts'
import { giftRows } from './gift-rows.ts'
import { jsonRows } from './json-rows.ts'
import { tableQuestions } from './table-question.ts'

/** Bytes at most: five thousand questions are a few of them. */
export const QUESTION_FILE_LIMIT = 10 * 1024 * 1024

export interface QuestionRows {
  readonly format: QuestionFormat
  readonly rows: readonly QuestionRow[]
}

/** Questions of a spreadsheet by the template, a GIFT text or a JSON bank, by what the bytes are and then by the name. */
export async function questionRows(
  bytes: Uint8Array,
  name: string,
): Promise<Decision<QuestionRows, QuestionFileRefusal>> {
  if (bytes.byteLength > QUESTION_FILE_LIMIT)
    return refuse('question-import-too-large', { megabytes: QUESTION_FILE_LIMIT / 1024 / 1024 })
  return (await readApart(import.meta.url, readQuestionRows, bytes, name)) ?? refuse('question-import-too-heavy')
}

/** The same where one is apart already. */
export async function readQuestionRows(
  bytes: Uint8Array,
  name: string,
): Promise<Decision<QuestionRows, QuestionFileRefusal>> {
  const read = await readRows(bytes, name)
  if (!read.ok) return read
  const { rows } = read.value
  if (rows.length === 0) return refuse('question-import-empty')
  if (rows.length > IMPORT_QUESTIONS_LIMIT)
    return refuse('question-import-too-many', { count: rows.length, limit: IMPORT_QUESTIONS_LIMIT })
  return read
}

async function readRows(bytes: Uint8Array, name: string): Promise<Decision<QuestionRows, QuestionFileRefusal>> {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (zipped) return readTable(bytes)
  const decoded = decodeBytes(bytes)
  if ('trouble' in decoded)
    return refuse(decoded.trouble === 'empty' ? 'question-import-empty' : 'question-import-unreadable')
  const { text } = decoded
  if (/\.json$/i.test(name) || /^\ufeff?\s*\[\s*[{\]]/.test(text)) {
    const rows = jsonRows(text)
    return rows.ok ? allow({ format: 'json' as const, rows: rows.value }) : rows
  }
  if (/\.(csv|tsv|xlsx)$/i.test(name) || (!/\.gift$/i.test(name) && looksLikeTable(text))) return readTable(bytes)
  // A text without any brace holds no question: saying so helps more than refusing each of its lines.
  if (!/[{]/.test(text)) return refuse('question-import-unreadable')
  return allow({ format: 'gift' as const, rows: giftRows(text) })
}

function looksLikeTable(text: string): boolean {
  const first = text.split(/\r?\n/, 1)[0] ?? ''
  return /题干|题目|stem/i.test(first) && /[,\t;]/.test(first)
}

async function readTable(bytes: Uint8Array): Promise<Decision<QuestionRows, QuestionFileRefusal>> {
  const table = await readTableRows(bytes)
  if (!table.ok) return refuse(tableRefusals[table.refusal] ?? 'question-import-unreadable')
  const rows = tableQuestions(table.value)
  return rows.ok ? allow({ format: 'table' as const, rows: rows.value }) : rows
}

const tableRefusals: Readonly<Partial<Record<TableRefusal, QuestionFileRefusal>>> = {
  'import-empty': 'question-import-empty',
  'import-too-heavy': 'question-import-too-heavy',
  'import-too-many-rows': 'question-import-too-heavy',
}
