import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { MemberStatus, memberStatusWords, postWords } from '@dangjian/domain/organisation'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { Button, Select } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useUi } from '@dangjian/ui/ui-context'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import type { PersonRow } from './organisation-data.ts'
import type { PeopleSearch } from './organisation-search.ts'
import { UnitFilter } from './unit-filter.tsx'
import { UnitLink } from './unit-link.tsx'
import { usePeople } from './use-people.ts'

const route = getRouteApi('/inside/organisation/people')

/** Everybody of one's unit and beneath it; a hundred thousand of them are paged through. */
export function PeoplePage() {
  const t = useTexts('organisation')
  const frame = useTexts('frame')
  const { words } = useUi()
  const word = useWord()
  const navigate = useNavigate()
  const { search, unit, status } = route.useSearch()
  const within = useActingGrant()?.unitId
  const unitId = unit ?? within
  const { people, rows, total } = usePeople(unitId ? { unitId, search, memberStatus: status } : undefined)
  const change = (next: PeopleSearch) =>
    void navigate({ to: '/organisation/people', search: { search, unit, status, ...next }, replace: true })
  const clear = () => void navigate({ to: '/organisation/people', search: {}, replace: true })
  const filtered = search !== undefined || unit !== undefined || status !== undefined
  const columns: readonly DataColumn<PersonRow>[] = [
    { key: 'name', header: t('people.name'), primary: true, cell: (row) => row.name, width: '10rem' },
    {
      key: 'status',
      header: t('people.status'),
      cell: (row) => word(memberStatusWords, row.memberStatus),
      width: '9rem',
    },
    { key: 'units', header: t('people.units'), cell: (row) => <UnitsOf row={row} /> },
    {
      key: 'posts',
      header: t('people.posts'),
      cell: (row) => (row.posts.length > 0 ? row.posts.map(({ post }) => word(postWords, post)).join('、') : '–'),
    },
  ]
  return (
    <>
      <PageHeading title={t('people.title')} suffix={frame('product')} note={t('people.note')} />
      <FilterBar
        search={search ?? ''}
        onSearch={(words) => change({ search: words || undefined })}
        searchLabel={t('people.search')}
        {...(filtered ? { onClear: clear } : {})}
      >
        {within ? <UnitFilter within={within} value={unit} onChange={(chosen) => change({ unit: chosen })} /> : null}
        <Select
          label={t('people.status')}
          placeholder={t('all')}
          clearable
          w={160}
          data={MemberStatus.options.map((value) => ({ value, label: word(memberStatusWords, value) }))}
          value={status ?? null}
          onChange={(value) => change({ status: MemberStatus.safeParse(value).data })}
        />
      </FilterBar>
      {people.isPending ? <LoadingFace count={12} /> : null}
      {people.error ? <TroubleFace error={people.error} onRetry={() => void people.refetch()} /> : null}
      {people.data ? (
        <DataTable
          label={t('people.title')}
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
          rowLabel={({ name }) => name}
          total={total}
          totalText={(count) => t('people.total', { count })}
          stale={people.isPlaceholderData}
          onMore={people.hasNextPage ? () => void people.fetchNextPage() : undefined}
          loadingMore={people.isFetchingNextPage}
          empty={
            filtered ? (
              <EmptyFace
                title={t('people.none')}
                act={
                  <Button variant="default" onClick={clear}>
                    {words.clearFilters}
                  </Button>
                }
              >
                {t('people.noneLead')}
              </EmptyFace>
            ) : (
              <EmptyFace title={t('people.empty')}>{t('people.emptyLead')}</EmptyFace>
            )
          }
        />
      ) : null}
    </>
  )
}

const SHOWN = 2

function UnitsOf({ row }: { row: PersonRow }) {
  const t = useTexts('organisation')
  return (
    <>
      {row.units.slice(0, SHOWN).map(({ unitId, unitName }, index) => (
        <span key={unitId}>
          {index > 0 ? '，' : ''}
          <UnitLink unit={{ id: unitId, name: unitName }} />
        </span>
      ))}
      {row.units.length > SHOWN ? ` ${t('people.moreUnits', { count: row.units.length })}` : ''}
    </>
  )
}
