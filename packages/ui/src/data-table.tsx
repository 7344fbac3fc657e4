import { useMediaQuery } from '@mantine/hooks'
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type SortingState,
} from '@tanstack/react-table'
import { useMemo, useState, type ReactNode } from 'react'
import { DataCards } from './data-cards.tsx'
import { DataRows } from './data-rows.tsx'
import { TableFoot } from './table-foot.tsx'

export interface DataColumn<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** What the table sorts by itself; with `onSort` the server sorts and any column with `sortable` may be asked. */
  readonly value?: (row: Row) => string | number | null
  readonly sortable?: boolean
  /** Figures stand at the end. */
  readonly align?: 'start' | 'end' | 'center'
  readonly width?: string
  /** Names the row: stands on top of its card on a phone, and is the row's header for a screen reader. */
  readonly primary?: boolean
  /** Not on a phone's card. */
  readonly wideOnly?: boolean
}

export interface Sort {
  readonly key: string
  readonly descending: boolean
}

export interface DataTableProps<Row> {
  /** What the table lists, for those who hear it. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly DataColumn<Row>[]
  readonly rowKey: (row: Row) => string
  /** The row's name in words. */
  readonly rowLabel: (row: Row) => string
  /** From the address. Without `onSort` the table sorts what it has by itself. */
  readonly sort?: Sort | null
  readonly onSort?: (sort: Sort | null) => void
  readonly selected?: ReadonlySet<string>
  readonly onSelect?: (selected: ReadonlySet<string>) => void
  /** What may be done with the selected rows: stands over the table while there are some. */
  readonly selectionActs?: ReactNode
  /** Enter on a row, or a click beside its links. */
  readonly onOpen?: (row: Row) => void
  /** The row that is open now. */
  readonly openKey?: string | null
  /** How many there are in all, where that is known; more than are shown may be asked for. */
  readonly total?: number | undefined
  /** How many there are, in the words of what they are. */
  readonly totalText?: (count: number) => string
  readonly onMore?: (() => void) | undefined
  readonly loadingMore?: boolean
  /** Stands in place of the rows when there are none. */
  readonly empty?: ReactNode
  /** The table keeps its frame after a change while the new rows come. */
  readonly stale?: boolean
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })

/**
 * A list of the console: dense, aligned, sorted, selected, worked by keyboard (J, K, Enter, X); cards on a phone.
 * Hundreds of rows are drawn as they come into sight.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { rows, columns, rowKey, sort, onSort, total, totalText, onMore, loadingMore = false, empty } = props
  const narrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const [own, setOwn] = useState<Sort | null>(sort ?? null)
  const current = onSort ? (sort ?? null) : own
  const sorting = useMemo<SortingState>(
    () => (current ? [{ id: current.key, desc: current.descending }] : []),
    [current],
  )

  const defined = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>()
    return columns.map((column) =>
      helper.accessor((row): unknown => column.value?.(row) ?? '', {
        id: column.key,
        header: column.header,
        enableSorting: column.sortable ?? column.value !== undefined,
        sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
      }),
    )
  }, [columns])
  const data = useMemo(() => [...rows], [rows])
  const table = useTable({
    features,
    columns: defined,
    data,
    getRowId: rowKey,
    manualSorting: onSort !== undefined,
    state: { sorting },
  })
  const shown = table.getRowModel().rows.map((row) => row.original)
  const changeSort = (key: string) => {
    const next: Sort | null =
      current?.key !== key ? { key, descending: false } : current.descending ? null : { key, descending: true }
    if (onSort) onSort(next)
    else setOwn(next)
  }

  if (rows.length === 0 && empty) return empty
  return (
    <div>
      {narrow ? (
        <DataCards {...props} rows={shown} />
      ) : (
        <DataRows {...props} rows={shown} sort={current} onSort={changeSort} />
      )}
      <TableFoot {...{ shown: rows.length, total, totalText, onMore, loadingMore }} />
    </div>
  )
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}
