import type { Language } from '@dangjian/domain/access'

interface MyDataWords {
  readonly title: string
  readonly yes: string
  readonly no: string
  readonly right: string
  readonly partly: string
  readonly wrong: string
  readonly readmeName: string
  readonly readme: string
  /** By what they hold: the file's name and its columns. */
  readonly tables: Readonly<Record<MyDataTable, { readonly name: string; readonly columns: readonly string[] }>>
}
export type MyDataTable =
  | 'person'
  | 'units'
  | 'posts'
  | 'enrolments'
  | 'progress'
  | 'attempts'
  | 'answers'
  | 'extraTimes'
  | 'hours'
  | 'certificates'

/** `{time}` and `{list}` are filled in. Lines end as Windows ends them. */
const lines = (...all: readonly string[]): string => all.join('\r\n')

export const myDataWords: Readonly<Record<Language, MyDataWords>> = {
  'zh-CN': {
    title: '我的学习数据',
    yes: '是',
    no: '否',
    right: '对',
    partly: '部分对',
    wrong: '错',
    readmeName: '说明.txt',
    readme: lines(
      '党校分校保存的您本人的全部学习数据，导出于 {time}（北京时间）。',
      '',
      '每张表是一个 CSV 文件，可用电子表格软件打开；data.json 是同样的数据，供程序读取。',
      '文件里没有其他人的数据。作答附有题目和所选内容；正确答案不在其中，对错和得分只在成绩页也显示时才有。',
      '能被当作公式的文字，表里在前面加了一个撇号；data.json 里是原文。',
      '',
      '文件与条数：',
      '{list}',
    ),
    tables: {
      person: { name: '本人', columns: ['姓名', '党员情况', '编号'] },
      units: { name: '所在单位', columns: ['单位', '类型', '编号'] },
      posts: { name: '职务', columns: ['职务', '单位', '单位编号'] },
      enrolments: {
        name: '课程',
        columns: ['课程', '版本', '学时', '开始时间', '最近学习时间', '完成时间', '编号'],
      },
      progress: { name: '进度', columns: ['课程', '课时', '类型', '学到', '已看', '完成时间', '最近学习时间'] },
      attempts: {
        name: '考试',
        columns: [
          '课程',
          '课时',
          '第几次',
          '开始时间',
          '截止时间',
          '交卷时间',
          '交卷方式',
          '得分',
          '满分',
          '通过',
          '编号',
        ],
      },
      answers: {
        name: '作答',
        columns: [
          '课程',
          '课时',
          '第几次',
          '题号',
          '题型',
          '题目',
          '作答',
          '对错',
          '得分',
          '满分',
          '保存时间',
          '考试编号',
        ],
      },
      extraTimes: { name: '延长考试时间', columns: ['课程', '延长', '批准时间'] },
      hours: { name: '学时', columns: ['年度', '来源', '学时', '形式', '事由', '原因', '记录时间', '编号'] },
      certificates: {
        name: '证书',
        columns: ['证书号', '课程', '姓名', '学时', '颁发单位', '颁发日期', '撤销时间', '撤销原因', '编号'],
      },
    },
  },
  en: {
    title: 'My learning data',
    yes: 'yes',
    no: 'no',
    right: 'right',
    partly: 'partly right',
    wrong: 'wrong',
    readmeName: 'README.txt',
    readme: lines(
      'All that the Party school keeps of your learning, exported at {time} (Beijing time).',
      '',
      'Each table is a CSV file for a spreadsheet; data.json holds the same data for programs.',
      'Nothing of anybody else is in here. Answers stand beside what was asked; right answers are left out, and marks are there where the result page shows them too.',
      'Text that a spreadsheet would run as a formula stands behind an apostrophe; data.json has it as it was written.',
      '',
      'Files and how many rows they have:',
      '{list}',
    ),
    tables: {
      person: { name: 'person', columns: ['Name', 'Party membership', 'Id'] },
      units: { name: 'units', columns: ['Unit', 'Kind', 'Id'] },
      posts: { name: 'posts', columns: ['Post', 'Unit', 'Unit id'] },
      enrolments: {
        name: 'courses',
        columns: ['Course', 'Version', 'Hours', 'Begun', 'Last studied', 'Completed', 'Id'],
      },
      progress: {
        name: 'progress',
        columns: ['Course', 'Lesson', 'Kind', 'Got to', 'Seen', 'Done', 'Last studied'],
      },
      attempts: {
        name: 'exams',
        columns: [
          'Course',
          'Lesson',
          'Attempt',
          'Begun',
          'Deadline',
          'Handed in',
          'How it was closed',
          'Marks',
          'Out of',
          'Passed',
          'Id',
        ],
      },
      answers: {
        name: 'answers',
        columns: [
          'Course',
          'Lesson',
          'Attempt',
          'Number',
          'Kind',
          'Question',
          'Answer',
          'Right',
          'Marks',
          'Out of',
          'Saved',
          'Exam id',
        ],
      },
      extraTimes: { name: 'extra-time', columns: ['Course', 'Extra time', 'Granted'] },
      hours: { name: 'hours', columns: ['Year', 'Source', 'Hours', 'Form', 'Reason', 'Note', 'Entered', 'Id'] },
      certificates: {
        name: 'certificates',
        columns: ['Number', 'Course', 'Name', 'Hours', 'Issued by', 'Issued on', 'Revoked', 'Why revoked', 'Id'],
      },
    },
  },
}
