import { memo, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { headingOf, type OutlineRow } from './outline-rows.ts'
import classes from './plan.module.css'

export interface OutlineRowViewProps {
  readonly row: OutlineRow
  readonly current: boolean
  readonly lit: boolean
  /** Where the clause would be split. */
  readonly caret: number | null
  readonly unanswered: boolean
  readonly answers: ReactNode
  /** The form that stands in place of the title while it is changed. */
  readonly retitle: ReactNode
  readonly onFocus: (row: OutlineRow) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, row: OutlineRow) => void
  readonly onHover: (key: string | null) => void
  /** Where one clicked or ended a selection; null beside the words and at their ends. */
  readonly onPlace: (row: OutlineRow, at: number | null) => void
  readonly onRetitle: (row: OutlineRow) => void
}

const levels = { section: 1, item: 2, clause: 3 } as const

/** One row of the outline: a section, an item or a clause, with what answers it beside. */
export const OutlineRowView = memo(function OutlineRowView(props: OutlineRowViewProps) {
  const { row, current, lit, caret, unanswered, answers, retitle } = props
  const click = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).closest('a,button,input')) return
    if (row.kind === 'clause') props.onPlace(row, placeOf(event, row.clause.text.length))
    event.currentTarget.focus()
  }
  return (
    <div
      role="treeitem"
      aria-level={levels[row.kind]}
      aria-selected={current}
      tabIndex={current ? 0 : -1}
      data-key={row.key}
      data-kind={row.kind}
      data-lit={lit || undefined}
      data-unanswered={unanswered || undefined}
      className={classes.row}
      onFocus={(event) => {
        if (event.target === event.currentTarget) props.onFocus(row)
      }}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget) props.onKeyDown(event, row)
      }}
      onMouseEnter={() => props.onHover(row.key)}
      onClick={click}
      onDoubleClick={() => (row.kind === 'clause' ? undefined : props.onRetitle(row))}
    >
      <div className={classes.words}>{retitle ?? <RowWords row={row} caret={caret} />}</div>
      {answers}
    </div>
  )
})

function RowWords({ row, caret }: { row: OutlineRow; caret: number | null }) {
  if (row.kind === 'section') return headingOf(row.section)
  if (row.kind === 'item') {
    return (
      <>
        <span className={classes.number}>{row.item.number}.</span> {row.item.title}
      </>
    )
  }
  const { text } = row.clause
  if (caret === null) return <span data-text>{text}</span>
  return (
    <span data-text>
      {text.slice(0, caret)}
      <span className={classes.caret} aria-hidden />
      <span className={classes.cutOff}>{text.slice(caret)}</span>
    </span>
  )
}

/** How many characters stand before the end of what is selected, or before the place that was clicked. */
function placeOf(event: MouseEvent<HTMLElement>, length: number): number | null {
  const words = event.currentTarget.querySelector('[data-text]')
  const selection = window.getSelection()
  const [node, offset] =
    selection && !selection.isCollapsed ? [selection.focusNode, selection.focusOffset] : pointed(event)
  if (!words || !node || !words.contains(node)) return null
  const before = document.createRange()
  before.setStart(words, 0)
  before.setEnd(node, offset)
  const at = before.toString().length
  return at > 0 && at < length ? at : null
}

function pointed({ clientX, clientY }: MouseEvent): readonly [Node | null, number] {
  const at = document.caretPositionFromPoint ? document.caretPositionFromPoint(clientX, clientY) : null
  return [at?.offsetNode ?? null, at?.offset ?? 0]
}
