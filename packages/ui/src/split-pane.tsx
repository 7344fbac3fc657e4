import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import classes from './split-pane.module.css'
import { useUi } from './ui-context.tsx'

export interface SplitPaneProps {
  readonly start: ReactNode
  readonly end: ReactNode
  readonly startLabel: string
  readonly endLabel: string
  /** Remembers the width under this name. */
  readonly name: string
  /** Share of the first pane at first, in percent. */
  readonly initial?: number
  /** The panes fill this height and scroll by themselves; on a phone they stand one above the other. */
  readonly height?: string
}

const [LEAST, MOST, STEP] = [20, 80, 5]

/** Two panes side by side; the line between them is moved by pointer or by arrow keys. */
export function SplitPane({ start, end, startLabel, endLabel, name, initial = 50, height }: SplitPaneProps) {
  const { words } = useUi()
  const place = useRef<HTMLDivElement>(null)
  const narrow = useMediaQuery('(max-width: 61.99em)')
  const [share, setShare] = useLocalStorage({ key: `dangjian-split-${name}`, defaultValue: initial })
  const set = (value: number) => setShare(Math.min(MOST, Math.max(LEAST, Math.round(value))))
  const drag = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !place.current) return
    const box = place.current.getBoundingClientRect()
    set(((event.clientX - box.left) / box.width) * 100)
  }
  const key = (event: KeyboardEvent) => {
    const change = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
    if (change === undefined) return
    event.preventDefault()
    set(share + change)
  }
  if (narrow) {
    return (
      <div className={classes.stack}>
        <section aria-label={startLabel}>{start}</section>
        <section aria-label={endLabel}>{end}</section>
      </div>
    )
  }
  return (
    <div
      ref={place}
      className={classes.split}
      style={{ gridTemplateColumns: `${share}fr 1px ${100 - share}fr`, ...(height ? { height } : {}) }}
    >
      <section aria-label={startLabel} className={classes.pane} tabIndex={height ? 0 : undefined}>
        {start}
      </section>
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={words.resize}
        aria-valuenow={share}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        tabIndex={0}
        className={classes.line}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={key}
      />
      <section aria-label={endLabel} className={classes.pane} tabIndex={height ? 0 : undefined}>
        {end}
      </section>
    </div>
  )
}
