import { useCallback } from 'react'
import { fillWords, requestRefusalWords, type Detail, type Wording } from '@dangjian/domain/access'
import { formatDate, formatInstant } from '@dangjian/ui/date-format'
import { isApiError } from './api.ts'
import { useDoorTexts } from './door-texts.ts'
import { useLanguage } from './language.ts'

/** The words of the field: `const word = useWord()`, then `word(unitStateWords, unit.state)`. */
export function useWord() {
  const { language } = useLanguage()
  return useCallback(
    <K extends string>(wording: Wording<K>, term: K, detail?: Detail): string =>
      fillWords(wording[language][term], detail),
    [language],
  )
}

/** Refusals that any page may meet. */
const everywhere: readonly Wording<string>[] = [requestRefusalWords]

/**
 * What to say about something that did not work: a rule's refusal in its own words, a lost line, a missing right.
 * Give it the wordings of the refusals that the page's own commands know:
 * `const sayWhy = useRefusalWords(taskRefusalWords)`, then `sayWhy(mutation.error)`.
 */
export function useRefusalWords(...wordings: readonly Wording<string>[]) {
  const { language } = useLanguage()
  const t = useDoorTexts()
  return (error: unknown): string => {
    if (!isApiError(error) || !error.data) return t('trouble.network')
    const { refusal, detail, code } = error.data
    if (refusal) {
      for (const wording of [...wordings, ...everywhere]) {
        const sentence = wording[language][refusal]
        if (sentence) return fillWords(sentence, readable(detail ?? {}, language))
      }
    }
    if (code === 'FORBIDDEN') return t('own.forbidden')
    if (code === 'NOT_FOUND') return t('trouble.notFound')
    if (code === 'BAD_REQUEST') return t('trouble.invalid')
    return t('trouble.internal')
  }
}

/** The refusal's name, for putting its words beside the field it concerns. */
export function refusalOf(error: unknown): string | null {
  return isApiError(error) ? (error.data?.refusal ?? null) : null
}

/** Dates and instants among the figures become what a person reads. */
function readable(detail: Detail, language: 'zh-CN' | 'en'): Detail {
  return Object.fromEntries(
    Object.entries(detail).map(([key, value]) => {
      if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return [key, formatDate(value, language)]
      if (typeof value === 'number' && key === 'at') return [key, formatInstant(value, language)]
      return [key, value]
    }),
  )
}
