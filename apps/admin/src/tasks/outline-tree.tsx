import { useCallback, useRef, type KeyboardEvent } from 'react'
import type { ClauseId, WorkPlanId } from '@dangjian/domain/tasks'
import { VisuallyHidden } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import { OutlineAnswers } from './outline-answers.tsx'
import type { OutlineAct } from './outline-edit.ts'
import { breaksOf, stepCaret } from './outline-edit.ts'
import { OutlineRetitle } from './outline-retitle.tsx'
import { OutlineRowView } from './outline-row.tsx'
import type { OutlineRow } from './outline-rows.ts'
import type { PlanTask } from './plan-data.ts'
import classes from './plan.module.css'

export interface Caret {
  readonly key: string
  readonly at: number
}

interface OutlineTreeProps {
  readonly workPlanId: WorkPlanId
  readonly rows: readonly OutlineRow[]
  readonly tasksOf: ReadonlyMap<ClauseId, PlanTask[]>
  readonly current: string | null
  readonly lit: string | null
  readonly caret: Caret | null
  /** The row whose title is being changed. */
  readonly retitling: string | null
  readonly editable: boolean
  readonly onCurrent: (key: string) => void
  readonly onHover: (key: string | null) => void
  readonly onCaret: (caret: Caret | null) => void
  readonly onAct: (act: OutlineAct) => void
  readonly onRetitle: (key: string | null) => void
  readonly onRetitled: (row: OutlineRow, to: { number: string; title: string }) => void
  readonly onMakeTask: (row: OutlineRow) => void
}

/**
 * The outline as a tree that is walked and mended by key. Tab changes levels only for somebody who has walked in it;
 * whoever passes through, or presses Escape first, leaves by Tab as everywhere.
 */
export function OutlineTree(props: OutlineTreeProps) {
  const { workPlanId, rows, tasksOf, current, lit, caret, retitling, editable } = props
  const { onCurrent, onHover, onCaret, onRetitle } = props
  const t = useTexts('plans')
  const place = useRef<HTMLDivElement>(null)
  const walked = useRef(false)
  const first = current !== null && rows.some(({ key }) => key === current) ? current : (rows[0]?.key ?? null)

  const focusOn = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))]
    if (row) place.current?.querySelector<HTMLElement>(`[data-key="${row.key}"]`)?.focus()
  }
  const keys = (event: KeyboardEvent<HTMLElement>, row: OutlineRow) => {
    const index = rows.indexOf(row)
    const act = actOf(event, walked.current)
    if (event.key === 'Escape') walked.current = false
    if (event.ctrlKey || event.metaKey) return
    let handled = true
    if (act && editable) props.onAct(act)
    else if (event.altKey) handled = false
    else if (event.key === 'ArrowDown') focusOn(index + 1)
    else if (event.key === 'ArrowUp') focusOn(index - 1)
    else if (event.key === 'Home') focusOn(0)
    else if (event.key === 'End') focusOn(rows.length - 1)
    else if (!editable) handled = false
    else if (row.kind === 'clause' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      const from = caret?.key === row.key ? caret.at : null
      const at = stepCaret(row.clause.text, from, event.key === 'ArrowRight' ? 1 : -1, event.shiftKey)
      onCaret(at === null ? null : { key: row.key, at })
    } else if (row.kind === 'clause' && event.key === 'Enter') {
      // Nothing is cut before one sees where: without a place, the first Enter shows one.
      const at = caret?.key === row.key ? undefined : breaksOf(row.clause.text)[0]
      if (at === undefined) props.onAct('split')
      else onCaret({ key: row.key, at })
    } else if (row.kind !== 'clause' && (event.key === 'Enter' || event.key === 'F2')) onRetitle(row.key)
    else if (row.kind === 'clause' && event.key === 't') props.onMakeTask(row)
    else handled = false
    if (!handled) return
    walked.current = true
    event.preventDefault()
  }
  const latestKeys = useRef(keys)
  latestKeys.current = keys
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>, row: OutlineRow) => latestKeys.current(event, row),
    [],
  )
  const onFocus = useCallback((row: OutlineRow) => onCurrent(row.key), [onCurrent])
  const onPlace = useCallback(
    (row: OutlineRow, at: number | null) => {
      walked.current = true
      onCaret(at === null ? null : { key: row.key, at })
    },
    [onCaret],
  )
  const startRetitle = useCallback((row: OutlineRow) => editable && onRetitle(row.key), [editable, onRetitle])
  const marked = rows.find(({ key }) => key === caret?.key)
  return (
    <>
      <VisuallyHidden role="status">
        {caret && marked?.kind === 'clause'
          ? t('editor.caretAt', { before: marked.clause.text.slice(Math.max(0, caret.at - 10), caret.at) })
          : ''}
      </VisuallyHidden>
      <div
        ref={place}
        role="tree"
        aria-label={t('editor.outline')}
        aria-multiselectable={false}
        className={classes.tree}
        onMouseLeave={() => onHover(null)}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) walked.current = false
        }}
      >
        {rows.map((row) => {
          const tasks = row.kind === 'clause' ? (tasksOf.get(row.clause.id) ?? []) : []
          return (
            <OutlineRowView
              key={row.key}
              row={row}
              current={row.key === first}
              lit={row.key === lit}
              caret={editable && caret?.key === row.key ? caret.at : null}
              unanswered={row.kind === 'clause' && tasks.length === 0}
              onFocus={onFocus}
              onKeyDown={onKeyDown}
              onHover={onHover}
              onPlace={onPlace}
              onRetitle={startRetitle}
              retitle={
                retitling === row.key && row.kind !== 'clause' ? (
                  <OutlineRetitle
                    row={row}
                    onDone={(to) => props.onRetitled(row, to)}
                    onCancel={() => onRetitle(null)}
                  />
                ) : null
              }
              answers={
                row.kind === 'clause' ? (
                  <OutlineAnswers
                    workPlanId={workPlanId}
                    clauseId={row.clause.id}
                    text={row.clause.text}
                    tasks={tasks}
                    reachable={row.key === first}
                    editable={editable}
                  />
                ) : null
              }
            />
          )
        })}
      </div>
    </>
  )
}

/** The act that a key asks for, whatever the row. */
function actOf(event: KeyboardEvent, walked: boolean): OutlineAct | null {
  if (event.ctrlKey || event.metaKey) return null
  if (event.altKey) return event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null
  if (event.key === 'Backspace') return 'join'
  if (event.key === 'Delete') return 'drop'
  if (event.key === 'Tab' && walked) return event.shiftKey ? 'raise' : 'lower'
  return null
}
