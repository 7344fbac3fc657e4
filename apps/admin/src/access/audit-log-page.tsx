import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useTexts } from '../app/texts.ts'
import { AuditFilterBar } from './audit-filter-bar.tsx'
import type { AuditSearch } from './audit-search.ts'
import { AuditTable } from './audit-table.tsx'

const route = getRouteApi('/inside/system/audit-log')

/** Who did what to which unit, newest first; for the auditor. */
export function AuditLogPage() {
  const t = useTexts('audit')
  const frame = useTexts('frame')
  const api = useApi()
  const navigate = useNavigate()
  const search = route.useSearch()
  const entries = useInfiniteQuery({
    ...api.access.listAuditEntries.infiniteQueryOptions(search, {
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    }),
    placeholderData: (before) => before,
  })
  const ask = (next: AuditSearch) => void navigate({ to: '/system/audit-log', search: next, replace: true })
  return (
    <>
      <PageHeading title={t('title')} suffix={frame('product')} note={t('note')} />
      <AuditFilterBar search={search} onAsk={ask} />
      {entries.isPending ? <LoadingFace /> : null}
      {entries.error ? <TroubleFace error={entries.error} onRetry={() => void entries.refetch()} /> : null}
      {entries.data ? (
        <AuditTable
          rows={entries.data.pages.flatMap((page) => page.rows)}
          stale={entries.isPlaceholderData}
          onMore={entries.hasNextPage ? () => void entries.fetchNextPage() : undefined}
          loadingMore={entries.isFetchingNextPage}
          empty={<EmptyFace title={t('empty')}>{t('emptyLead')}</EmptyFace>}
        />
      ) : null}
    </>
  )
}
