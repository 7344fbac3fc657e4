import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { PartState, partStateWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { DateText } from '@dangjian/ui/date-text'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { Anchor, Select } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useTexts } from '../app/texts.ts'
import type { PartWork } from './panorama-data.ts'
import { filterOf, sharedSearch, type PartListSearch } from './panorama-search.ts'

const route = getRouteApi('/inside/panorama/parts')

/** The parts that a figure of the panorama counts; each leads to its assignment and to the unit that does it. */
export function PartListPage() {
  const t = useTexts('panorama')
  const frame = useTexts('frame')
  const api = useApi()
  const word = useWord()
  const navigate = useNavigate()
  const search = route.useSearch()
  const unitId = useActingGrant()?.unitId
  const { tier, parts: state } = search
  const parts = useInfiniteQuery({
    ...api.panorama.listPartWork.infiniteQueryOptions(
      { unitId: unitId!, ...filterOf(search), tier, state },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined,
  })
  const change = (next: Partial<PartListSearch>) =>
    void navigate({ to: '/panorama/parts', search: { ...search, ...next }, replace: true })
  const columns: readonly DataColumn<PartWork>[] = [
    {
      key: 'part',
      header: t('list.part'),
      primary: true,
      cell: (row) => (
        <Anchor
          renderRoot={(props) => (
            <Link to="/tasks/assignments/$assignmentId" params={{ assignmentId: row.assignmentId }} {...props} />
          )}
        >
          {row.title}
        </Anchor>
      ),
    },
    {
      key: 'unit',
      header: t('list.unit'),
      cell: (row) => (
        <Anchor
          renderRoot={(props) => <Link to="/organisation/units/$unitId" params={{ unitId: row.unitId }} {...props} />}
        >
          {row.unitName}
        </Anchor>
      ),
    },
    { key: 'society', header: t('list.society'), cell: (row) => row.societyName },
    { key: 'task', header: t('list.task'), cell: (row) => row.taskTitle },
    { key: 'state', header: t('list.state'), cell: (row) => word(partStateWords, row.state) },
    { key: 'due', header: t('list.due'), cell: (row) => <DateText date={row.dueOn} settled /> },
  ]
  const rows = parts.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHeading
        title={t('list.parts')}
        suffix={frame('product')}
        note={t('list.partsNote')}
        trail={
          <Anchor renderRoot={(props) => <Link to="/panorama" search={sharedSearch(search)} {...props} />}>
            {t('list.back')}
          </Anchor>
        }
      />
      <FilterBar>
        <Select
          label={t('parts.tier')}
          placeholder={t('list.anyTier')}
          clearable
          w={200}
          data={([2, 3] as const).map((value) => ({ value: String(value), label: t(`coverage.tier.${value}`) }))}
          value={tier ? String(tier) : null}
          onChange={(value) => change({ tier: value === '2' ? 2 : value === '3' ? 3 : undefined })}
        />
        <Select
          label={t('list.state')}
          placeholder={t('list.anyState')}
          clearable
          w={180}
          data={PartState.options
            .filter((value) => value !== 'withdrawn')
            .map((value) => ({ value, label: word(partStateWords, value) }))}
          value={state ?? null}
          onChange={(value) => change({ parts: PartState.nullable().parse(value) ?? undefined })}
        />
      </FilterBar>
      {parts.isPending ? <LoadingFace /> : null}
      {parts.error ? <TroubleFace error={parts.error} onRetry={() => void parts.refetch()} /> : null}
      {parts.data ? (
        <DataTable
          label={t('list.parts')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          rowLabel={(row) => `${row.unitName} ${row.title}`}
          total={parts.data.pages[0]?.total ?? rows.length}
          onMore={parts.hasNextPage ? () => void parts.fetchNextPage() : undefined}
          loadingMore={parts.isFetchingNextPage}
          empty={<EmptyFace title={t('list.empty')}>{t('list.emptyLead')}</EmptyFace>}
        />
      ) : null}
    </>
  )
}
