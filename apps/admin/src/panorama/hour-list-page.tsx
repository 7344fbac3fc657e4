import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
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
  const { panorama } = useApi()
  const asked = { unitId: unitId!, ...filterOf(search) }
  const hours = useInfiniteQuery({
    ...panorama.listHours.infiniteQueryOptions(asked, {
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    }),
    enabled: unitId !== undefined,
  })
  // Asked once the page is there, so that it does not wait in the same answer.
  const sum = useQuery({ ...panorama.sumHours.queryOptions(asked), enabled: hours.isSuccess })
  const columns: readonly DataColumn<HourRow>[] = [
    { key: 'person', header: t('list.person'), primary: true, cell: (row) => row.personName },
    { key: 'course', header: t('list.course'), cell: (row) => row.sourceTitle },
    { key: 'hours', header: t('training.hours'), align: 'end', cell: (row) => row.hours },
    { key: 'at', header: t('list.earnedAt'), cell: (row) => <InstantText at={row.at} /> },
  ]
  return (
    <FigureList
      title={t('list.hours')}
      // Its line is there before its words are.
      note={sum.data ? t('list.hoursNote', { hours: sum.data.hours }) : '\u00A0'}
      search={search}
      cut={{ year: search.year, category: search.category }}
      listed={hours}
      total={sum.data?.entries}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${row.personName} ${row.sourceTitle}`}
    />
  )
}
