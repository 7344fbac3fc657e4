import { addTexts, useTextsIn, type Say } from '@dangjian/door/texts'
import { courseTexts } from './course-texts.ts'
import { examTexts } from './exam-texts.ts'
import { homeTexts } from './home-texts.ts'
import { lessonTexts } from './lesson-texts.ts'
import { meTexts } from './me-texts.ts'

/** One catalogue a screen, together one vocabulary. */
const learningTexts = {
  'zh-CN': {
    ...homeTexts['zh-CN'],
    ...courseTexts['zh-CN'],
    ...lessonTexts['zh-CN'],
    ...examTexts['zh-CN'],
    ...meTexts['zh-CN'],
  },
  en: {
    ...homeTexts.en,
    ...courseTexts.en,
    ...lessonTexts.en,
    ...examTexts.en,
    ...meTexts.en,
  },
}

addTexts('learning', learningTexts)

/** The phrases of learning; they come with its pages. */
export function useLearningTexts(): Say<(typeof learningTexts)['zh-CN']> {
  return useTextsIn('learning')
}
