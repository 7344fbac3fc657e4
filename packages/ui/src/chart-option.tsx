import type { EChartsCoreOption } from 'echarts/core'
import { LEGEND_LINE, NAME_LINE, onEvenLines, type ChartRoom } from './chart-room.tsx'
import type { ChartWithTableProps } from './chart-with-table.tsx'
import { chartColours, dark, fontFamily, gray, red, toneColours } from './tokens.ts'
import type { UiLanguage } from './ui-words.tsx'

/** What ECharts is told, from the figures and the tokens of the scheme. */
export function chartOption(
  props: ChartWithTableProps,
  scheme: 'light' | 'dark',
  language: UiLanguage,
  room: ChartRoom,
): EChartsCoreOption {
  const { kind, categories, series, unit = '' } = props
  const { lying, nameWidth, legendLines } = room
  const ink = scheme === 'light' ? gray[8] : dark[0]
  const quiet = scheme === 'light' ? gray[6] : dark[2]
  const line = scheme === 'light' ? gray[2] : dark[5]
  const colours = chartColours[scheme]
  const colourOf = (index: number): string => {
    const tone = series[index]?.tone
    return tone ? toneColours[scheme][tone].mark : (colours[index % colours.length] ?? colours[0])
  }
  const base: EChartsCoreOption = {
    animation: false,
    textStyle: { fontFamily: fontFamily[language], color: ink, fontSize: 12 },
    color: series.map((_, index) => colourOf(index)),
    // A pattern beside the colour, for those who tell colours apart with trouble.
    aria: { enabled: true, decal: { show: series.length > 1 && kind !== 'line' && kind !== 'heat' } },
    tooltip: {
      trigger: kind === 'ring' || kind === 'heat' ? 'item' : 'axis',
      axisPointer: { type: 'shadow' },
      renderMode: 'richText',
      valueFormatter: (value: unknown) => `${String(value)}${unit}`,
    },
  }
  if (kind === 'ring') {
    return {
      ...base,
      color: categories.map((_, index) => colours[index % colours.length] ?? colours[0]),
      series: [
        {
          type: 'pie',
          radius: ['52%', '78%'],
          label: { color: ink, formatter: '{b} {c}' },
          data: categories.map((name, index) => ({ name, value: series[0]?.values[index] ?? 0 })),
        },
      ],
    }
  }
  const names = {
    type: 'category',
    data: categories,
    axisLabel: nameWidth
      ? {
          color: quiet,
          interval: 0,
          width: nameWidth,
          overflow: 'break',
          lineHeight: NAME_LINE,
          formatter: (name: string) => onEvenLines(name, nameWidth),
        }
      : { color: quiet, interval: 'auto', hideOverlap: true },
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
  }
  const grid = {
    left: 4,
    right: 16,
    top: legendLines > 0 ? 14 + legendLines * LEGEND_LINE : 12,
    bottom: 4,
    outerBoundsMode: 'same',
    outerBoundsContain: 'axisLabel',
  }
  if (kind === 'heat') {
    const cells = series.flatMap(({ values }, row) => values.map((value, column) => [column, row, value ?? 0]))
    return {
      ...base,
      grid: { ...grid, top: 8 },
      xAxis: { ...names, splitArea: { show: false } },
      yAxis: {
        type: 'category',
        data: series.map(({ label }) => label),
        axisLabel: { color: quiet },
        axisLine: { show: false },
        axisTick: { show: false },
      },
      visualMap: {
        show: false,
        min: 0,
        max: Math.max(1, ...cells.map((cell) => cell[2] ?? 0)),
        inRange: { color: scheme === 'light' ? [gray[0], red[3]] : [dark[6], red[6]] },
      },
      series: [
        {
          type: 'heatmap',
          data: cells,
          label: { show: true, color: ink, fontSize: 12 },
          itemStyle: { borderWidth: 2, borderColor: scheme === 'light' ? '#FFFFFF' : dark[7] },
        },
      ],
    }
  }
  const figures = {
    type: 'value',
    axisLabel: { color: quiet },
    splitLine: { lineStyle: { color: line } },
    minInterval: 1,
  }
  return {
    ...base,
    grid,
    legend:
      series.length > 1
        ? { top: 0, left: 0, textStyle: { color: ink }, itemWidth: 14, itemHeight: 10, icon: 'roundRect' }
        : { show: false },
    xAxis: lying ? figures : names,
    yAxis: lying ? { ...names, inverse: true } : figures,
    series: series.map(({ label, values, kind: own }) => ({
      name: label,
      type: own ?? (kind === 'line' ? 'line' : 'bar'),
      data: values,
      ...(kind === 'stacked' && own !== 'line' ? { stack: 'all' } : {}),
      barMaxWidth: 28,
      symbolSize: 6,
      label: { show: series.length === 1 && kind === 'bar', position: lying ? 'right' : 'top', color: ink },
    })),
  }
}
