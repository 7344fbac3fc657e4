import type { Wording } from '../access/words.ts'
import type { LessonKind } from './lesson.ts'
import type { QuestionKind } from './question.ts'

export const lessonKindWords: Wording<LessonKind> = {
  'zh-CN': { text: '图文', video: '视频', audio: '音频', pdf: 'PDF 文档', quiz: '测验' },
  en: { text: 'Text', video: 'Video', audio: 'Audio', pdf: 'PDF', quiz: 'Quiz' },
}

export const questionKindWords: Wording<QuestionKind> = {
  'zh-CN': {
    single: '单选题',
    multiple: '多选题',
    judgement: '判断题',
    blank: '填空题',
    numerical: '数值题',
    matching: '匹配题',
  },
  en: {
    single: 'Single choice',
    multiple: 'Multiple answers',
    judgement: 'True or false',
    blank: 'Fill in',
    numerical: 'Number',
    matching: 'Matching',
  },
}
