import { useEffect, useRef, useState } from 'react'
import type { PlanOutline } from '@dangjian/domain/tasks'
import { useTexts } from '../app/texts.ts'
import { headingOf, type OutlineRow } from './outline-rows.ts'

/** The row that stands nearest to where one stood: a clause rather than a heading, the one before rather than the next. */
export function nearestRow(
  before: readonly OutlineRow[],
  at: number,
  rows: readonly OutlineRow[],
): OutlineRow | undefined {
  const left = new Map(rows.map((row) => [row.key, row]))
  const byDistance = before
    .map((row, index) => ({ row: left.get(row.key), far: Math.abs(index - at) * 2 + (index > at ? 1 : 0) }))
    .toSorted((a, b) => a.far - b.far)
    .flatMap(({ row }) => row ?? [])
  return byDistance.find(({ kind }) => kind === 'clause') ?? byDistance[0] ?? rows[0]
}

/** The row that a step from one outline to another is about: what comes with it, else what it changes. */
export function rowConcerned(from: readonly OutlineRow[], to: readonly OutlineRow[]): OutlineRow | undefined {
  const was = new Map(from.map((row) => [row.key, row]))
  const come = to.filter(({ key }) => !was.has(key))
  const changed = to.filter((row) => {
    const old = was.get(row.key)
    return old && (placeOf(old) !== placeOf(row) || wordsOf(old) !== wordsOf(row))
  })
  return come.find(isClause) ?? changed.find(isClause) ?? come[0] ?? changed[0]
}

function isClause({ kind }: OutlineRow): boolean {
  return kind === 'clause'
}

function placeOf(row: OutlineRow): string {
  const item = row.kind === 'section' ? '' : row.itemIndex
  return `${row.sectionIndex} ${item} ${row.kind === 'clause' ? row.clauseIndex : ''}`
}

/**
 * When a change takes away the row that one stands on (undo, redo, join, drop), one stands on the nearest that is left
 * instead of nowhere. Answers what is said of it to those who do not see it.
 */
export function useFocusKept(
  outline: PlanOutline,
  rows: readonly OutlineRow[],
  current: string | null,
  standOn: (key: string, focused: boolean) => void,
): string {
  const t = useTexts('plans')
  const [said, setSaid] = useState('')
  const before = useRef({ outline, rows, current })
  useEffect(() => {
    const was = before.current
    before.current = { outline, rows, current }
    const at = was.rows.findIndex(({ key }) => key === was.current)
    if (was.outline === outline || at < 0 || rows.some(({ key }) => key === was.current)) return
    const chosen = rows.find(({ key }) => key === current)
    const row = chosen ?? nearestRow(was.rows, at, rows)
    if (!row) return
    setSaid(t('editor.nowAt', { text: wordsOf(row) }))
    // Focus falls to the page's body when what had it is gone; a button that was pressed keeps it.
    if (!chosen) standOn(row.key, document.activeElement === document.body)
  }, [outline, rows, current, standOn, t])
  return said
}

function wordsOf(row: OutlineRow): string {
  if (row.kind === 'section') return headingOf(row.section)
  return row.kind === 'item' ? `${row.item.number}. ${row.item.title}` : row.clause.text
}
