import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { uiWords, type UiLanguage, type UiWords } from '@dangjian/ui/ui-words'
import { accessTexts } from '../access/texts.ts'
import { frameTexts } from './frame-texts.ts'

/** The table of contents of all phrases, by wing. */
const catalogues = {
  frame: frameTexts,
  access: accessTexts,
}

type Catalogues = typeof catalogues
export type Wing = keyof Catalogues

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame'
    returnNull: false
    resources: { [W in Wing]: Catalogues[W]['zh-CN'] }
  }
}

const LANGUAGE_KEY = 'dangjian-language'

function rememberedLanguage(): UiLanguage {
  try {
    const kept = localStorage.getItem(LANGUAGE_KEY)
    if (kept === 'zh-CN' || kept === 'en') return kept
  } catch {
    // A browser that keeps nothing starts in Chinese.
  }
  return 'zh-CN'
}

function resourcesIn(language: UiLanguage) {
  return Object.fromEntries(Object.entries(catalogues).map(([wing, texts]) => [wing, texts[language]]))
}

void i18next.use(initReactI18next).init({
  resources: { 'zh-CN': resourcesIn('zh-CN'), en: resourcesIn('en') },
  lng: rememberedLanguage(),
  fallbackLng: 'zh-CN',
  defaultNS: 'frame',
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
})

/** The phrases of a wing: `const t = useTexts('tasks')`, then `t('plan.title')` or `t('plan.clauses', { count: 3 })`. */
export function useTexts<W extends Wing>(wing: W) {
  return useTranslation(wing).t
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
