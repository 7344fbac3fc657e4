/**
 * The colours and measures of the house, as data: the theme, charts and tests read them from here.
 * Text colours reach at least 4.5:1 on the surface they are meant for, in both schemes.
 */

/** Deep red, for identity and the one primary act of a page. Shade 7 is the light scheme's, 4 and 6 the dark one's. */
export const red = [
  '#FBF1F0',
  '#F6DFDD',
  '#ECBDB9',
  '#E39C96',
  '#DD827B',
  '#C04F4A',
  '#AE3531',
  '#9C1F20',
  '#86171A',
  '#6E1014',
] as const

/** Warm greys on white. */
export const gray = [
  '#FAF9F7',
  '#F4F2EF',
  '#E9E6E1',
  '#DAD6D0',
  '#C4BFB7',
  '#948D83',
  '#645E56',
  '#4C4740',
  '#37332E',
  '#25221F',
] as const

/** Warm greys of the dark scheme: 0 is text, 7 the page. */
export const dark = [
  '#DDD9D3',
  '#C4BFB8',
  '#ABA59D',
  '#7C766F',
  '#4C4742',
  '#3B3733',
  '#2C2926',
  '#1F1D1B',
  '#181715',
  '#111010',
] as const

/** A hairline, never a surface. */
export const gold = { light: '#B68D40', dark: '#A8853F' } as const

const chineseFonts =
  '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC"'
const latinFonts = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial'

/**
 * Quotation marks, dashes and dots are the same characters in both languages: whichever font comes first draws them,
 * as wide as a Chinese character or as narrow as a Latin one.
 */
export const fontFamily = {
  'zh-CN': `${chineseFonts}, system-ui, sans-serif`,
  en: `${latinFonts}, ${chineseFonts}, system-ui, sans-serif`,
} as const

export const fontFamilyMonospace =
  'ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono CJK SC", "PingFang SC", monospace'

/** What a state means to the person reading it. Every tone has a colour and a shape besides the word. */
export type Tone = 'neutral' | 'active' | 'attention' | 'bad' | 'good' | 'closed'

export const tones = ['neutral', 'active', 'attention', 'bad', 'good', 'closed'] as const satisfies readonly Tone[]

/** Text and surface of each tone. */
export const toneColours: Readonly<
  Record<
    'light' | 'dark',
    Readonly<Record<Tone, { readonly text: string; readonly surface: string; readonly mark: string }>>
  >
> = {
  light: {
    neutral: { text: '#4C4740', surface: '#F4F2EF', mark: '#7D766C' },
    active: { text: '#1D4F86', surface: '#EAF1F8', mark: '#2F6DAE' },
    attention: { text: '#7A4A00', surface: '#FBF1DC', mark: '#B87508' },
    bad: { text: '#93201F', surface: '#FBECEA', mark: '#B5302C' },
    good: { text: '#1F5B3A', surface: '#E8F3EC', mark: '#2F8256' },
    closed: { text: '#5A544C', surface: '#EFEDE9', mark: '#948D83' },
  },
  dark: {
    neutral: { text: '#C4BFB8', surface: '#2C2926', mark: '#8C867E' },
    active: { text: '#9CC4EE', surface: '#1D2B3A', mark: '#5E9AD6' },
    attention: { text: '#EBC17A', surface: '#352A15', mark: '#D29A3A' },
    bad: { text: '#F0A39D', surface: '#3B1F1D', mark: '#DD6B64' },
    good: { text: '#93D0AE', surface: '#1A2F24', mark: '#55A97D' },
    closed: { text: '#ABA59D', surface: '#262422', mark: '#6F6962' },
  },
}

/** Series of a chart, in order; told apart by lightness as well as by hue. */
export const chartColours = {
  light: ['#9C1F20', '#2F6DAE', '#B68D40', '#2F8256', '#6D5B97', '#7D766C'],
  dark: ['#DD827B', '#7FB2E5', '#D2AE66', '#6FBF95', '#A99BD0', '#ABA59D'],
} as const

/** Widths: the reading measure holds 34 to 38 Chinese characters. */
export const measure = { reading: '38em', page: '90rem', rail: 232, header: 56 } as const
