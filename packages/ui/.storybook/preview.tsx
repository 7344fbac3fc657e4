import type { Preview } from '@storybook/react-vite'
import { UiProvider } from '../src/ui-provider.tsx'
import { uiWords, type UiLanguage } from '../src/ui-words.tsx'

const preview: Preview = {
  globalTypes: {
    scheme: {
      toolbar: { title: '外观', icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true },
    },
    language: {
      toolbar: { title: '语言', icon: 'globe', items: ['zh-CN', 'en'], dynamicTitle: true },
    },
    density: {
      toolbar: { title: '疏密', icon: 'component', items: ['dense', 'airy'], dynamicTitle: true },
    },
  },
  initialGlobals: { scheme: 'light', language: 'zh-CN', density: 'dense' },
  parameters: { layout: 'padded', a11y: { test: 'error' }, controls: { disable: true } },
  decorators: [
    (Story, { globals, parameters }) => {
      const language: UiLanguage = globals.language === 'en' ? 'en' : 'zh-CN'
      return (
        <UiProvider
          language={language}
          words={uiWords[language]}
          density={globals.density === 'airy' ? 'airy' : 'dense'}
          forceColorScheme={globals.scheme === 'dark' ? 'dark' : 'light'}
        >
          {parameters.ownMain === true ? (
            <Story />
          ) : (
            <main>
              <Story />
            </main>
          )}
        </UiProvider>
      )
    },
  ],
}

export default preview
