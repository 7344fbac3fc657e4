import { Checkbox } from '@mantine/core'
import type { MouseEvent } from 'react'
import classes from './data-table.module.css'
import type { DataTableProps } from './data-table.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useUi } from './ui-context.tsx'
import { fill } from './ui-words.tsx'

/** The narrow face of a data table: a card each, with its name on top. */
export function DataCards<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowKey, rowLabel, selected, onSelect, selectionActs, onOpen, openKey } = props
  const { words } = useUi()
  const primary = columns.find((column) => column.primary) ?? columns[0]
  const rest = columns.filter((column) => column !== primary && !column.wideOnly)
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect?.(next)
  }
  const click = (event: MouseEvent, row: Row) => {
    if (!onOpen || (event.target as HTMLElement).closest('a,button,input,label')) return
    onOpen(row)
  }
  return (
    <>
      {onSelect ? (
        <SelectionBar count={selected?.size ?? 0} onClear={() => onSelect(new Set())}>
          {selectionActs}
        </SelectionBar>
      ) : null}
      <ul className={classes.cards} aria-label={label}>
        {rows.map((row) => {
          const id = rowKey(row)
          return (
            <li
              key={id}
              className={classes.card}
              data-open={id === openKey || undefined}
              onClick={(event) => click(event, row)}
            >
              <div className={classes.cardTop}>
                <div className={classes.cardName}>{primary?.cell(row)}</div>
                {onSelect ? (
                  <Checkbox
                    aria-label={fill(words.selectRow, { row: rowLabel(row) })}
                    checked={selected?.has(id) ?? false}
                    onChange={() => toggle(id)}
                  />
                ) : null}
              </div>
              <dl className={classes.cardList}>
                {rest.map((column) => (
                  <div key={column.key}>
                    <dt>{column.header}</dt>
                    <dd>{column.cell(row)}</dd>
                  </div>
                ))}
              </dl>
            </li>
          )
        })}
      </ul>
    </>
  )
}
