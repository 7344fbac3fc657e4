import type { Language, Wording } from '../access/words.ts'
import { letterOf } from './question-fault.ts'
import type { QuestionAsked, QuestionOption, Response } from './question.ts'

export const judgementWords: Wording<'true' | 'false'> = {
  'zh-CN': { true: '对', false: '错' },
  en: { true: 'True', false: 'False' },
}

/** An answer as its learner gave it: options by letter and text in the order of their paper, pairs by both texts. */
export function responseWords(asked: QuestionAsked, response: Response, language: Language): string {
  if (response === null) return ''
  if ('judged' in response) return judgementWords[language][`${response.judged}`]
  if ('written' in response) return response.written
  const apart = language === 'en' ? '; ' : '；'
  if ('chosen' in response) {
    const options = 'options' in asked ? asked.options : []
    return options
      .flatMap(({ key, text }, place) => (response.chosen.includes(key) ? [`${letterOf(place)} ${text}`] : []))
      .join(apart)
  }
  const { matched } = response
  const [premises, choices]: QuestionOption[][] = 'premises' in asked ? [asked.premises, asked.choices] : [[], []]
  return (premises ?? [])
    .flatMap(({ key, text }) => {
      const choice = choices?.find((each) => each.key === matched[key])
      return choice ? [`${text} — ${choice.text}`] : []
    })
    .join(apart)
}
