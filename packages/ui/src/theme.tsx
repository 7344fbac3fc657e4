import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import type { UiLanguage, UiWords } from './ui-words.tsx'
import { dark, fontFamily, fontFamilyMonospace, gold, gray, measure, red, toneColours, tones } from './tokens.ts'

/** Dense for people who work at it all day, airy for people who read on a phone. */
export type Density = 'dense' | 'airy'

const tuple = (shades: readonly string[]) => shades as unknown as MantineColorsTuple

export function themeFor(density: Density, language: UiLanguage, words: UiWords) {
  const closeButtonProps = { 'aria-label': words.close }
  // Their header is no banner of the page.
  const attributes = { header: { role: 'presentation' } }
  const control = { defaultProps: { size: density === 'dense' ? 'sm' : 'md' } }
  return createTheme({
    primaryColor: 'red',
    primaryShade: { light: 7, dark: 6 },
    colors: { red: tuple(red), gray: tuple(gray), dark: tuple(dark) },
    white: '#FFFFFF',
    black: gray[9],
    fontFamily: fontFamily[language],
    fontFamilyMonospace,
    headings: {
      fontFamily: fontFamily[language],
      fontWeight: '600',
      textWrap: 'pretty',
      sizes: {
        h1: { fontSize: density === 'dense' ? '1.5rem' : '1.625rem', lineHeight: '1.4' },
        h2: { fontSize: '1.25rem', lineHeight: '1.45' },
        h3: { fontSize: '1.125rem', lineHeight: '1.5' },
        h4: { fontSize: '1rem', lineHeight: '1.6' },
        h5: { fontSize: '0.9375rem', lineHeight: '1.6' },
        h6: { fontSize: '0.875rem', lineHeight: '1.6' },
      },
    },
    fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
    lineHeights: { xs: '1.5', sm: '1.6', md: '1.7', lg: '1.7', xl: '1.6' },
    radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
    defaultRadius: 'md',
    respectReducedMotion: true,
    cursorType: 'pointer',
    focusRing: 'auto',
    components: {
      Button: control,
      TextInput: control,
      PasswordInput: {
        defaultProps: { ...control.defaultProps, visibilityToggleButtonProps: { 'aria-label': words.showPassword } },
      },
      NumberInput: control,
      Textarea: { defaultProps: { size: control.defaultProps.size, autosize: true, minRows: 3 } },
      Select: control,
      MultiSelect: control,
      Autocomplete: control,
      TagsInput: control,
      Checkbox: control,
      Radio: control,
      Switch: control,
      SegmentedControl: control,
      DatePickerInput: control,
      DateInput: control,
      Modal: {
        defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 }, closeButtonProps, attributes },
        styles: { title: { lineHeight: 1.4 } },
      },
      Drawer: { defaultProps: { closeButtonProps, attributes } },
      Notification: { defaultProps: { closeButtonProps } },
      Tooltip: {
        defaultProps: { withArrow: true, multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } },
      },
      // The first item has the focus as the menu opens: the kit's own place for it is no item, which a menu may not hold.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
      Anchor: { defaultProps: { underline: 'hover' } },
      Paper: { defaultProps: { radius: 'lg' } },
      Card: { defaultProps: { radius: 'lg', withBorder: true, padding: 'lg' } },
    },
  })
}

function toneVariables(scheme: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries(
    tones.flatMap((tone) => {
      const { text, surface, mark } = toneColours[scheme][tone]
      return [
        [`--tone-${tone}-text`, text],
        [`--tone-${tone}-surface`, surface],
        [`--tone-${tone}-mark`, mark],
      ]
    }),
  )
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--measure-reading': measure.reading,
    '--measure-page': measure.page,
  },
  light: {
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-anchor': red[7],
    '--mantine-color-error': red[6],
    '--surface-page': '#FFFFFF',
    '--surface-quiet': gray[0],
    '--surface-raised': '#FFFFFF',
    '--line': gray[2],
    '--line-strong': gray[4],
    '--line-gold': gold.light,
    '--identity': red[7],
    '--identity-surface': red[0],
    ...toneVariables('light'),
  },
  dark: {
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-anchor': red[4],
    '--mantine-color-error': red[4],
    '--surface-page': dark[7],
    '--surface-quiet': dark[8],
    '--surface-raised': dark[6],
    '--line': dark[5],
    '--line-strong': dark[3],
    '--line-gold': gold.dark,
    '--identity': red[4],
    '--identity-surface': '#33201F',
    ...toneVariables('dark'),
  },
})
