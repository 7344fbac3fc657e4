import { createContext, useContext } from 'react'
import { uiWords, type UiLanguage, type UiWords } from './ui-words.tsx'

export interface UiSettings {
  readonly language: UiLanguage
  readonly words: UiWords
}

const Settings = createContext<UiSettings>({ language: 'zh-CN', words: uiWords['zh-CN'] })

export const UiSettingsProvider = Settings.Provider

/** The kit's language and strings. */
export function useUi(): UiSettings {
  return useContext(Settings)
}
