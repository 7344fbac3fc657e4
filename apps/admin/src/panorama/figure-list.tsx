import type { ReactNode } from 'react'
import { TroubleFace } from '@dangjian/door/page-faces'
import { DataTable, type DataTableProps } from '@dangjian/ui/data-table'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useTexts } from '../app/texts.ts'
import { WayToPanorama } from '../app/way-to-panorama.tsx'
import { CameWith } from './came-with.tsx'
import { sharedSearch, type PanoramaSearch, type WorkListSearch } from './panorama-search.ts'

/** What was asked for page by page, as the query library answers it. */
interface Listed<Row> {
  readonly data: { readonly pages: readonly { readonly rows: readonly Row[] }[] } | undefined
  readonly isPending: boolean
  readonly error: unknown
  readonly refetch: () => unknown
  readonly hasNextPage: boolean
  readonly fetchNextPage: () => unknown
  readonly isFetchingNextPage: boolean
}

interface FigureListProps<Row extends object> extends Pick<
  DataTableProps<Row>,
  'columns' | 'rowKey' | 'rowLabel' | 'onOpen'
> {
  readonly title: string
  readonly note: ReactNode
  /** The page's address: the way back keeps the panorama's filter. */
  readonly search: PanoramaSearch & Pick<WorkListSearch, 'from'>
  /** The part of it that cuts this list; all where nothing is said. */
  readonly cut?: PanoramaSearch
  readonly listed: Listed<Row>
  /** How many there are in all, as soon as that is known. */
  readonly total: number | undefined
  /** What narrows the list further. */
  readonly filters?: ReactNode
}

/** The list that a figure of the panorama opens: what it counts, under the same filter. */
export function FigureList<Row extends object>({
  title,
  note,
  search,
  cut = search,
  listed,
  total,
  filters,
  ...table
}: FigureListProps<Row>) {
  const t = useTexts('panorama')
  const frame = useTexts('frame')
  const rows = listed.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeading
        title={title}
        suffix={frame('product')}
        note={note}
        trail={<WayToPanorama from={search.from ?? sharedSearch(search)} />}
      />
      <CameWith search={cut} />
      {filters ? <FilterBar>{filters}</FilterBar> : null}
      {listed.isPending ? <LoadingFace /> : null}
      {listed.error ? <TroubleFace error={listed.error} onRetry={() => void listed.refetch()} /> : null}
      {listed.data ? (
        <DataTable
          {...table}
          label={title}
          rows={rows}
          total={total}
          onMore={listed.hasNextPage ? () => void listed.fetchNextPage() : undefined}
          loadingMore={listed.isFetchingNextPage}
          empty={<EmptyFace title={t('list.empty')}>{t('list.emptyLead')}</EmptyFace>}
        />
      ) : null}
    </>
  )
}
