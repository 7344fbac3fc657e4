import type { ChartWithTableProps } from './chart-with-table.tsx'

/** How the drawing is laid out in the room there is. */
export interface ChartRoom {
  readonly lying: boolean
  /** How wide a name may be before it breaks; null on an axis that needs not name every place, as one of time. */
  readonly nameWidth: number | null
  readonly height: number
  /** Lines of the legend over the drawing. */
  readonly legendLines: number
}

export const NAME_LINE = 15
/** Four Chinese characters: a name broken into less than that is hard to read. */
const LEAST_NAME = 48
const BETWEEN = 10
/** What the figures of the other axis and the edges take. */
const MARGIN = 64
const HEIGHT = 280
/** Beside bars that lie, names have up to this share of the width, and no more than twelve characters. */
const SHARE = 0.38
const MOST_NAME = 156
/** A sign of the legend, and what is left between two of its names. */
const MARK = 29
export const LEGEND_LINE = 20

/** Every bar has its name: where names have no room under the bars, the bars lie down and the chart grows. */
export function roomFor(
  {
    kind,
    lying = false,
    categories,
    series,
    height = HEIGHT,
  }: Pick<ChartWithTableProps, 'kind' | 'lying' | 'categories' | 'series' | 'height'>,
  width: number,
): ChartRoom {
  const legendLines =
    series.length > 1
      ? linesOf(
          series.map(({ label }) => widthOf(label) + MARK),
          width,
        )
      : 0
  if (kind === 'ring' || kind === 'line') return { lying, nameWidth: null, height, legendLines }
  const each = (width - MARGIN) / Math.max(1, categories.length) - BETWEEN
  const longest = Math.max(0, ...categories.map(widthOf))
  if (!lying && (kind === 'heat' || each >= Math.min(LEAST_NAME, longest)))
    return { lying, nameWidth: Math.max(each, 24), height, legendLines }
  const nameWidth = Math.min(MOST_NAME, width * SHARE)
  const lines = categories.map((name) => Math.max(2, Math.ceil(widthOf(name) / nameWidth)))
  const needed = MARGIN + legendLines * LEGEND_LINE + lines.reduce((sum, each) => sum + each * NAME_LINE + 4, 0)
  return { lying: true, nameWidth, height: Math.max(height, needed), legendLines }
}

/** A Chinese name on as many lines as it needs, each of about the same length: no sign stands alone on the last. */
export function onEvenLines(name: string, nameWidth: number): string {
  const lines = Math.ceil(widthOf(name) / nameWidth)
  if (lines < 2 || /[a-z]{2}/i.test(name)) return name
  const each = widthOf(name) / lines
  const broken = ['']
  for (const sign of name) {
    if (widthOf(broken.at(-1) ?? '') >= each) broken.push('')
    broken[broken.length - 1] += sign
  }
  return broken.join('\n')
}

/** About as wide as it is drawn at twelve pixels. */
function widthOf(name: string): number {
  return [...name].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 12 : 7), 0)
}

/** In how many lines pieces of these widths come to stand. */
function linesOf(widths: readonly number[], width: number): number {
  let [lines, taken] = [1, 0]
  for (const each of widths) {
    if (taken > 0 && taken + each > width) [lines, taken] = [lines + 1, 0]
    taken += each
  }
  return lines
}
