import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Role, roleWords } from '@dangjian/domain/access'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { InstantText } from '@dangjian/ui/date-text'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { Code, Group } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useTexts } from '../app/texts.ts'
import { useWord } from '@dangjian/door/word'

const route = getRouteApi('/inside/system/audit-log')

interface AuditRow {
  readonly id: string
  readonly at: number
  readonly action: string
  readonly personName: string | null
  readonly role: string | null
  readonly targetPersonName: string | null
  readonly targetUnitName: string | null
  readonly refused: boolean
  readonly sealed: boolean
}

/** Who did what to which unit, newest first; for the auditor. */
export function AuditLogPage() {
  const t = useTexts('access')
  const frame = useTexts('frame')
  const api = useApi()
  const word = useWord()
  const navigate = useNavigate()
  const { action } = route.useSearch()
  const entries = useInfiniteQuery(
    api.access.listAuditEntries.infiniteQueryOptions(action ? { action } : {}, {
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    }),
  )
  const filter = (next: string) =>
    void navigate({ to: '/system/audit-log', search: next ? { action: next } : {}, replace: true })
  const columns: readonly DataColumn<AuditRow>[] = [
    { key: 'at', header: t('audit.at'), cell: (row) => <InstantText at={row.at} /> },
    { key: 'who', header: t('audit.who'), primary: true, cell: (row) => row.personName ?? t('audit.nobody') },
    {
      key: 'role',
      header: t('audit.role'),
      cell: (row) => {
        const role = Role.safeParse(row.role)
        return role.success ? word(roleWords, role.data) : '–'
      },
    },
    { key: 'action', header: t('audit.action'), cell: (row) => <ActionCell row={row} /> },
    {
      key: 'target',
      header: t('audit.target'),
      cell: (row) => [row.targetPersonName, row.targetUnitName].filter(Boolean).join(' · ') || '–',
    },
    {
      key: 'seal',
      header: t('audit.seal'),
      cell: (row) =>
        row.sealed ? (
          <StateBadge tone="good">{t('audit.sealed')}</StateBadge>
        ) : (
          <StateBadge tone="neutral">{t('audit.unsealed')}</StateBadge>
        ),
    },
  ]
  const rows = entries.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeading title={t('audit.title')} suffix={frame('product')} note={t('audit.note')} />
      <FilterBar
        search={action ?? ''}
        onSearch={filter}
        searchLabel={t('audit.filter')}
        {...(action ? { onClear: () => filter('') } : {})}
      />
      {entries.isPending ? <LoadingFace /> : null}
      {entries.error ? <TroubleFace error={entries.error} onRetry={() => void entries.refetch()} /> : null}
      {entries.data ? (
        <DataTable
          label={t('audit.title')}
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
          rowLabel={(row) => `${row.personName ?? t('audit.nobody')} ${row.action}`}
          onMore={entries.hasNextPage ? () => void entries.fetchNextPage() : undefined}
          loadingMore={entries.isFetchingNextPage}
          empty={<EmptyFace title={t('audit.empty')} />}
        />
      ) : null}
    </>
  )
}

/** What was done, or only tried. */
function ActionCell({ row }: { row: AuditRow }) {
  const t = useTexts('access')
  return (
    <Group gap="xs">
      <Code>{row.action}</Code>
      {row.refused ? <StateBadge tone="attention">{t('audit.refused')}</StateBadge> : null}
    </Group>
  )
}
