import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useApi } from '@dangjian/door/api'
import { useActingGrant } from '@dangjian/door/session'
import type { DataColumn } from '@dangjian/ui/data-table'
import { InstantText } from '@dangjian/ui/date-text'
import { useTexts } from '../app/texts.ts'
import { FigureList } from './figure-list.tsx'
import type { HourRow } from './panorama-data.ts'
import { filterOf } from './panorama-search.ts'

const route = getRouteApi('/inside/panorama/hours')

/** The entries of the ledger that a figure of credit hours adds up. */
export function HourListPage() {
  const t = useTexts('panorama')
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
  return (
    <FigureList
      title={t('list.hours')}
      note={first ? t('list.hoursNote', { hours: first.hours }) : null}
      search={search}
      listed={hours}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${row.personName} ${row.sourceTitle}`}
    />
  )
}
