import type { Wording } from '../access/words.ts'
import type { CourseChangeKind } from './course-difference.ts'
import type { CourseState } from './course.ts'
import { importFaultWords } from './import-fault.ts'
import type { CourseGapKind, PublishCourseRefusal } from './publish-course.ts'
import type { QuestionFaultKind } from './question-fault.ts'

export const courseStateWords: Wording<CourseState> = {
  'zh-CN': { draft: '草稿', published: '已发布', withdrawn: '已下架' },
  en: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' },
}

/** 1 easy to 5 hard, as the trainer estimates. */
export const difficultyWords: Wording<'1' | '2' | '3' | '4' | '5'> = {
  'zh-CN': { '1': '易', '2': '较易', '3': '中', '4': '较难', '5': '难' },
  en: { '1': 'Easy', '2': 'Rather easy', '3': 'Medium', '4': 'Rather hard', '5': 'Hard' },
}

export const questionStateWords: Wording<'active' | 'retired'> = {
  'zh-CN': { active: '使用中', retired: '已停用' },
  en: { active: 'In use', retired: 'Retired' },
}

/** What a course lacks: each sentence says where, and what to do. */
export const courseGapWords: Wording<CourseGapKind> = {
  'zh-CN': {
    'hours-missing': '还没有填写学时，请填写完成本课程可得的学时。',
    'section-missing': '还没有章节，请先添加一章。',
    'section-title-missing': '第 {title} 章没有标题，请填写。',
    'lesson-missing': '“{title}”一章没有课时，请添加课时或删去这一章。',
    'lesson-title-missing': '课时 {title} 没有标题，请填写。',
    'text-missing': '“{title}”还没有正文，请撰写内容。',
    'file-missing': '“{title}”还没有上传文件，请上传。',
    'length-missing': '“{title}”没有读出时长或页数，请重新上传文件。',
    'questions-missing': '“{title}”还没有试题，请添加。',
    'question-retired': '“{title}”用到 {count} 道已停用的试题，请更换。',
    'question-unknown': '“{title}”用到的试题已不存在，请更换。',
    'question-doubled': '“{title}”里有试题重复，请删去一道。',
    'bank-too-small': '“{title}”要抽 {wanted} 道题，题库里符合条件的只有 {available} 道；请减少抽题数或补充试题。',
    'required-missing': '没有一个必修课时，学员一进来就算学完；请至少把一个课时设为必修。',
  },
  en: {
    'hours-missing': 'The credit hours are not set; enter what completing the course is worth.',
    'section-missing': 'There is no section yet; add one.',
    'section-title-missing': 'Section {title} has no title; enter one.',
    'lesson-missing': 'Section "{title}" has no lesson; add one or remove the section.',
    'lesson-title-missing': 'Lesson {title} has no title; enter one.',
    'text-missing': '"{title}" has no text yet; write it.',
    'file-missing': '"{title}" has no file yet; upload it.',
    'length-missing': 'The length of "{title}" could not be read; upload the file again.',
    'questions-missing': '"{title}" has no questions yet; add some.',
    'question-retired': '"{title}" uses {count} retired questions; replace them.',
    'question-unknown': '"{title}" uses a question that is gone; replace it.',
    'question-doubled': '"{title}" has a question twice; remove one.',
    'bank-too-small':
      '"{title}" draws {wanted} questions and the bank has {available} that fit; draw fewer or add questions.',
    'required-missing': 'No lesson is required, so everybody would be done at once; require one at least.',
  },
}

export const courseChangeWords: Wording<CourseChangeKind> = {
  'zh-CN': {
    'course-retitled': '课程名称由“{from}”改为“{to}”',
    'summary-changed': '课程简介有修改',
    'audience-changed': '面向对象由“{from}”改为“{to}”',
    'hours-changed': '学时由 {from} 改为 {to}',
    'section-added': '新增章“{title}”',
    'section-removed': '删去章“{title}”',
    'section-retitled': '章“{from}”改名为“{to}”',
    'section-moved': '章“{title}”调整了顺序',
    'lesson-added': '新增课时“{title}”',
    'lesson-removed': '删去课时“{title}”',
    'lesson-retitled': '课时“{from}”改名为“{to}”',
    'lesson-moved': '课时“{title}”调整了位置',
    'lesson-now-required': '“{title}”改为必修',
    'lesson-now-optional': '“{title}”改为选修',
    'text-changed': '“{title}”的正文有修改',
    'file-changed': '“{title}”换了文件',
    'needed-share-changed': '“{title}”须学完的比例由 {from}% 改为 {to}%',
    'transcript-changed': '“{title}”的文字稿有修改',
    'questions-changed': '“{title}”的试题有修改',
    'pass-share-changed': '“{title}”的合格线由 {from}% 改为 {to}%',
    'minutes-changed': '“{title}”的限时由 {from} 分钟改为 {to} 分钟',
    'attempts-changed': '“{title}”的作答次数由 {from} 次改为 {to} 次',
    'shuffling-changed': '“{title}”的试题排列方式有修改',
    'explaining-changed': '“{title}”交卷后是否显示解析有修改',
  },
  en: {
    'course-retitled': 'The course is called "{to}" instead of "{from}"',
    'summary-changed': 'The summary has changed',
    'audience-changed': 'Meant for "{to}" instead of "{from}"',
    'hours-changed': '{to} credit hours instead of {from}',
    'section-added': 'New section "{title}"',
    'section-removed': 'Section "{title}" is gone',
    'section-retitled': 'Section "{from}" is called "{to}"',
    'section-moved': 'Section "{title}" has moved',
    'lesson-added': 'New lesson "{title}"',
    'lesson-removed': 'Lesson "{title}" is gone',
    'lesson-retitled': 'Lesson "{from}" is called "{to}"',
    'lesson-moved': 'Lesson "{title}" has moved',
    'lesson-now-required': '"{title}" is required now',
    'lesson-now-optional': '"{title}" is optional now',
    'text-changed': 'The text of "{title}" has changed',
    'file-changed': '"{title}" has another file',
    'needed-share-changed': '"{title}" needs {to}% instead of {from}%',
    'transcript-changed': 'The transcript of "{title}" has changed',
    'questions-changed': 'The questions of "{title}" have changed',
    'pass-share-changed': '"{title}" is passed with {to}% instead of {from}%',
    'minutes-changed': '"{title}" has {to} minutes instead of {from}',
    'attempts-changed': '"{title}" has {to} attempts instead of {from}',
    'shuffling-changed': 'The order of the questions of "{title}" has changed',
    'explaining-changed': 'Whether "{title}" shows explanations has changed',
  },
}

export const questionFaultWords: Wording<QuestionFaultKind> = {
  'zh-CN': {
    ...importFaultWords['zh-CN'],
    'kind-missing': '没有题型，请选择一种题型。',
    'kind-unknown': '不认识题型“{kind}”，请改为单选题、多选题、判断题、填空题、数值题或匹配题。',
    'template-example': '这是模板里的示例，请改写或删去。',
    'cell-is-formula': "“{column}”是公式，请改为文字；如确为文字，请在前面加一个单引号（'）。",
    'stem-missing': '没有题干，请填写。',
    'text-too-long': '有 {length} 个字，最多 {limit} 个，请缩短。',
    'options-too-few': '至少要有两个选项，请补充。',
    'options-too-many': '最多 {limit} 项，请减少。',
    'option-empty': '选项 {option} 没有内容，请填写或删去。',
    'option-doubled': '选项 {option} 与选项 {other} 内容相同，请修改。',
    'option-key-doubled': '选项代号“{key}”重复，请修改。',
    'right-missing': '没有正确答案，请填写。',
    'right-several': '这一题型只能有一个正确答案，现在有 {count} 个；请只留一个或改为多选题。',
    'right-not-an-option': '正确答案“{key}”不在选项里，请修改。',
    'right-doubled': '正确答案“{key}”写了两次，请删去一个。',
    'right-not-a-judgement': '判断题的答案应为“对”或“错”，现在是“{value}”。',
    'right-not-a-figure': '数值题的答案应为数字，现在是“{value}”。',
    'tolerance-not-a-figure': '允许的误差应为不小于 0 的数字，现在是“{value}”。',
    'pairs-too-few': '匹配题至少要有两对，且右边至少有两个不同的内容。',
    'pair-incomplete': '第 {pair} 对缺右边的内容，请填写。',
    'premise-doubled': '第 {pair} 对的左边与第 {other} 对相同，请修改。',
    'difficulty-unknown': '难度应为 1 到 5 的整数，现在是“{value}”。',
  },
  en: {
    ...importFaultWords.en,
    'kind-missing': 'There is no kind; choose one.',
    'kind-unknown':
      'The kind "{kind}" is not known; use single choice, multiple answers, true or false, fill in, number or matching.',
    'template-example': 'This is an example of the template; write over it or delete it.',
    'cell-is-formula': '"{column}" is a formula; make it a text, or put an apostrophe (\') before it if it is one.',
    'stem-missing': 'There is no question text; enter it.',
    'text-too-long': 'It has {length} characters, {limit} at most; shorten it.',
    'options-too-few': 'There must be two options at least; add some.',
    'options-too-many': '{limit} at most; remove some.',
    'option-empty': 'Option {option} is empty; fill it in or remove it.',
    'option-doubled': 'Option {option} says the same as option {other}; change one.',
    'option-key-doubled': 'The option key "{key}" stands twice; change one.',
    'right-missing': 'There is no right answer; enter it.',
    'right-several':
      'This kind has one right answer and there are {count}; keep one or make it a question of multiple answers.',
    'right-not-an-option': 'The right answer "{key}" is not among the options; correct it.',
    'right-doubled': 'The right answer "{key}" stands twice; remove one.',
    'right-not-a-judgement': 'The answer must be true or false and is "{value}".',
    'right-not-a-figure': 'The answer must be a figure and is "{value}".',
    'tolerance-not-a-figure': 'The tolerance must be a figure of 0 or more and is "{value}".',
    'pairs-too-few': 'There must be two pairs at least, with two different answers.',
    'pair-incomplete': 'Pair {pair} lacks its right side; fill it in.',
    'premise-doubled': 'The left side of pair {pair} is that of pair {other}; change one.',
    'difficulty-unknown': 'Difficulty is a whole number from 1 to 5 and is "{value}".',
  },
}

/** Why a file is not read as questions. */
export type QuestionFileRefusal =
  | 'question-import-empty'
  | 'question-import-too-large'
  | 'question-import-too-heavy'
  | 'question-import-too-many'
  | 'question-import-unreadable'
  | 'question-import-json-broken'
  | 'question-import-columns-missing'

/** Refusals of the studio and the bank. */
export type TrainingRefusal =
  | PublishCourseRefusal
  | QuestionFileRefusal
  | 'lesson-file-kind'
  | 'question-faulty'
  | 'question-unchanged'
  | 'bank-title-taken'
  | 'question-import-nothing-to-do'

export const trainingRefusalWords: Wording<TrainingRefusal> = {
  'zh-CN': {
    'course-incomplete': '课程还有 {count} 处没有完成，请按清单补齐后再发布。',
    'course-unchanged': '与已发布的版本没有区别，无需再发布。',
    'course-not-published': '课程没有在线版本，无需下架。',
    'lesson-file-kind': '“{title}”的文件不是这种课时要的类型，请重新上传。',
    'question-faulty': '试题还有 {count} 处需要改正，请按提示修改。',
    'question-unchanged': '内容没有变化，无需保存。',
    'bank-title-taken': '已有同名题库，请换一个名称。',
    'question-import-empty': '文件里没有试题，请核对后重新上传。',
    'question-import-too-large': '文件超过 {megabytes} MB，请拆成几个文件导入。',
    'question-import-too-heavy': '文件展开后太大或太复杂，无法读取；请只保留需要的内容，另存为新文件后再上传。',
    'question-import-too-many': '文件里有 {count} 道题，一次最多导入 {limit} 道，请拆成几个文件。',
    'question-import-unreadable':
      '读不懂这个文件。可以导入的有：按模板填写的 xlsx 或 csv 表格、GIFT 文本、JSON 题库；文字请用 UTF-8 或 GB18030 编码。',
    'question-import-json-broken': 'JSON 文件第 {line} 行附近不合格式，请用文本编辑器改正后重新上传。',
    'question-import-columns-missing': '表格缺少这些列：{columns}。请下载模板，照模板的表头填写。',
    'question-import-nothing-to-do': '没有可导入的试题：全部有误或题库中已有。',
  },
  en: {
    'course-incomplete': '{count} things are missing yet; complete them by the list, then publish.',
    'course-unchanged': 'Nothing differs from the published version; there is nothing to publish.',
    'course-not-published': 'The course is not offered; there is nothing to withdraw.',
    'lesson-file-kind': 'The file of "{title}" is not of the kind that this lesson takes; upload another.',
    'question-faulty': '{count} things need correcting; see beside the fields.',
    'question-unchanged': 'Nothing has changed; there is nothing to save.',
    'bank-title-taken': 'There is a bank of this name already; choose another.',
    'question-import-empty': 'There are no questions in the file; check it and upload it again.',
    'question-import-too-large': 'The file is larger than {megabytes} MB; divide it.',
    'question-import-too-heavy':
      'Unpacked, the file is too large or too intricate to be read; keep only what is needed, save it as a new file and upload that.',
    'question-import-too-many': 'The file has {count} questions, {limit} at most at once; divide it.',
    'question-import-unreadable':
      'The file cannot be read. What can be imported: an xlsx or csv table by the template, a GIFT text, a JSON bank; texts in UTF-8 or GB18030.',
    'question-import-json-broken': 'The JSON is broken near line {line}; mend it in a text editor and upload it again.',
    'question-import-columns-missing':
      'The table lacks these columns: {columns}. Download the template and use its header.',
    'question-import-nothing-to-do': 'There is nothing to import: every question is wrong or in the bank already.',
  },
}
