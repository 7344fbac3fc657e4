import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant } from '@dangjian/door/session'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { InstantText } from '@dangjian/ui/date-text'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { Anchor } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useTexts } from '../app/texts.ts'
import type { HourRow } from './panorama-data.ts'
import { filterOf, sharedSearch } from './panorama-search.ts'

const route = getRouteApi('/inside/panorama/hours')

/** The entries of the ledger that a figure of credit hours adds up. */
export function HourListPage() {
  const t = useTexts('panorama')
  const frame = useTexts('frame')
  const search = route.useSearch()
  const unitId = useActingGrant()?.unitId
  const hours = useInfiniteQuery({
    ...useApi().panorama.listHours.infiniteQueryOptions(
      { unitId: unitId!, ...filterOf(search) },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined,
  })
  const columns: readonly DataColumn<HourRow>[] = [
    { key: 'person', header: t('list.person'), primary: true, cell: (row) => row.personName },
    { key: 'course', header: t('list.course'), cell: (row) => row.sourceTitle },
    { key: 'hours', header: t('training.hours'), align: 'end', cell: (row) => row.hours },
    { key: 'at', header: t('list.earnedAt'), cell: (row) => <InstantText at={row.at} /> },
  ]
  const first = hours.data?.pages[0]
  const rows = hours.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeading
        title={t('list.hours')}
        suffix={frame('product')}
        note={first ? t('list.hoursNote', { hours: first.hours }) : null}
        trail={
          <Anchor renderRoot={(props) => <Link to="/panorama" search={sharedSearch(search)} {...props} />}>
            {t('list.back')}
          </Anchor>
        }
      />
      {hours.isPending ? <LoadingFace /> : null}
      {hours.error ? <TroubleFace error={hours.error} onRetry={() => void hours.refetch()} /> : null}
      {first ? (
        <DataTable
          label={t('list.hours')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          rowLabel={(row) => `${row.personName} ${row.sourceTitle}`}
          total={first.total}
          onMore={hours.hasNextPage ? () => void hours.fetchNextPage() : undefined}
          loadingMore={hours.isFetchingNextPage}
          empty={<EmptyFace title={t('list.empty')}>{t('list.emptyLead')}</EmptyFace>}
        />
      ) : null}
    </>
  )
}
