import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '@dangjian/domain/access'
import type { Texts } from './catalogue.ts'
import { rememberedLanguage } from './language.ts'

/** `count_one` and `count_other` are asked for as `count`. */
type Bare<K extends string> = K extends `${infer B}_one` | `${infer B}_other` ? B : K
type KeyOf<T> = {
  [K in keyof T & string]: T[K] extends string ? Bare<K> : `${K}.${KeyOf<T[K]>}`
}[keyof T & string]

/** Says a phrase: `t('plan.title')`, `t('plan.clauses', { count: 3 })`. A key that does not exist does not compile. */
export type Say<T> = (key: KeyOf<T>, values?: object) => string

/** Makes the phrases of an app known, by namespace; called once, before anything is drawn. */
export function startTexts(catalogues: Readonly<Record<string, Readonly<Record<Language, Texts>>>>): void {
  const resourcesIn = (language: Language) =>
    Object.fromEntries(Object.entries(catalogues).map(([namespace, texts]) => [namespace, texts[language]]))
  void i18next.use(initReactI18next).init({
    resources: { 'zh-CN': resourcesIn('zh-CN'), en: resourcesIn('en') },
    lng: rememberedLanguage(),
    fallbackLng: 'zh-CN',
    defaultNS: 'door',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
}

/** Makes phrases known that come with the pages that say them, so that nobody else downloads them. */
export function addTexts(namespace: string, texts: Readonly<Record<Language, Texts>>): void {
  for (const language of ['zh-CN', 'en'] as const) i18next.addResourceBundle(language, namespace, texts[language])
}

/** The phrases of a namespace in the language of the page. */
export function useTextsIn<T>(namespace: string): Say<T> {
  return useTranslation(namespace).t as unknown as Say<T>
}
