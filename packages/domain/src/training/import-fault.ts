import type { Wording } from '../access/words.ts'

/** What keeps a reader from taking a question out of a file. `line` counts in the file. */
export type ImportFaultKind =
  | 'fields-unreadable'
  | 'question-too-large'
  | 'answer-unwritten'
  | 'answer-braces-empty'
  | 'brace-unclosed'
  | 'brace-unopened'
  | 'figure-unreadable'
  | 'sign-unexpected'

export const importFaultWords: Wording<ImportFaultKind> = {
  'zh-CN': {
    'fields-unreadable': '这道题的字段缺失或写法不对：{fields}；请对照 JSON 题库的写法改正。',
    'question-too-large': '这道题太长，或选项太多，无法读取；请拆成几道题。',
    'answer-unwritten':
      '第 {line} 行起的题没有写答案；请在题干后加花括号，如 {=正确 ~错误}。说明文字不用导入，请删去。',
    'answer-braces-empty':
      '第 {line} 行的花括号里没有答案，请填写，如 {=正确 ~错误}；需要人工批改的论述题暂不能放入题库。',
    'brace-unclosed': '第 {line} 行的题缺少右花括号，请在答案末尾补上“}”。',
    'brace-unopened': '第 {line} 行的“}”前面没有对应的“{”，请补上；如是文字，请写成“\\}”。',
    'figure-unreadable': '第 {line} 行的“{#”后面应为数字，请改为如 {#12:0.5}，冒号后是允许的误差。',
    'sign-unexpected': '第 {line} 行的“{sign}”放在这里读不懂；如是文字，请在前面加反斜杠“\\”，否则请核对答案的写法。',
  },
  en: {
    'fields-unreadable':
      'Fields of this question are missing or not as they should be: {fields}; write them as a JSON bank does.',
    'question-too-large': 'This question is too long or has too many options to be read; divide it.',
    'answer-unwritten':
      'The question from line {line} on gives no answer; add one in braces, as {=right ~wrong}. Delete what only explains.',
    'answer-braces-empty':
      'No answer is given in the braces in line {line}; fill them in, as {=right ~wrong}. Essays marked by people have no place in a bank yet.',
    'brace-unclosed': 'The question in line {line} lacks its closing brace; add “}” after the answer.',
    'brace-unopened': 'The “}” in line {line} has no “{” before it; add one, or write “\\}” if it is text.',
    'figure-unreadable':
      'A number must follow “{#” in line {line}, as {#12:0.5}; the tolerance stands after the colon.',
    'sign-unexpected':
      'The “{sign}” in line {line} cannot be read there; put a backslash before it if it is text, else check how the answer is written.',
  },
}
