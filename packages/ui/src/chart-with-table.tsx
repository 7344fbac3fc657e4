import { Button, Group } from '@mantine/core'
import { lazy, Suspense, useId, useState, type ReactNode } from 'react'
import { useElementSize } from '@mantine/hooks'
import { roomFor } from './chart-room.tsx'
import { ChartTable } from './chart-table.tsx'
import classes from './chart-with-table.module.css'
import { LoadingFace } from './faces.tsx'
import { IconChartBar, IconTable } from './icons.tsx'
import type { Tone } from './tokens.ts'
import { useUi } from './ui-context.tsx'

export interface ChartSeries {
  readonly key: string
  readonly label: string
  /** One figure a category; null where there is none. */
  readonly values: readonly (number | null)[]
  /** The colour of a state; without it the chart's own order of colours. */
  readonly tone?: Tone
  readonly kind?: 'bar' | 'line'
}

export interface ChartWithTableProps {
  readonly title: string
  /** What is to be seen in it, in one sentence; read aloud in place of the drawing. */
  readonly summary: string
  readonly kind: 'bar' | 'stacked' | 'line' | 'heat' | 'ring'
  /** Bars that lie down: for long names. */
  readonly lying?: boolean
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  /** The head of the column of categories. */
  readonly categoryLabel: string
  readonly unit?: string
  readonly height?: number
  /** A figure of the table as a link to what it counts. */
  readonly renderFigure?: (figure: number, at: { category: number; series: number }) => ReactNode
  readonly onPick?: (at: { category: number; series: number }) => void
  /** Headings keep their order: the level of this one. */
  readonly order?: 2 | 3 | 4
}

const Drawing = lazy(async () => ({ default: (await import('./chart-drawing.tsx')).ChartDrawing }))

/** A chart and its table, made of the same figures: the key above it shows one or the other; in print, both. */
export function ChartWithTable(props: ChartWithTableProps) {
  const { words } = useUi()
  const [table, setTable] = useState(false)
  const id = useId()
  const { ref, width } = useElementSize()
  const room = roomFor(props, width)
  const Heading = `h${props.order ?? 3}` as 'h2' | 'h3' | 'h4'
  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <Group justify="space-between" gap="sm" mb={4} wrap="nowrap" align="flex-start">
        <div>
          <Heading id={id} className={classes.title}>
            {props.title}
          </Heading>
          <p className={classes.summary}>{props.summary}</p>
        </div>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className="no-print"
          flex="none"
          aria-pressed={table}
          leftSection={table ? <IconChartBar size={16} aria-hidden /> : <IconTable size={16} aria-hidden />}
          onClick={() => setTable(!table)}
        >
          {table ? words.showChart : words.showTable}
        </Button>
      </Group>
      {table ? null : (
        <div ref={ref} aria-hidden style={{ height: room.height }}>
          {width > 0 ? (
            <Suspense fallback={<LoadingFace shape="cards" count={2} />}>
              <Drawing {...props} room={room} />
            </Suspense>
          ) : null}
        </div>
      )}
      <div className={table ? undefined : classes.printOnly}>
        <ChartTable {...props} />
      </div>
    </figure>
  )
}
