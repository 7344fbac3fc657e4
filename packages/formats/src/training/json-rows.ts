import { z } from 'zod'
import { allow, refuse, type Decision } from '@dangjian/domain/access'
import { emptyQuestionDraft, letterOf, type QuestionRow } from '@dangjian/domain/training'

/** A question as the common JSON banks have it: `answer` is letters, `inputType` is radio or checkbox. */
const JsonQuestion = z.looseObject({
  stem: z.string(),
  options: z.array(z.string()).default([]),
  answer: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  inputType: z.string().optional(),
  kind: z.string().optional(),
  subject: z.string().optional(),
  category: z.string().optional(),
  explanation: z.string().optional(),
  difficulty: z.union([z.string(), z.number()]).optional(),
})

/** Questions of a JSON list; `line` is the place in the list, from 1. */
export function jsonRows(
  text: string,
): Decision<QuestionRow[], 'question-import-json-broken' | 'question-import-empty'> {
  let list: unknown
  try {
    list = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    return refuse('question-import-json-broken', { line: brokenLine(text, String(error)) })
  }
  if (!Array.isArray(list) || list.length === 0) return refuse('question-import-empty')
  return allow(list.map((each, index) => rowOf(each, index + 1)))
}

/** The parser names a line, or shows some signs around the slip, or found the end too early. */
function brokenLine(text: string, message: string): number {
  const named = /\(line (\d+)/.exec(message)?.[1]
  if (named) return Number(named)
  const shown = /, (\.{3})?"([\s\S]*)"(?:\.{3})? is not valid JSON/.exec(message)
  const found = shown?.[2] ? text.indexOf(shown[2]) : -1
  const at = found < 0 ? text.length : found + (shown?.[1] ? SHOWN_BEFORE : 0)
  return text.slice(0, at).split('\n').length
}

/** So many signs before the slip stand in the parser's message. */
const SHOWN_BEFORE = 10

function rowOf(value: unknown, line: number): QuestionRow {
  const parsed = JsonQuestion.safeParse(value)
  if (!parsed.success) {
    const fields = parsed.error.issues
      .map(({ path }) => path.join('.'))
      .filter(Boolean)
      .join(', ')
    const draft = { ...emptyQuestionDraft, stem: JSON.stringify(value)?.slice(0, 300) ?? '' }
    return {
      line,
      draft,
      faults: [{ fault: 'fields-unreadable', field: 'stem', detail: { fields: fields || 'JSON' } }],
    }
  }
  const { stem, options, answer, inputType, kind, subject, category, explanation, difficulty } = parsed.data
  return {
    line,
    faults: [],
    draft: {
      ...emptyQuestionDraft,
      kind: kind ?? inputType ?? '',
      stem,
      options: options.map((text, place) => ({ key: letterOf(place), text })),
      right: options.length > 0 ? lettersOf(answer) : [answer ?? []].flat().map(String),
      category: category ?? subject ?? '',
      explanation: explanation ?? '',
      difficulty: difficulty === undefined ? '' : String(difficulty),
    },
  }
}

/** `ACD`, `A,C,D` and `["A", "C"]` are the same answer. */
export function lettersOf(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap((each) => lettersOf(each))
  const plain = String(answer ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .trim()
  if (/^[A-Z\s,;、/|·.]*$/.test(plain)) return plain.match(/[A-Z]/g) ?? []
  return plain === '' ? [] : [plain]
}
