import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { uiWords, type UiLanguage, type UiWords } from '@dangjian/ui/ui-words'

const LANGUAGE_KEY = 'dangjian-language'

export function rememberedLanguage(): UiLanguage {
  try {
    const kept = localStorage.getItem(LANGUAGE_KEY)
    if (kept === 'zh-CN' || kept === 'en') return kept
  } catch {
    // A browser that keeps nothing starts in Chinese.
  }
  return 'zh-CN'
}

/** The language of the page, the kit's strings in it, and how to change it. */
export function useLanguage(): { language: UiLanguage; words: UiWords; change: (language: UiLanguage) => void } {
  const { i18n } = useTranslation()
  const language: UiLanguage = i18n.language === 'en' ? 'en' : 'zh-CN'
  return { language, words: uiWords[language], change: changeLanguage }
}

function changeLanguage(language: UiLanguage): void {
  void i18next.changeLanguage(language)
  try {
    localStorage.setItem(LANGUAGE_KEY, language)
  } catch {
    // Nothing kept: the choice lasts as long as the page.
  }
}
