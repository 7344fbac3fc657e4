import { useComputedColorScheme } from '@mantine/core'
import { BarChart, HeatmapChart, LineChart, PieChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { chartOption } from './chart-option.tsx'
import type { ChartRoom } from './chart-room.tsx'
import type { ChartWithTableProps } from './chart-with-table.tsx'
import { useUi } from './ui-context.tsx'

use([
  BarChart,
  LineChart,
  PieChart,
  HeatmapChart,
  GridComponent,
  TooltipComponent,
  LegendComponent,
  VisualMapComponent,
  AriaComponent,
  SVGRenderer,
])

/** The drawing; loaded by `ChartWithTable`, so that ECharts comes only to those who look at charts. */
export function ChartDrawing({ room, ...props }: ChartWithTableProps & { readonly room: ChartRoom }) {
  const place = useRef<HTMLDivElement>(null)
  const scheme = useComputedColorScheme('light')
  const { language } = useUi()
  const { onPick } = props
  const option = chartOption(props, scheme, language, room)
  const text = JSON.stringify(option)
  useEffect(() => {
    if (!place.current) return
    const chart = init(place.current, null, { renderer: 'svg' })
    chart.setOption(option)
    chart.on('click', ({ dataIndex, seriesIndex, data }) => {
      // A cell of the heat chart names its place itself.
      const [category, series] = Array.isArray(data)
        ? [Number(data[0]), Number(data[1])]
        : [dataIndex, seriesIndex ?? 0]
      onPick?.({ category, series })
    })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
    // The option is made anew at each drawing; its text says whether it changed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [text, onPick])
  return <div ref={place} style={{ width: '100%', height: '100%' }} />
}
