import { allow, refuse, type Decision, type Language } from '@dangjian/domain/access'
import { isFormula, textOfCell } from '@dangjian/domain/organisation'
import {
  emptyQuestionDraft,
  letterOf,
  questionKindOf,
  type QuestionDraft,
  type QuestionFault,
  type QuestionRow,
} from '@dangjian/domain/training'
import type { TableRows } from '../organisation/table-rows.ts'
import { lettersOf } from './json-rows.ts'

type Column = 'kind' | 'stem' | 'right' | 'tolerance' | 'explanation' | 'difficulty' | 'category'

/** Headers that each column is known by; the first of each language stands in the template. */
const headers: Readonly<Record<Column, readonly string[]>> = {
  kind: ['题型', '类型', 'kind', 'type'],
  stem: ['题干', '题目', '试题', 'stem', 'question'],
  right: ['正确答案', '答案', 'right answer', 'answer', 'right'],
  tolerance: ['允许误差', '误差', 'tolerance'],
  explanation: ['解析', '说明', 'explanation'],
  difficulty: ['难度', 'difficulty'],
  category: ['分类', '类别', '知识点', 'category', 'subject'],
}
const needed: readonly Column[] = ['kind', 'stem', 'right']
const OPTION = /^(?:选项|option)?\s*([a-z])$/i
const OPTIONS_IN_TEMPLATE = 6

/** Questions of a spreadsheet that follows the template, each with its row. */
export function tableQuestions(table: TableRows): Decision<QuestionRow[], 'question-import-columns-missing'> {
  const plain = table.header.map((cell) => cell.normalize('NFKC').toLowerCase().trim())
  const columns = new Map<Column, number>()
  for (const column of Object.keys(headers) as Column[]) {
    const index = plain.findIndex((cell) => headers[column].includes(cell))
    if (index >= 0) columns.set(column, index)
  }
  const missing = needed.filter((column) => !columns.has(column))
  if (missing.length > 0)
    return refuse('question-import-columns-missing', {
      columns: missing.map((column) => headers[column][0] ?? '').join('、'),
    })
  const optionColumns = plain.flatMap((cell, index) => (OPTION.test(cell) ? [index] : []))
  return allow(
    table.rows.map(({ line, cells }) => {
      const cell = (column: Column): string => textOf(cells[columns.get(column) ?? -1])
      const options = optionColumns.map((index) => textOf(cells[index]))
      const faults = [...examplesOf(cell('stem')), ...formulasOf(table.header, cells)]
      return { line, draft: draftOf(cell, options), faults }
    }),
  )
}

function textOf(cell: string | undefined): string {
  return textOfCell(cell ?? '').trim()
}

/** The examples of the template are there to be written over: as long as a stem says so, it is no question. */
const EXAMPLE = /^\((?:示例,请改写|example, write over it)\)/i

function examplesOf(stem: string): QuestionFault[] {
  return EXAMPLE.test(stem.normalize('NFKC')) ? [{ fault: 'template-example', field: 'stem' }] : []
}

function formulasOf(header: readonly string[], cells: readonly string[]): QuestionFault[] {
  return cells.flatMap((cell, index) =>
    isFormula(cell)
      ? [
          {
            fault: 'cell-is-formula' as const,
            field: 'stem' as const,
            detail: { column: header[index] ?? String(index + 1) },
          },
        ]
      : [],
  )
}

function draftOf(cell: (column: Column) => string, optionCells: readonly string[]): QuestionDraft {
  const kind = questionKindOf(cell('kind'))
  const last = optionCells.findLastIndex((text) => text !== '')
  const filled = optionCells.slice(0, last + 1)
  const draft = {
    ...emptyQuestionDraft,
    kind: cell('kind'),
    stem: cell('stem'),
    tolerance: cell('tolerance'),
    explanation: cell('explanation'),
    difficulty: cell('difficulty'),
    category: cell('category'),
  }
  if (kind === 'matching') return { ...draft, pairs: filled.filter((text) => text !== '').map(pairOf) }
  if (kind === 'single' || kind === 'multiple' || kind === undefined) {
    const options = filled.map((text, place) => ({ key: letterOf(place), text }))
    return { ...draft, options, right: lettersOf(cell('right')) }
  }
  const right = cell('right')
  return {
    ...draft,
    right:
      kind === 'blank'
        ? right
            .split(/[|｜\n]/)
            .map((each) => each.trim())
            .filter(Boolean)
        : right === ''
          ? []
          : [right],
  }
}

/** Of a matching question each option cell holds a pair: `左边 → 右边` or `左边 -> 右边`; without a left side it is there to mislead. */
function pairOf(text: string): { premise: string; choice: string } {
  const [premise = '', ...rest] = text.split(/(?<!\s)\s*(?:->|→|=>|＝＞)\s*/)
  return rest.length === 0 ? { premise, choice: '' } : { premise, choice: rest.join(' -> ') }
}

/** The rows of the template: a header and a question of each kind to write over. */
export function questionTemplate(language: Language): string[][] {
  const zh = language === 'zh-CN'
  const name = (column: Column): string => headers[column].find((each) => /[a-z]/.test(each) !== zh) ?? ''
  const option = (place: number): string => `${zh ? '选项' : 'option '}${letterOf(place)}`
  const header = [
    name('kind'),
    name('stem'),
    ...Array.from({ length: OPTIONS_IN_TEMPLATE }, (_, place) => option(place)),
    name('right'),
    name('tolerance'),
    name('explanation'),
    name('difficulty'),
    name('category'),
  ]
  const row = (
    kind: string,
    stem: string,
    options: string[],
    right: string,
    tolerance = '',
    explanation = '',
  ): string[] => [
    kind,
    stem,
    ...Array.from({ length: OPTIONS_IN_TEMPLATE }, (_, place) => options[place] ?? ''),
    right,
    tolerance,
    explanation,
    '3',
    zh ? '示例' : 'examples',
  ]
  return zh
    ? [
        header,
        row('单选题', '（示例，请改写）一年有几个季度？', ['两个', '三个', '四个'], 'C', '', '一个季度三个月。'),
        row('多选题', '（示例，请改写）下列哪些是偶数？', ['1', '2', '3', '4'], 'BD'),
        row('判断题', '（示例，请改写）一周有七天。', [], '对'),
        row('填空题', '（示例，请改写）一小时有（ ）分钟。多种写法用 | 隔开。', [], '60|六十'),
        row('数值题', '（示例，请改写）圆周率约为多少？', [], '3.14', '0.01'),
        row('匹配题', '（示例，请改写）把国家与首都对应起来。', ['中国 → 北京', '法国 → 巴黎', '→ 伦敦'], ''),
      ]
    : [
        header,
        row(
          'Single choice',
          '(Example, write over it) How many quarters has a year?',
          ['Two', 'Three', 'Four'],
          'C',
          '',
          'A quarter has three months.',
        ),
        row('Multiple answers', '(Example, write over it) Which of these are even?', ['1', '2', '3', '4'], 'BD'),
        row('True or false', '(Example, write over it) A week has seven days.', [], 'true'),
        row(
          'Fill in',
          '(Example, write over it) An hour has ( ) minutes. Several forms are parted by |.',
          [],
          '60|sixty',
        ),
        row('Number', '(Example, write over it) What is pi, about?', [], '3.14', '0.01'),
        row(
          'Matching',
          '(Example, write over it) Match countries and capitals.',
          ['China → Beijing', 'France → Paris', '→ London'],
          '',
        ),
      ]
}
