import { Checkbox, UnstyledButton } from '@mantine/core'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import classes from './data-table.module.css'
import type { DataTableProps, Sort } from './data-table.tsx'
import { IconChevronDown, IconChevronUp, IconSelector } from './icons.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useUi } from './ui-context.tsx'
import { fill } from './ui-words.tsx'

/** From here on rows are drawn only near the window. */
const VIRTUAL_FROM = 120
const ROW_PX = 41

type DataRowsProps<Row> = Omit<DataTableProps<Row>, 'sort' | 'onSort'> & {
  readonly sort: Sort | null
  readonly onSort: (key: string) => void
}

/** The wide face of a data table. */
export function DataRows<Row extends object>(props: DataRowsProps<Row>) {
  const {
    label,
    rows,
    columns,
    rowKey,
    rowLabel,
    sort,
    onSort,
    selected,
    onSelect,
    selectionActs,
    onOpen,
    openKey,
    stale,
  } = props
  const { words } = useUi()
  const body = useRef<HTMLTableSectionElement>(null)
  const [at, setAt] = useState(0)
  const [offset, setOffset] = useState(0)
  const virtual = rows.length >= VIRTUAL_FROM
  useLayoutEffect(() => {
    if (body.current) setOffset(body.current.getBoundingClientRect().top + window.scrollY)
  }, [rows.length])
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: offset,
    enabled: virtual,
  })
  const drawn = virtual ? virtualizer.getVirtualItems().map(({ index }) => index) : rows.map((_, index) => index)
  const [first, last] = [drawn[0] ?? 0, drawn.at(-1) ?? 0]

  const focusRow = (index: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, index))
    setAt(next)
    if (virtual) virtualizer.scrollToIndex(next, { align: 'auto' })
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus())
  }
  const toggle = (row: Row) => {
    if (!onSelect) return
    const next = new Set(selected)
    if (!next.delete(rowKey(row))) next.add(rowKey(row))
    onSelect(next)
  }
  const key = (event: KeyboardEvent<HTMLTableRowElement>, index: number) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[index]
    if (!row) return
    const act = {
      j: () => focusRow(index + 1),
      ArrowDown: () => focusRow(index + 1),
      k: () => focusRow(index - 1),
      ArrowUp: () => focusRow(index - 1),
      Home: () => focusRow(0),
      End: () => focusRow(rows.length - 1),
      Enter: () => onOpen?.(row),
      x: () => toggle(row),
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  // J from anywhere on the page that takes no text leads into the table.
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'j' || event.ctrlKey || event.metaKey || event.altKey) return
      const active = document.activeElement
      if (active === document.body || active?.tagName === 'MAIN') {
        event.preventDefault()
        focusRow(at)
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
  const click = (event: MouseEvent<HTMLTableRowElement>, row: Row) => {
    const target = event.target as HTMLElement
    if (
      !onOpen ||
      target.closest('a,button,input,label,[role="button"],[role="menuitem"]') ||
      window.getSelection()?.toString()
    )
      return
    onOpen(row)
  }
  const all = rows.length > 0 && rows.every((row) => selected?.has(rowKey(row)))
  const some = rows.some((row) => selected?.has(rowKey(row)))
  const padding = (height: number) =>
    height > 0 ? (
      <tr aria-hidden>
        <td colSpan={columns.length + 1} style={{ height, padding: 0, border: 0 }} />
      </tr>
    ) : null
  return (
    <>
      {onSelect ? (
        <SelectionBar count={selected?.size ?? 0} onClear={() => onSelect(new Set())}>
          {selectionActs}
        </SelectionBar>
      ) : null}
      <div className={classes.frame} data-stale={stale || undefined}>
        <table className={classes.table} aria-label={label} aria-rowcount={rows.length + 1} aria-busy={stale}>
          <thead>
            <tr aria-rowindex={1}>
              {onSelect ? (
                <th scope="col" className={classes.tick}>
                  <Checkbox
                    size="xs"
                    aria-label={words.selectAll}
                    checked={all}
                    indeterminate={some && !all}
                    onChange={() => onSelect(all ? new Set() : new Set(rows.map(rowKey)))}
                  />
                </th>
              ) : null}
              {columns.map((column) => {
                const sortable = column.sortable ?? column.value !== undefined
                const sorted = sort?.key === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined
                const Icon =
                  sorted === 'ascending' ? IconChevronUp : sorted === 'descending' ? IconChevronDown : IconSelector
                return (
                  <th
                    key={column.key}
                    scope="col"
                    data-align={column.align}
                    style={column.width ? { width: column.width } : undefined}
                    {...(sorted ? { 'aria-sort': sorted } : {})}
                  >
                    {sortable ? (
                      <UnstyledButton
                        className={classes.sort ?? ''}
                        onClick={() => onSort(column.key)}
                        title={fill(words.sortBy, { column: column.header })}
                      >
                        {column.header}
                        <Icon size={14} aria-hidden data-on={sorted ? true : undefined} />
                      </UnstyledButton>
                    ) : (
                      column.header
                    )}
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody ref={body}>
            {virtual ? padding(first * ROW_PX) : null}
            {drawn.map((index) => {
              const row = rows[index]
              if (!row) return null
              const id = rowKey(row)
              return (
                <tr
                  key={id}
                  data-index={index}
                  aria-rowindex={index + 2}
                  tabIndex={index === at ? 0 : -1}
                  data-open={id === openKey || undefined}
                  data-selected={selected?.has(id) || undefined}
                  data-opens={onOpen ? true : undefined}
                  onFocus={() => setAt(index)}
                  onKeyDown={(event) => key(event, index)}
                  onClick={(event) => click(event, row)}
                >
                  {onSelect ? (
                    <td className={classes.tick}>
                      <Checkbox
                        size="xs"
                        aria-label={fill(words.selectRow, { row: rowLabel(row) })}
                        checked={selected?.has(id) ?? false}
                        onChange={() => toggle(row)}
                      />
                    </td>
                  ) : null}
                  {columns.map((column) =>
                    column.primary ? (
                      <th key={column.key} scope="row" data-align={column.align}>
                        {column.cell(row)}
                      </th>
                    ) : (
                      <td key={column.key} data-align={column.align}>
                        {column.cell(row)}
                      </td>
                    ),
                  )}
                </tr>
              )
            })}
            {virtual ? padding((rows.length - 1 - last) * ROW_PX) : null}
          </tbody>
        </table>
      </div>
    </>
  )
}
