import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { useEffect, useMemo, type ReactNode } from 'react'
import './styles.css'
import { Notices } from './notify.tsx'
import { cssVariablesResolver, themeFor, type Density } from './theme.tsx'
import { UiSettingsProvider } from './ui-context.tsx'
import type { UiLanguage, UiWords } from './ui-words.tsx'

/** The same key as in `public/color-scheme.js`, which sets the scheme before the first paint. */
const colorSchemeManager = localStorageColorSchemeManager({ key: 'dangjian-color-scheme' })

export interface UiProviderProps {
  readonly language: UiLanguage
  /** The strings of the kit: `uiWords[language]`, or an app's own. */
  readonly words: UiWords
  readonly density: Density
  /** Stories and tests hold one scheme fast. */
  readonly forceColorScheme?: 'light' | 'dark'
  readonly children: ReactNode
}

/** Theme, scheme and notifications: stands once around each door. */
export function UiProvider({ language, words, density, forceColorScheme, children }: UiProviderProps) {
  const theme = useMemo(() => themeFor(density, language, words), [density, language, words])
  const settings = useMemo(() => ({ language, words }), [language, words])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <UiSettingsProvider value={settings}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
        {...(forceColorScheme ? { forceColorScheme } : {})}
      >
        {children}
        <Notices />
      </MantineProvider>
    </UiSettingsProvider>
  )
}
