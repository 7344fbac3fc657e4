import { addTexts, useTextsIn, type Say } from '@dangjian/door/texts'
import { bankImportTexts } from './bank-import-texts.ts'
import { bankQuestionTexts } from './bank-question-texts.ts'
import { bankTexts } from './bank-texts.ts'
import { studioCoursesTexts } from './studio-courses-texts.ts'
import { studioLessonTexts } from './studio-lesson-texts.ts'
import { studioPublishTexts } from './studio-publish-texts.ts'

/** One catalogue a screen, together one vocabulary. */
const studioTexts = {
  'zh-CN': {
    ...studioCoursesTexts['zh-CN'],
    ...studioLessonTexts['zh-CN'],
    ...studioPublishTexts['zh-CN'],
    ...bankTexts['zh-CN'],
    ...bankQuestionTexts['zh-CN'],
    ...bankImportTexts['zh-CN'],
  },
  en: {
    ...studioCoursesTexts.en,
    ...studioLessonTexts.en,
    ...studioPublishTexts.en,
    ...bankTexts.en,
    ...bankQuestionTexts.en,
    ...bankImportTexts.en,
  },
}

addTexts('studio', studioTexts)

/** The studio's phrases: they come with its pages, so that learners never download them. */
export function useStudioTexts(): Say<(typeof studioTexts)['zh-CN']> {
  return useTextsIn('studio')
}
