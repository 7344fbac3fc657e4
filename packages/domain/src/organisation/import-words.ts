import type { Wording } from '../access/words.ts'
import type { SocietyColumn, SocietyRowFault } from './import-society.ts'

export const societyRowFaultWords: Wording<SocietyRowFault> = {
  'zh-CN': {
    'code-missing': '缺少编码，请补填',
    'code-doubled': '编码与第 {other} 行重复，请改正其中一行',
    'code-unknown': '编码“{other}”的写法无法识别，应为字母加序号，如 A-01',
    'name-missing': '缺少名称，请补填',
    'name-doubled': '名称与第 {other} 行相同，请确认是否重复登记',
    'name-has-other-code': '此名称已登记，编码是 {other}；请核对编码',
    'name-too-long': '名称超过 100 字，请核对',
    'category-unknown': '类别“{other}”无法识别，应为理科、工科、农科、医科或交叉学科',
    'cell-is-formula': '单元格内是公式，请改为文字',
  },
  en: {
    'code-missing': 'The code is missing; fill it in',
    'code-doubled': 'The code stands in line {other} as well; correct one of the two',
    'code-unknown': 'The code "{other}" is not written as codes are: letters and a number, such as A-01',
    'name-missing': 'The name is missing; fill it in',
    'name-doubled': 'The same name stands in line {other}; check whether it is entered twice',
    'name-has-other-code': 'This name is registered under the code {other}; check the code',
    'name-too-long': 'The name has more than 100 characters; check it',
    'category-unknown':
      'The category "{other}" is not known: science, engineering, agriculture, medicine or interdisciplinary',
    'cell-is-formula': 'The cell holds a formula; enter plain text',
  },
}

export const societyColumnWords: Wording<SocietyColumn> = {
  'zh-CN': { code: '编码', name: '名称', category: '类别', seq: '序号', parent: '上级' },
  en: { code: 'Code', name: 'Name', category: 'Category', seq: 'Number', parent: 'Parent' },
}
